namespace OrchardSite.Users;

/// <summary>Orchard Core's permissions for users and roles of a tenant.</summary>
public static class UserPermissions
{
    public static Permission ManageUsers { get; } = new("ManageUsers", "Manage the users of the site");

    public static Permission ManageRoles { get; } = new("ManageRoles", "Manage the roles of the site and what they allow");
}
