namespace OrchardSite.Tenants;

/// <summary>Tenants themselves are managed by who runs the installation, see <see cref="Actor.IsHost"/>: no role can allow it.</summary>
public static class TenantPermissions
{
    public static Permission ManageFeatures { get; } = new("ManageFeatures", "Switch features of the site on and off");

    public static Permission ManageSettings { get; } = new("ManageSettings", "Change the settings of the site");
}
