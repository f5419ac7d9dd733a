using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace OrchardSite.Data.Counting;

/// <summary>
/// Writes down what a node has counted, each minute and when the portal ends: a node that crashes loses a minute of it, and
/// no request waits for a count. What could not be written is counted again.
/// </summary>
/// <typeparam name="TCount">A row of numbers that are added to those of the same key.</typeparam>
public abstract partial class KeepCounts<TCount>(IDbContextFactory<SiteDbContext> contexts, TimeProvider time, ILogger logger) : SteadyWork(TimeSpan.FromMinutes(1), time, logger)
    where TCount : class, ITenantOwned
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        // Who waits for the numbers waits for those, too, that somebody else is writing.
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            foreach (var site in Take().GroupBy(count => count.TenantId))
            {
                await KeepAsync(site.Key, [.. site], cancellationToken);
            }

            Finish();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await RunAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _oneAtATime.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>All that was counted; from now on it is counted anew.</summary>
    protected abstract IReadOnlyList<TCount> Take();

    protected abstract void CountAgain(TCount count);

    /// <summary>In one order on every node, so that none waits for the other in a circle.</summary>
    protected abstract IEnumerable<TCount> InOrder(IEnumerable<TCount> counts);

    /// <summary>Adds the numbers to the row of their key, or makes that row.</summary>
    /// <param name="db">Of the tenant whose count it is, inside a transaction.</param>
    protected abstract Task WriteAsync(SiteDbContext db, TCount count, CancellationToken cancellationToken);

    /// <summary>Deletes what is too old to be kept.</summary>
    protected virtual Task ForgetAsync(SiteDbContext db, IReadOnlyList<TCount> written, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Hears that what was taken is written or counted again, before anybody takes more.</summary>
    protected virtual void Finish()
    {
    }

    private async Task KeepAsync(int tenantId, IReadOnlyList<TCount> counts, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = contexts.CreateForTenant(tenantId);
            await using var work = await db.BeginAsync(cancellationToken);
            foreach (var count in InOrder(counts))
            {
                await WriteAsync(db, count, cancellationToken);
            }

            await ForgetAsync(db, counts, cancellationToken);
            await work.CommitAsync(cancellationToken);
        }
        catch (Exception exception)
        {
            foreach (var count in counts)
            {
                CountAgain(count);
            }

            LogFailure(Logger, typeof(TCount).Name, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Numbers ({Kind}) could not be written down; it is tried again")]
    private static partial void LogFailure(ILogger logger, string kind, Exception exception);
}
