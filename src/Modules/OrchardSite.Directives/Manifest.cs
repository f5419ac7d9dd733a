namespace OrchardSite.Directives;

internal static class DirectivesManifest
{
    public const string Feature = "OrchardSite.Directives";

    public static Manifest Value { get; } = new(
        Feature,
        "Directives",
        "Documents by which the state and the Party direct: numbers, validity, relations, and the list that readers search.",
        ["OrchardSite.Tenants", "OrchardSite.Theming", "OrchardSite.Content", "OrchardSite.Media", "OrchardSite.Search"],
        new Feature(Feature, "Directives", "Publishes directives with their validity, relations and signed files."));
}
