namespace OrchardSite.Media;

/// <summary>Settings of the library, section <c>Media</c>.</summary>
public sealed class MediaOptions
{
    /// <summary>In bytes.</summary>
    public long MaxFileSize { get; init; } = 50 * 1024 * 1024;
}
