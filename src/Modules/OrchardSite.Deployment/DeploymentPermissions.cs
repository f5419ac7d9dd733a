namespace OrchardSite.Deployment;

/// <summary>Orchard Core's permissions on packages. To bring one in, a person must be allowed to run recipes too.</summary>
public static class DeploymentPermissions
{
    public static Permission Export { get; } = new("Export", "Take the site with all it has out as a package");

    public static Permission Import { get; } = new("Import", "Bring a package into the site");

    internal static Permission[] All => [Export, Import];
}
