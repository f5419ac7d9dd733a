namespace OrchardSite.Visits;

internal static class VisitsManifest
{
    public const string Feature = "OrchardSite.Visits";

    public static Manifest Value { get; } = new(
        Feature,
        "Visits",
        "How much each site is read: a counter for readers and figures for its editors, without cookies.",
        ["OrchardSite.Tenants", "OrchardSite.Users", "OrchardSite.Theming", "OrchardSite.Admin", "OrchardSite.Content"],
        new Feature(Feature, "Visits", "Counts visits and shows them at the foot of pages; nothing is kept of who came."));
}
