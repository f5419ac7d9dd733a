using Microsoft.AspNetCore.Mvc;
using OrchardSite.Admin.Tenants;
using OrchardSite.Deployment.Fleet;
using OrchardSite.Recipes;
using OrchardSite.Tenants;

namespace OrchardSite.Deployment.Pages.Admin.Fleet;

/// <summary>Which sites differ from their recipes, as of the newest comparison; and begins another.</summary>
public sealed class DriftModel(FleetRuns runs, StartFleetRun start, SiteSearch search, RecipeCatalog catalog) : HostPage
{
    /// <summary>Empty: for each site the one it was set up with.</summary>
    [BindProperty]
    public string? Recipe { get; set; }

    public IReadOnlyList<RecipeDescriptor> Recipes => catalog.All;

    public IReadOnlyList<SiteRow> Open { get; private set; } = [];

    public FleetSummary? Newest { get; private set; }

    /// <summary>Those that differ most first.</summary>
    public IReadOnlyList<FleetResult> Drifted { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        var started = await start.RunAsync(new NewFleetRun(Recipe ?? "", [.. Open.Select(site => site.Tenant.Name)], FleetKind.Compare), Actor, cancellationToken);
        return started.Succeeded ? LocalRedirect($"{Url.Content("~/Admin/Fleet/Run")}?id={started.Value}") : Refused(started.Refusals);
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Open = await search.FindAsync(new SiteFilter(null, TenantState.Running, null), cancellationToken);
        Newest = await runs.NewestComparisonAsync(cancellationToken);
        Drifted = Newest is null ? [] : [.. (await runs.ResultsAsync(Newest.Run.Id, FleetSiteState.Changed, cancellationToken)).OrderByDescending(result => result.Result.Changes)];
    }
}
