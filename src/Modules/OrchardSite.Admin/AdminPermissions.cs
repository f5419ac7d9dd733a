namespace OrchardSite.Admin;

public static class AdminPermissions
{
    /// <summary>Orchard Core's permission that every page of the dashboard asks for.</summary>
    public static Permission AccessAdminPanel { get; } = new("AccessAdminPanel", "Use the dashboard");
}
