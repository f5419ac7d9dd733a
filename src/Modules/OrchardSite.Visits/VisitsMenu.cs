using Microsoft.Extensions.Localization;
using OrchardSite.Admin.Menu;
using OrchardSite.Tenants;

namespace OrchardSite.Visits;

/// <summary>The entry of the figures, where the site counts.</summary>
internal sealed class VisitsMenu(CurrentTenant tenant, TenantDirectory tenants, IStringLocalizer localizer) : IAdminMenuSource
{
    // After whatever the site's recipes have put there.
    private const int Late = 1050;

    public ValueTask<IReadOnlyList<AdminMenuItem>> ItemsAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<AdminMenuItem>>(
        tenants.Find(tenant.Id)?.Features.Contains(VisitsManifest.Feature) == true
            ? [new AdminMenuItem(localizer["Visits"], "Admin/Visits", Late, [VisitPermissions.ViewVisits.Name], "chart-simple")]
            : []);
}
