namespace OrchardSite.Media;

internal static class MediaManifest
{
    public static Manifest Value { get; } = new(
        "OrchardSite.Media",
        "Media",
        "The library of pictures and documents of each site, and the sizes in which pictures are shown.",
        ["OrchardSite.Tenants", "OrchardSite.Users", "OrchardSite.Recipes", "OrchardSite.Theming", "OrchardSite.Admin", "OrchardSite.Deployment"],
        new Feature("OrchardSite.Media", "Media", "Keeps the pictures and documents that a site shows.")
        {
            AlwaysEnabled = true,
            Covers = ["OrchardCore.Media"],
        });
}
