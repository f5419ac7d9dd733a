using OrchardSite.Data;

namespace OrchardSite.Tenants;

public static class TenantChanges
{
    /// <summary>Tells the change feed and the tenant's own audit log; the context must be that tenant's.</summary>
    public static void RecordTenantChange(this SiteDbContext db, int tenantId, string operation, Actor actor, TimeProvider time, string? detail)
    {
        db.Add(new Change { TenantId = tenantId, Kind = ChangeKind.TenantChanged, OccurredUtc = time.GetUtcNow().UtcDateTime });
        db.Audit(operation, actor, time, detail);
    }

    internal static void Audit(this SiteDbContext db, string operation, Actor actor, TimeProvider time, string? detail) => 
        db.Add(AuditEntry.Of(actor, operation, time.GetUtcNow().UtcDateTime, detail: detail));
}
