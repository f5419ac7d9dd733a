using OrchardSite.Data;

namespace OrchardSite.Users.Accounts;

internal static class AccountAudit
{
    /// <summary>Adds an audit entry about an account to the current tenant's log.</summary>
    public static void AddAudit(this SiteDbContext db, Actor actor, string operation, Account account, TimeProvider time, string? detail = null)
    {
        // The log is a tenant's; what the host does before it enters one has no place in it.
        if (db.TenantId == 0)
        {
            return;
        }

        db.Add(AuditEntry.Of(actor, operation, time.GetUtcNow().UtcDateTime, detail: detail is null or "" ? account.UserName : $"{account.UserName}: {detail}"));
    }
}
