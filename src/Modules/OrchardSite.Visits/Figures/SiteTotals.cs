using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Visits.Counting;

namespace OrchardSite.Visits.Figures;

/// <summary>What the counter at the foot of a page says.</summary>
/// <param name="Online">Readers who have opened a page a few minutes ago.</param>
/// <param name="Today">Visits of the site's day.</param>
/// <param name="Total">Visits since the site has counted.</param>
public sealed record CounterNumbers(int Online, long Today, long Total);

/// <summary>
/// The numbers of the counter of each site, from memory: read once a minute at most, with what this node has counted since; of other
/// nodes they lag up to two minutes.
/// </summary>
public sealed class SiteTotals(IDbContextFactory<SiteDbContext> contexts, VisitCounter counter, Visitors visitors, SiteDays days, TimeProvider time)
{
    private readonly ConcurrentDictionary<int, Lazy<Task<Written>>> _written = new();

    public async Task<CounterNumbers> OfAsync(int tenantId)
    {
        var today = await days.TodayAsync(tenantId);
        var written = await _written.GetOrAdd(tenantId, static (id, arguments) => new Lazy<Task<Written>>(() => arguments.Totals.ReadAsync(id, arguments.Day)), (Totals: this, Day: today)).Value;
        var since = counter.VisitsOf(tenantId, today);
        return new CounterNumbers(visitors.OnlineAt(tenantId) + written.OnlineElsewhere, (written.Day == today ? written.Today : 0) + since, written.Total + since);
    }

    /// <summary>Whatever was read may be out of date.</summary>
    internal void ReadAnew() => _written.Clear();

    private async Task<Written> ReadAsync(int tenantId, DateOnly today)
    {
        try
        {
            await using var db = contexts.CreateForTenant(tenantId);
            var (node, fresh) = (visitors.Node, time.GetUtcNow().UtcDateTime - TellReadersOnline.GoodFor);
            var ofSite = db.Set<VisitCount>().Where(row => row.Path == VisitCount.WholeSite);
            // Many requests may wait for this, so none of their cancellations ends it.
            return new Written(
                today,
                await ofSite.Where(row => row.Day == today).SumAsync(row => (long)row.Visits),
                await ofSite.SumAsync(row => (long)row.Visits),
                await db.Set<OnlineCount>().Where(row => row.TenantId == tenantId && row.Node != node && row.AtUtc >= fresh).SumAsync(row => row.Readers));
        }
        catch
        {
            _written.TryRemove(tenantId, out _);
            throw;
        }
    }

    private sealed record Written(DateOnly Day, long Today, long Total, int OnlineElsewhere);
}
