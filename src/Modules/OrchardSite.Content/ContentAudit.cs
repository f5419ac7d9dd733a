namespace OrchardSite.Content;

/// <summary>What the module's operations write into the audit log.</summary>
internal static class ContentAudit
{
    public static (string Name, string Description)[] Operations { get; } =
    [
        ("SaveContent", "Saved a draft"),
        ("PublishContent", "Published content"),
        ("ImportContent", "Imported content"),
        ("PlaceWidget", "Placed a widget"),
        ("UnpublishContent", "Took content down"),
        ("DeleteContent", "Moved content to the bin"),
        ("RestoreContent", "Restored content"),
    ];
}
