using Microsoft.Extensions.Localization;
using OrchardSite.Admin.Menu;
using OrchardSite.Tenants;

namespace OrchardSite.Admin.Tenants;

/// <summary>The entry of the sites, in the dashboard of the first one.</summary>
internal sealed class HostMenu(CurrentTenant current, IStringLocalizer localizer) : IAdminMenuSource
{
    // After whatever the site's recipes have put there.
    private const int Last = 1000;

    public ValueTask<IReadOnlyList<AdminMenuItem>> ItemsAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<AdminMenuItem>>(
        current.Name == TenantNames.DefaultTenant ? [new AdminMenuItem(localizer["Sites"], "Admin/Tenants", Last, [HostPage.Permission], "sitemap")] : []);
}
