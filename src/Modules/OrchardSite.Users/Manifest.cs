namespace OrchardSite.Users;

internal static class UsersManifest
{
    public static Manifest Value { get; } = new(
        "OrchardSite.Users",
        "Users",
        "Accounts, memberships, roles and their permissions, and signing in.",
        ["OrchardSite.Tenants"],
        new Feature("OrchardSite.Users", "Users", "One account for the whole installation, with roles in each site it belongs to.")
        {
            AlwaysEnabled = true,
            Covers = ["OrchardCore.Users", "OrchardCore.Roles"],
        });
}
