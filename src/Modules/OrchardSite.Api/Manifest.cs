namespace OrchardSite.Api;

internal static class ApiManifest
{
    public static Manifest Value { get; } = new(
        "OrchardSite.Api",
        "API",
        "The same operations as the dashboard's pages, for other programs.",
        [
            "OrchardSite.Tenants", "OrchardSite.Users", "OrchardSite.Recipes", "OrchardSite.Theming", "OrchardSite.Admin", "OrchardSite.Deployment", "OrchardSite.Audit",
            "OrchardSite.Media", "OrchardSite.Content",
        ],
        new Feature("OrchardSite.Api", "API", "Lets other programs read and write with access tokens.")
        {
            AlwaysEnabled = true,
        });
}
