using Microsoft.EntityFrameworkCore;

namespace OrchardSite.Data;

/// <summary>Something in this process that follows the change feed, such as a cache.</summary>
public interface IChangeConsumer
{
    /// <summary>Called with each committed change once, in order, from one thread at a time. Must be quick and must not throw.</summary>
    ValueTask ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken);
}

/// <summary>Reads committed changes in their order and hands them to the consumers of this process.</summary>
public sealed class ChangeFeed(IDbContextFactory<SiteDbContext> contexts, IEnumerable<IChangeConsumer> consumers) : IDisposable
{
    private const int BatchSize = 5000;

    private readonly IChangeConsumer[] _consumers = consumers.ToArray();
    private readonly SemaphoreSlim _oneReader = new(1, 1);
    private long _position = -1;

    /// <summary>Every change up to this sequence has reached all consumers.</summary>
    public long Position => Interlocked.Read(ref _position);

    /// <summary>Starts at the end: what was committed before is read from the tables, not from the feed.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var last = await db.Changes.MaxAsync(change => (long?)change.Sequence, cancellationToken) ?? 0;
        Interlocked.Exchange(ref _position, last);
    }

    /// <summary>Returns when every change that was committed before the call has reached all consumers.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        if (Position < 0)
        {
            return;
        }

        await _oneReader.WaitAsync(cancellationToken);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            while (await ReadAsync(db, cancellationToken) is { Count: > 0 } changes)
            {
                foreach (var consumer in _consumers)
                {
                    await consumer.ConsumeAsync(changes, cancellationToken);
                }

                Interlocked.Exchange(ref _position, changes[^1].Sequence);
            }
        }
        finally
        {
            _oneReader.Release();
        }
    }

    public void Dispose() => _oneReader.Dispose();

    private Task<List<Change>> ReadAsync(SiteDbContext db, CancellationToken cancellationToken)
    {
        var position = Position;
        return db.Changes.AsNoTracking()
            .Where(change => change.Sequence > position)
            .OrderBy(change => change.Sequence)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
    }
}
