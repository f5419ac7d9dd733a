namespace OrchardSite.Audit;

public static class AuditPermissions
{
    public static Permission ViewAuditLog { get; } = new("ViewAuditLog", "See who did what on the site");
}
