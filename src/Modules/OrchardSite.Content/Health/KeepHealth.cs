using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrchardSite.Data;

namespace OrchardSite.Content.Health;

/// <summary>
/// Follows the change feed, some seconds behind, and keeps what is broken on each site. The database says how far that has come;
/// what was begun and not finished is done again.
/// </summary>
public sealed class KeepHealth : SteadyWork
{
    /// <summary>Of its position in the feed.</summary>
    public const string Position = "health";

    private const int Batch = 500;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly ChangeFeed _feed;
    private readonly IDbContextFactory<SiteDbContext> _contexts;
    private readonly FollowChanges _follow;
    private readonly IHostApplicationLifetime _lifetime;

    internal KeepHealth(ChangeFeed feed, IDbContextFactory<SiteDbContext> contexts, FollowChanges follow, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<KeepHealth> logger)
        : base(Interval, time, logger) => (_feed, _contexts, _follow, _lifetime) = (feed, contexts, follow, lifetime);

    /// <summary>Checks all that was changed until now.</summary>
    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        // What a change of another node has made out of date is dropped from the caches first.
        await _feed.CatchUpAsync(cancellationToken);
        var position = await PositionAsync(cancellationToken);
        while (await ReadAsync(position, cancellationToken) is { Count: > 0 } changes)
        {
            await _follow.RunAsync(changes, cancellationToken);
            var last = changes[^1].Sequence;
            if (await MoveAsync(position, last, cancellationToken))
            {
                position = last;
                continue;
            }

            // Another node was faster, and knew more: what this one has found is found once more, and it goes on behind the other.
            await _feed.CatchUpAsync(cancellationToken);
            await _follow.RunAsync(changes, cancellationToken);
            position = await PositionAsync(cancellationToken);
        }
    }

    // Which pages modules have is not known before the portal has started; and readers who waited for that go first.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var whenStarted = _lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        await Task.Delay(Interval, Time, stoppingToken);
        await base.ExecuteAsync(stoppingToken);
    }

    private async Task<List<Change>> ReadAsync(long position, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.Changes.AsNoTracking().Where(change => change.Sequence > position && FollowChanges.Kinds.Contains(change.Kind))
            .OrderBy(change => change.Sequence).Take(Batch).ToListAsync(cancellationToken);
    }

    private async Task<long> PositionAsync(CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<FeedPosition>().Where(row => row.Name == Position).Select(row => row.Sequence).FirstAsync(cancellationToken);
    }

    private async Task<bool> MoveAsync(long from, long to, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<FeedPosition>().Where(row => row.Name == Position && row.Sequence == from)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Sequence, to), cancellationToken) == 1;
    }
}
