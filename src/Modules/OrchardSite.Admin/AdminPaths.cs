namespace OrchardSite.Admin;

/// <summary>Addresses of the dashboard, as in Orchard Core; letters match in either case.</summary>
public static class AdminPaths
{
    public const string Dashboard = "Admin";

    internal const string Files = "_admin";
}
