using OrchardSite.Admin;

namespace OrchardSite.Api;

internal static class ApiPermissions
{
    /// <summary>What no role can allow: only who runs the installation can give it to a token of theirs.</summary>
    public const string ManageTenants = "ManageTenants";

    /// <summary>Of no use to a program, which sees no pages.</summary>
    public static bool IsForPeopleOnly(string name) => name == AdminPermissions.AccessAdminPanel.Name;
}
