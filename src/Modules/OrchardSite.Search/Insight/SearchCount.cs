using OrchardSite.Data;

namespace OrchardSite.Search.Insight;

/// <summary>How often readers of a site asked for something on one day. Nothing says who asked, or when in the day.</summary>
public sealed class SearchCount : ITenantOwned
{
    public int TenantId { get; set; }

    /// <summary>In the site's time zone.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What was typed, in small letters.</summary>
    public required string Words { get; init; }

    public int Times { get; set; }

    /// <summary>How many of <see cref="Times"/> found nothing.</summary>
    public int TimesInVain { get; set; }
}
