namespace OrchardSite.Tenants;

/// <summary>What the module's operations write into the audit log.</summary>
internal static class TenantAudit
{
    public static (string Name, string Description)[] Operations { get; } =
    [
        ("CreateTenant", "Added the site"),
        ("EditTenant", "Changed the address of the site"),
        ("EnableTenant", "Opened the site"),
        ("DisableTenant", "Closed the site"),
        ("RemoveTenant", "Removed a site"),
        ("SwitchFeatures", "Switched features on or off"),
        ("SaveSiteDocument", "Changed settings"),
    ];
}
