using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace OrchardSite.Data;

/// <summary>Something in this process that follows the change feed, such as a cache.</summary>
public interface IChangeConsumer
{
    /// <summary>
    /// Called with each committed change once, in order, from one thread at a time. Must be quick. When it throws, it is
    /// called with the same changes again later, and holds up no other consumer.
    /// </summary>
    ValueTask ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken);
}

/// <summary>Reads committed changes in their order and hands them to the consumers of this process.</summary>
public sealed partial class ChangeFeed(IDbContextFactory<SiteDbContext> contexts, IEnumerable<IChangeConsumer> consumers, ILogger<ChangeFeed> logger) : IDisposable
{
    private const int BatchSize = 5000;

    private readonly Follower[] _followers = [.. consumers.Select(consumer => new Follower(consumer))];
    private readonly SemaphoreSlim _oneReader = new(1, 1);
    private long _position = -1;

    /// <summary>Every change up to this sequence has reached all consumers.</summary>
    public long Position => Interlocked.Read(ref _position);

    /// <summary>Starts at the end: what was committed before is read from the tables, not from the feed.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var last = await db.Changes.MaxAsync(change => (long?)change.Sequence, cancellationToken) ?? 0;
        foreach (var follower in _followers)
        {
            follower.Position = last;
        }

        Interlocked.Exchange(ref _position, last);
    }

    /// <summary>
    /// Returns when every change that was committed before the call has reached all consumers. A failure is logged, not
    /// thrown: what is committed stays so, and the next call goes on where this one stopped.
    /// </summary>
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
            while (await ReadAsync(db, cancellationToken) is { Count: > 0 } changes && await HandOutAsync(changes, cancellationToken))
            {
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogUnread(logger, exception);
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

    /// <returns>True when all consumers have taken them.</returns>
    private async Task<bool> HandOutAsync(List<Change> changes, CancellationToken cancellationToken)
    {
        foreach (var follower in _followers)
        {
            try
            {
                await follower.FollowAsync(changes, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogLeftBehind(logger, follower.Name, exception);
            }
        }

        var last = changes[^1].Sequence;
        Interlocked.Exchange(ref _position, _followers.Length == 0 ? last : _followers.Min(follower => follower.Position));
        return Position == last;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The change feed could not be read; trying again")]
    private static partial void LogUnread(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Consumer} did not take changes; trying again")]
    private static partial void LogLeftBehind(ILogger logger, string consumer, Exception exception);

    private sealed class Follower(IChangeConsumer consumer)
    {
        public string Name => consumer.GetType().Name;

        public long Position { get; set; }

        public async ValueTask FollowAsync(List<Change> changes, CancellationToken cancellationToken)
        {
            // After a failure some consumers have seen the first of these already.
            var first = changes.FindIndex(change => change.Sequence > Position);
            if (first >= 0)
            {
                await consumer.ConsumeAsync(first == 0 ? changes : changes[first..], cancellationToken);
                Position = changes[^1].Sequence;
            }
        }
    }
}
