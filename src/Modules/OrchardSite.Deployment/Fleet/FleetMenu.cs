using Microsoft.Extensions.Localization;
using OrchardSite.Admin.Menu;
using OrchardSite.Admin.Tenants;
using OrchardSite.Tenants;

namespace OrchardSite.Deployment.Fleet;

/// <summary>The entry of recipes on many sites, in the dashboard of the first one.</summary>
internal sealed class FleetMenu(CurrentTenant current, IStringLocalizer localizer) : IAdminMenuSource
{
    // After the sites.
    private const int Place = 1001;

    public ValueTask<IReadOnlyList<AdminMenuItem>> ItemsAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<AdminMenuItem>>(
        current.Name == TenantNames.DefaultTenant ? [new AdminMenuItem(localizer["Recipes on many sites"], "Admin/Fleet", Place, [HostPage.Permission], "clone")] : []);
}
