namespace OrchardSite.Audit;

internal static class AuditManifest
{
    public static Manifest Value { get; } = new(
        "OrchardSite.Audit",
        "Audit log",
        "Who did what when on a site, in a chain of hashes that shows whether anything was changed afterwards.",
        ["OrchardSite.Tenants", "OrchardSite.Users", "OrchardSite.Recipes", "OrchardSite.Theming", "OrchardSite.Admin"],
        new Feature("OrchardSite.Audit", "Audit log", "Shows who did what when, and proves that the log is whole.")
        {
            AlwaysEnabled = true,
            Covers = ["OrchardCore.AuditTrail"],
        });
}
