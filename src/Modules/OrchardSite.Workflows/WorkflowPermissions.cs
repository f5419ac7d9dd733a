namespace OrchardSite.Workflows;

public static class WorkflowPermissions
{
    /// <summary>Besides the right to publish the item.</summary>
    public static Permission ForcePublishContent { get; } = new("ForcePublishContent", "Publish without a second person, with a reason");

    /// <summary>Make the workflow stricter for the site.</summary>
    public static Permission ManageWorkflow { get; } = new("ManageEditorialWorkflow", "Make the editorial workflow stricter for this site");

    internal static Permission[] All => [ForcePublishContent, ManageWorkflow];
}
