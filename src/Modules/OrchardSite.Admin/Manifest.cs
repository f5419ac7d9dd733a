namespace OrchardSite.Admin;

internal static class AdminManifest
{
    public static Manifest Value { get; } = new(
        "OrchardSite.Admin",
        "Dashboard",
        "The shell of the dashboard: layout, menu, home, command palette, and what its pages share.",
        ["OrchardSite.Tenants", "OrchardSite.Users", "OrchardSite.Recipes", "OrchardSite.Theming"],
        new Feature("OrchardSite.Admin", "Dashboard", "The place where editors and administrators work.")
        {
            AlwaysEnabled = true,
            Covers = ["OrchardCore.Admin", "OrchardCore.AdminDashboard", "OrchardCore.AdminMenu", "TheAdmin"],
        });
}
