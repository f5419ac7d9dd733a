namespace OrchardSite.Content;

internal static class ContentManifest
{
    public static Manifest Value { get; } = new(
        "OrchardSite.Content",
        "Content",
        "Content types, items and versions, addresses, taxonomies, menus, layers and widgets.",
        ["OrchardSite.Tenants", "OrchardSite.Users", "OrchardSite.Recipes", "OrchardSite.Theming", "OrchardSite.Admin", "OrchardSite.Deployment", "OrchardSite.Audit", "OrchardSite.Media"],
        new Feature("OrchardSite.Content", "Content", "Everything a site shows is a content item of a type that the site defines.")
        {
            AlwaysEnabled = true,
            Covers =
            [
                "OrchardCore.Alias", "OrchardCore.Autoroute", "OrchardCore.ContentFields", "OrchardCore.Contents", "OrchardCore.ContentTypes",
                "OrchardCore.CustomSettings", "OrchardCore.Flows", "OrchardCore.HomeRoute", "OrchardCore.Html", "OrchardCore.Layers", "OrchardCore.Menu",
                "OrchardCore.Navigation", "OrchardCore.Rules", "OrchardCore.Sitemaps", "OrchardCore.Taxonomies", "OrchardCore.Title", "OrchardCore.Widgets",
            ],
        });
}
