namespace OrchardSite.Tenants;

internal static class TenantsManifest
{
    public static Manifest Value { get; } = new(
        "OrchardSite.Tenants",
        "Tenants",
        "The sites of this installation: where they live, what they can do, their settings.",
        [],
        new Feature("OrchardSite.Tenants", "Tenants", "Finds the site of each request and keeps its settings.")
        {
            AlwaysEnabled = true,
            Covers = ["OrchardCore.Features", "OrchardCore.Localization", "OrchardCore.Settings", "OrchardCore.Tenants"],
        });
}
