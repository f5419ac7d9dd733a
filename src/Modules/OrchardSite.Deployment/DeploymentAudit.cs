namespace OrchardSite.Deployment;

/// <summary>What the module's operations write into the audit log.</summary>
internal static class DeploymentAudit
{
    public const string RecipeFailed = "RecipeFailed";

    public static (string Name, string Description)[] Operations { get; } =
    [
        (RecipeFailed, "A recipe failed, and nothing of it was kept"),
        ("ExportPackage", "Took a package out"),
        ("CloneTenant", "Cloned a site"),
    ];
}
