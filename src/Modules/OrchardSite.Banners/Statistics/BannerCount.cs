using OrchardSite.Data;

namespace OrchardSite.Banners.Statistics;

/// <summary>How often a banner was seen and followed on one day. Nothing says by whom, or when in the day.</summary>
public sealed class BannerCount : ITenantOwned
{
    /// <summary>The site whose banner it is.</summary>
    public int TenantId { get; set; }

    public required string ItemId { get; init; }

    /// <summary>The site on whose pages it was.</summary>
    public required int SiteId { get; init; }

    /// <summary>In the time zone of that site.</summary>
    public required DateOnly Day { get; init; }

    public int Views { get; set; }

    public int Clicks { get; set; }
}
