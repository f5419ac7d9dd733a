namespace OrchardSite.Directives;

internal static class DirectivesManifest
{
    public const string Feature = "OrchardSite.Directives";

    public static Manifest Value { get; } = new(
        Feature,
        "Directives",
        "Documents by which the state and the Party direct: numbers, validity, relations, the list that readers search, and delivery to units.",
        ["OrchardSite.Tenants", "OrchardSite.Users", "OrchardSite.Theming", "OrchardSite.Admin", "OrchardSite.Audit", "OrchardSite.Content", "OrchardSite.Media", "OrchardSite.Search", "OrchardSite.Workflows"],
        new Feature(Feature, "Directives", "Publishes directives with their validity, relations and signed files."));
}
