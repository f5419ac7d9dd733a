namespace OrchardSite.Workflows;

public static class WorkflowPermissions
{
    /// <summary>Besides the right to publish the item.</summary>
    public static Permission ForcePublishContent { get; } = new("ForcePublishContent", "Publish without a second person, with a reason");

    internal static Permission[] All => [ForcePublishContent];
}
