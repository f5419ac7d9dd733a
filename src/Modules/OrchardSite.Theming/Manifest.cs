namespace OrchardSite.Theming;

internal static class ThemingManifest
{
    public static Manifest Value { get; } = new(
        "OrchardSite.Theming",
        "Theming",
        "The shared theme: Liquid templates, zones, files, and the cache of rendered pages.",
        ["OrchardSite.Tenants", "OrchardSite.Users"],
        new Feature("OrchardSite.Theming", "Theming", "Renders every public page in the shared theme.")
        {
            AlwaysEnabled = true,
            Covers = ["OrchardCore.Liquid", "OrchardCore.Themes", "OrchardCore.Resources", "OrchardCore.DynamicCache", "OrchardCore.Templates", "Portal"],
        });
}
