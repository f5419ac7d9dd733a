namespace OrchardSite.Search;

internal static class SearchManifest
{
    public static Manifest Value { get; } = new(
        "OrchardSite.Search",
        "Search",
        "Finds what a site has published, also for those who type without diacritics.",
        ["OrchardSite.Tenants", "OrchardSite.Recipes", "OrchardSite.Users", "OrchardSite.Theming", "OrchardSite.Admin", "OrchardSite.Audit", "OrchardSite.Content", "OrchardSite.Media"],
        new Feature("OrchardSite.Search", "Search", "A page that finds content by its words.")
        {
            AlwaysEnabled = true,
            Covers = ["OrchardCore.Search", "OrchardCore.Search.Lucene", "OrchardCore.Lucene"],
        });
}
