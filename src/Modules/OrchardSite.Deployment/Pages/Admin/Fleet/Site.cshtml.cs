using Microsoft.AspNetCore.Mvc;
using OrchardSite.Admin.Tenants;
using OrchardSite.Deployment.Fleet;
using OrchardSite.Tenants;

namespace OrchardSite.Deployment.Pages.Admin.Fleet;

/// <summary>What a plan would change on one site, or in what a comparison has found it to differ.</summary>
public sealed class SiteModel(FleetRuns runs, StartFleetRun start, TenantDirectory tenants, TenantCache<SiteSettings> settings) : HostPage
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>Technical name.</summary>
    [BindProperty(SupportsGet = true, Name = "site")]
    public string Name { get; set; } = "";

    public FleetSummary Summary { get; private set; } = null!;

    public Tenant Tenant { get; private set; } = null!;

    public string SiteName { get; private set; } = "";

    public IReadOnlyList<SiteDifference> Differences { get; private set; } = [];

    public string Recipe => Summary.Run.Recipe.Length > 0 ? Summary.Run.Recipe : Tenant.Recipe;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return NotFound();
        }

        var started = await start.RunAsync(new NewFleetRun(Summary.Run.Recipe, [Tenant.Name], FleetKind.Compare), Actor, cancellationToken);
        return started.Succeeded ? LocalRedirect($"{Url.Content("~/Admin/Fleet/Run")}?id={started.Value}") : Refused(started.Refusals);
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (tenants.Find(Name) is not { } tenant || await runs.FindAsync(Id, cancellationToken) is not { Run.Kind: not FleetKind.Run } summary)
        {
            return false;
        }

        (Summary, Tenant, SiteName) = (summary, tenant, (await settings.GetAsync(tenant.Id)).NameOf(tenant));
        Differences = await runs.DifferencesAsync(Id, tenant.Id, cancellationToken);
        return true;
    }
}
