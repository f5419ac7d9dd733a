using OrchardSite.Data;

namespace OrchardSite.Visits.Counting;

/// <summary>How often a page of a site was read on one day. Nothing says by whom, or when in the day.</summary>
public sealed class VisitCount : ITenantOwned
{
    /// <summary>The path under which the numbers of all pages of the site together stand.</summary>
    public const string WholeSite = "";

    /// <summary>In characters, with the slash before an address of the longest kind.</summary>
    public const int LongestPath = 401;

    public int TenantId { get; set; }

    /// <summary>Inside the site, in small letters, with a slash at the start and none at the end; or <see cref="WholeSite"/>.</summary>
    public required string Path { get; init; }

    /// <summary>In the site's time zone.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>How often it was opened.</summary>
    public int Views { get; set; }

    /// <summary>How many visits began there.</summary>
    public int Visits { get; set; }
}
