namespace OrchardSite.Media;

/// <summary>What the module's operations write into the audit log.</summary>
internal static class MediaAudit
{
    public static (string Name, string Description)[] Operations { get; } =
    [
        ("SaveMediaFile", "Put files into the library"),
        ("EditMediaFile", "Changed a file of the library"),
        ("DeleteMediaFile", "Deleted a file of the library"),
        ("CreateMediaFolder", "Created a folder of the library"),
        ("MoveMediaFolder", "Moved a folder of the library"),
        ("DeleteMediaFolder", "Deleted a folder of the library"),
    ];
}
