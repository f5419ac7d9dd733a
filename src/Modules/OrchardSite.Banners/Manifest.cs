namespace OrchardSite.Banners;

internal static class BannersManifest
{
    public const string Feature = "OrchardSite.Banners";

    public static Manifest Value { get; } = new(
        Feature,
        "Banners",
        "Linked pictures at the top, the side and the foot of pages, for a time.",
        ["OrchardSite.Tenants", "OrchardSite.Users", "OrchardSite.Theming", "OrchardSite.Admin", "OrchardSite.Content", "OrchardSite.Media"],
        new Feature(Feature, "Banners", "Shows linked pictures at fixed places of a page."));
}
