using System.Numerics;
using OrchardSite.Data.Counting;

namespace OrchardSite.Banners.Statistics;

/// <summary>What readers have seen and followed on this node since it was written down last.</summary>
public sealed class BannerCounter
{
    // Only banners that are there are counted, so more than these are those of thousands of sites within a minute.
    private const int MostCounts = 50_000;

    private readonly NodeCounter<(int TenantId, string ItemId, int SiteId, DateOnly Day), BannerNumbers> _numbers = new(MostCounts);

    /// <param name="tenantId">The site whose banner it is.</param>
    /// <param name="siteId">The site on whose pages it was.</param>
    internal void Add(int tenantId, string itemId, int siteId, DateOnly day, BannerNumbers numbers) => _numbers.Add((tenantId, itemId, siteId, day), numbers);

    internal IReadOnlyList<BannerCount> Take() =>
    [
        .. _numbers.Take().Select(pair => new BannerCount
        {
            TenantId = pair.Key.TenantId,
            ItemId = pair.Key.ItemId,
            SiteId = pair.Key.SiteId,
            Day = pair.Key.Day,
            Views = pair.Value.Views,
            Clicks = pair.Value.Clicks,
        }),
    ];
}

/// <param name="Views">How often it came into view.</param>
/// <param name="Clicks">How often it was followed.</param>
public readonly record struct BannerNumbers(int Views, int Clicks) : IAdditionOperators<BannerNumbers, BannerNumbers, BannerNumbers>
{
    public static BannerNumbers Seen { get; } = new(1, 0);

    public static BannerNumbers Followed { get; } = new(0, 1);

    /// <summary>Of a hundred views, how many led to a click; null where it was never seen.</summary>
    public double? Rate => Views == 0 ? null : 100.0 * Clicks / Views;

    public static BannerNumbers operator +(BannerNumbers left, BannerNumbers right) => new(left.Views + right.Views, left.Clicks + right.Clicks);
}
