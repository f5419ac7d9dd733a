using Microsoft.EntityFrameworkCore;
using OrchardSite.Admin.Tenants;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Deployment.Fleet;

/// <param name="Name">As readers know it.</param>
public sealed record FleetResult(Tenant Site, string Name, FleetSite Result);

/// <param name="Counts">How many sites are in each state; none in one that is not named.</param>
public sealed record FleetSummary(FleetRun Run, IReadOnlyDictionary<FleetSiteState, int> Counts)
{
    public int Total => Counts.Values.Sum();

    public int Of(FleetSiteState state) => Counts.GetValueOrDefault(state);
}

/// <summary>Reads runs on many sites and what they came to. Scoped.</summary>
public sealed class FleetRuns(SiteDbContext db, SiteSearch search)
{
    private const int Most = 100;

    /// <returns>Newest first.</returns>
    public async Task<IReadOnlyList<FleetSummary>> NewestAsync(CancellationToken cancellationToken)
    {
        var runs = await db.Set<FleetRun>().AsNoTracking().OrderByDescending(run => run.Id).Take(Most).ToListAsync(cancellationToken);
        return await SummariesAsync(runs, cancellationToken);
    }

    /// <returns>Null when there is no such run.</returns>
    public async Task<FleetSummary?> FindAsync(int id, CancellationToken cancellationToken)
    {
        var runs = await db.Set<FleetRun>().AsNoTracking().Where(run => run.Id == id).ToListAsync(cancellationToken);
        return (await SummariesAsync(runs, cancellationToken)).FirstOrDefault();
    }

    /// <param name="state">Null: any.</param>
    /// <returns>What failed first, then by the names of the sites.</returns>
    public async Task<IReadOnlyList<FleetResult>> ResultsAsync(int id, FleetSiteState? state, CancellationToken cancellationToken)
    {
        var rows = await db.Set<FleetSite>().AsNoTracking().Where(site => site.RunId == id && (state == null || site.State == state)).ToListAsync(cancellationToken);
        var sites = (await search.FindAsync(new SiteFilter(null, null, null), cancellationToken)).ToDictionary(site => site.Tenant.Id);
        // A removed site is about to go from here too.
        var results = rows.Where(row => sites.ContainsKey(row.TenantId)).Select(row => new FleetResult(sites[row.TenantId].Tenant, sites[row.TenantId].Name, row));
        return [.. results.OrderByDescending(result => result.Result.State == FleetSiteState.Failed).ThenBy(result => result.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>What a plan or a comparison has found on one site.</summary>
    public async Task<IReadOnlyList<SiteDifference>> DifferencesAsync(int id, int tenantId, CancellationToken cancellationToken) =>
        await db.Set<FleetDetail>().AsNoTracking().FirstOrDefaultAsync(detail => detail.RunId == id && detail.TenantId == tenantId, cancellationToken) is { } detail
            ? SiteDifference.Read(detail.Json)
            : [];

    /// <returns>Null when nothing was compared yet.</returns>
    public async Task<FleetSummary?> NewestComparisonAsync(CancellationToken cancellationToken)
    {
        var runs = await db.Set<FleetRun>().AsNoTracking().Where(run => run.Kind == FleetKind.Compare).OrderByDescending(run => run.Id).Take(1).ToListAsync(cancellationToken);
        return (await SummariesAsync(runs, cancellationToken)).FirstOrDefault();
    }

    /// <returns>The number of the newest comparison that has come to the site; null when none has.</returns>
    public Task<int?> NewestComparisonAsync(int tenantId, CancellationToken cancellationToken) => (
        from site in db.Set<FleetSite>()
        join run in db.Set<FleetRun>() on site.RunId equals run.Id
        where run.Kind == FleetKind.Compare && site.TenantId == tenantId && site.State != FleetSiteState.Waiting
        orderby run.Id descending
        select (int?)run.Id).FirstOrDefaultAsync(cancellationToken);

    private async Task<IReadOnlyList<FleetSummary>> SummariesAsync(List<FleetRun> runs, CancellationToken cancellationToken)
    {
        var ids = runs.ConvertAll(run => run.Id);
        var counts = await db.Set<FleetSite>().Where(site => ids.Contains(site.RunId)).GroupBy(site => new { site.RunId, site.State })
            .Select(sites => new { sites.Key.RunId, sites.Key.State, Count = sites.Count() }).ToListAsync(cancellationToken);
        var byRun = counts.ToLookup(count => count.RunId);
        return runs.ConvertAll(run => new FleetSummary(run, byRun[run.Id].ToDictionary(count => count.State, count => count.Count)));
    }
}
