namespace OrchardSite.Media;

/// <summary>What a library may hold; bytes.</summary>
public class MediaLimits
{
    /// <summary>Of one file.</summary>
    public long? MaxFileSize { get; init; }

    /// <summary>Of all files of a tenant together.</summary>
    public long? MaxTotalSize { get; init; }
}

/// <summary>Settings of the library, section <c>Media</c>: the limits of every tenant, and of some by their technical names.</summary>
public sealed class MediaOptions : MediaLimits
{
    private const long DefaultFileSize = 50L * 1024 * 1024;
    private const long DefaultTotalSize = 20L * 1024 * 1024 * 1024;

    public Dictionary<string, MediaLimits> Tenants { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Folders at the top of each library whose files no reader gets, only people of the site who may see them.</summary>
    public IReadOnlyList<string> SecuredFolders { get; init; } = ["noi-bo"];

    public bool IsSecured(string path) => MediaPath.TopOf(path) is var top && SecuredFolders.Any(folder => string.Equals(folder, top, StringComparison.OrdinalIgnoreCase));

    public long FileSizeOf(string tenant) => Tenants.GetValueOrDefault(tenant)?.MaxFileSize ?? MaxFileSize ?? DefaultFileSize;

    public long TotalSizeOf(string tenant) => Tenants.GetValueOrDefault(tenant)?.MaxTotalSize ?? MaxTotalSize ?? DefaultTotalSize;
}
