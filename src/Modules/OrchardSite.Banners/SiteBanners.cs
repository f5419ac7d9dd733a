using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Banners;

/// <summary>A published banner, shown now or later.</summary>
/// <param name="Item">With the fields of its summary, which are all that a banner has.</param>
/// <param name="Url">Of another site, or of its own as <c>~/path</c>.</param>
public sealed record SiteBanner(ContentView Item, string Position, string Url, DateTime? StartUtc, DateTime? EndUtc)
{
    public const string ContentType = "Banner";

    public string Id => Item.Id;

    public bool IsShownAt(DateTime utc) => !(StartUtc > utc) && !(EndUtc <= utc);

    internal static SiteBanner Of(ContentView item) => new(
        item, item.Text(ContentType, "Position") ?? "", item.Text(ContentType, "Link", "Url") ?? "", TimeOf(item, "StartAt"), TimeOf(item, "EndAt"));

    private static DateTime? TimeOf(ContentView item, string field) =>
        item.Find(ContentType, field, "Value") is { ValueKind: JsonValueKind.String } value && value.TryGetDateTime(out var time) ? time.ToUniversalTime() : null;
}

/// <summary>A site's published banners in their order, in memory: a page, a report that some were seen, or a click costs no query.</summary>
public sealed class SiteBanners(IReadOnlyList<SiteBanner> banners)
{
    private readonly Dictionary<string, SiteBanner> _byId = banners.ToDictionary(banner => banner.Id, StringComparer.Ordinal);

    public IReadOnlyList<SiteBanner> All { get; } = banners;

    public SiteBanner? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Lower numbers first, then those without one; of the same, the newest first.</summary>
    internal static IEnumerable<ContentView> InOrder(IEnumerable<ContentView> banners) => banners
        .OrderBy(banner => banner.Number(SiteBanner.ContentType, "Order") ?? int.MaxValue)
        .ThenByDescending(banner => banner.PublishedUtc).ThenByDescending(banner => banner.Id, StringComparer.Ordinal);
}

internal sealed class SiteBannersSource(TimeProvider time) : ITenantCacheSource<SiteBanners>
{
    // More than these at a time are more than any site shows.
    private const int MostBanners = 500;

    private static readonly string ListTag = CacheTag.ListOf(SiteBanner.ContentType);

    // A page that was open when one ended still leads where it led.
    private static readonly TimeSpan KnownAfterEnd = TimeSpan.FromDays(1);

    public async Task<SiteBanners> LoadAsync(SiteDbContext db, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow().UtcDateTime - KnownAfterEnd;
        var rows = await db.Set<ContentItem>().AsNoTracking()
            .Where(row => row.ContentType == SiteBanner.ContentType && row.IsPublic && (row.ExpiresUtc == null || row.ExpiresUtc > since))
            .OrderByDescending(row => row.PublishedUtc).ThenByDescending(row => row.Id)
            .Take(MostBanners)
            .ToListAsync(cancellationToken);
        return new SiteBanners([.. SiteBanners.InOrder(rows.Select(row => new ContentView(row))).Select(SiteBanner.Of)]);
    }

    public bool IsOutdatedBy(Change change) => change.Kind == ChangeKind.ContentPublished && (change.Tags is null || change.Tags.Split(' ').Contains(ListTag));
}
