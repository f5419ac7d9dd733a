using OrchardSite.Tenants;

namespace OrchardSite.Admin.Tenants;

/// <summary>What the states of sites are called, in English.</summary>
public static class TenantTexts
{
    public static string NameOf(TenantState state) => state switch
    {
        TenantState.Running => "Running",
        TenantState.Disabled => "Switched off",
        _ => "Not set up yet",
    };
}
