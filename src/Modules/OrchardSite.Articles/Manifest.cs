namespace OrchardSite.Articles;

internal static class ArticlesManifest
{
    public const string FeatureId = "OrchardSite.Articles";

    public static Manifest Value { get; } = new(
        FeatureId,
        "Articles",
        "News and notices of a site's categories: their rules, pages and lists, feeds, and the move from the old site.",
        ["OrchardSite.Content"],
        new Feature(FeatureId, "Articles", "Articles in categories, with the lists of the home page and RSS feeds.")
        {
            Covers = ["OrchardCore.Feeds"],
        });
}
