using Microsoft.EntityFrameworkCore;

namespace OrchardSite.Data;

public static class TenantContexts
{
    /// <summary>A context for one tenant outside a scope, for caches that load by themselves.</summary>
    public static SiteDbContext CreateForTenant(this IDbContextFactory<SiteDbContext> contexts, int tenantId)
    {
        var db = contexts.CreateDbContext();
        db.TenantId = tenantId;
        return db;
    }
}
