using OrchardSite.Data;

namespace OrchardSite.Media;

/// <summary>How often a file of a site was downloaded on one day. Nothing says who did, or when in the day.</summary>
public sealed class DownloadCount : ITenantOwned
{
    public int TenantId { get; set; }

    /// <summary>Where the file was on that day.</summary>
    public required string Path { get; init; }

    /// <summary>In the site's time zone.</summary>
    public required DateOnly Day { get; init; }

    public int Times { get; set; }
}
