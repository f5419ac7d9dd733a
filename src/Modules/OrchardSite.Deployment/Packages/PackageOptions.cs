namespace OrchardSite.Deployment;

/// <summary>What packages from elsewhere may be, section <c>Packages</c>; bytes.</summary>
public sealed class PackageOptions
{
    /// <summary>Of the file that is uploaded.</summary>
    public long MaxUpload { get; init; } = 1024L * 1024 * 1024;

    /// <summary>Of all that is in it, unpacked.</summary>
    public long MaxUnpacked { get; init; } = 4L * 1024 * 1024 * 1024;

    public int MaxEntries { get; init; } = 20_000;

    /// <summary>How many times larger than the package its content may be; what is smaller than <see cref="AlwaysUnpacked"/> may be so anyhow.</summary>
    public int MaxRatio { get; init; } = 100;

    /// <summary>How long a package waits to be run once its plan was shown.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromHours(2);

    public const long AlwaysUnpacked = 64 * 1024 * 1024;
}
