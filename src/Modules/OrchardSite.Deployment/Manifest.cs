namespace OrchardSite.Deployment;

internal static class DeploymentManifest
{
    public static Manifest Value { get; } = new(
        "OrchardSite.Deployment",
        "Deployment",
        "Recipes in the dashboard; sites as packages that travel to another site or installation.",
        ["OrchardSite.Tenants", "OrchardSite.Users", "OrchardSite.Recipes", "OrchardSite.Theming", "OrchardSite.Admin"],
        new Feature("OrchardSite.Deployment", "Deployment", "Plans, runs, exports and imports what a site consists of.")
        {
            AlwaysEnabled = true,
            Covers = ["OrchardCore.Deployment"],
        });
}
