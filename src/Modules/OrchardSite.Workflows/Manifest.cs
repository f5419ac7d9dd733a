namespace OrchardSite.Workflows;

internal static class WorkflowsManifest
{
    public static Manifest Value { get; } = new(
        "OrchardSite.Workflows",
        "Editorial workflow",
        "The way of content from a draft to readers, with two pairs of eyes, by the same rules on every site.",
        ["OrchardSite.Tenants", "OrchardSite.Users", "OrchardSite.Admin", "OrchardSite.Audit", "OrchardSite.Content", "OrchardSite.Media"],
        new Feature("OrchardSite.Workflows", "Editorial workflow", "States, transitions and who may make them; the inbox of what waits.")
        {
            AlwaysEnabled = true,
            Covers = ["OrchardCore.Workflows"],
        });
}
