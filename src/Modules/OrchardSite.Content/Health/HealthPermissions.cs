using OrchardSite.Tenants;

namespace OrchardSite.Content.Health;

public static class HealthPermissions
{
    /// <summary>What is broken is shown to whoever sees the content in lists.</summary>
    public static Permission CheckHealth { get; } = new("CheckHealth", "Have the whole site checked for what is broken", TenantPermissions.ManageSettings);
}
