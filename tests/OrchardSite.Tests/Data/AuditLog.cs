using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Data;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Data;

internal static class AuditLog
{
    /// <summary>Entries of one operation in a tenant's log.</summary>
    public static Task<List<AuditEntry>> AuditOfAsync(this PortalApp portal, string tenant, string operation) => portal.InTenantAsync(tenant, services => services
        .GetRequiredService<SiteDbContext>().AuditEntries.AsNoTracking().Where(entry => entry.Operation == operation).ToListAsync());
}
