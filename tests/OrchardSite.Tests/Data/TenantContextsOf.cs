using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;

namespace OrchardSite.Tests.Data;

internal static class TenantContextsOf
{
    /// <summary>A context of a tenant by name, or of none.</summary>
    public static SiteDbContext OpenContext(this PortalApp portal, string? tenant = null) => portal.Services
        .GetRequiredService<IDbContextFactory<SiteDbContext>>().CreateForTenant(tenant is null ? 0 : portal.Site(tenant)!.Id);
}
