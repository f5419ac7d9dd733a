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
        ("CreateContentType", "Added a content type"),
        ("SaveContentType", "Changed a content type"),
        ("RemoveContentType", "Removed a content type"),
        ("AddContentPart", "Added a part to a content type"),
        ("SaveContentPart", "Changed a part of a content type"),
        ("RemoveContentPart", "Removed a part of a content type"),
        ("MoveContentPart", "Moved a part of a content type"),
        ("AddContentField", "Added a field to a content type"),
        ("SaveContentField", "Changed a field of a content type"),
        ("RemoveContentField", "Removed a field of a content type"),
        ("CheckHealth", "Had the whole site checked for what is broken"),
        ("MoveContentField", "Moved a field of a content type"),
    ];
}
