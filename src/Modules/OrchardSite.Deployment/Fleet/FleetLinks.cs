using Microsoft.Extensions.Localization;
using OrchardSite.Admin.Tenants;
using OrchardSite.Tenants;

namespace OrchardSite.Deployment.Fleet;

/// <summary>Leads from a site's page to running a recipe on it, and to where it differs from its own.</summary>
internal sealed class FleetLinks(FleetRuns runs, IStringLocalizer localizer) : ISiteLinks
{
    public async Task<IReadOnlyList<SiteLink>> OfAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        if (tenant.State != TenantState.Running)
        {
            return [];
        }

        var run = new SiteLink(localizer["Run a recipe here"], $"Admin/Fleet/New?ticked=true&site={tenant.Name}");
        return await runs.NewestComparisonAsync(tenant.Id, cancellationToken) is { } id
            ? [run, new SiteLink(localizer["Drift from the recipe"], $"Admin/Fleet/Site?id={id}&site={tenant.Name}")]
            : [run, new SiteLink(localizer["Drift from the recipe"], "Admin/Tenants/Drift")];
    }
}
