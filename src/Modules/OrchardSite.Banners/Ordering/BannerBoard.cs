using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Content.Definitions;
using OrchardSite.Data;

namespace OrchardSite.Banners.Ordering;

public enum BannerState
{
    /// <summary>Readers do not see it.</summary>
    Draft,
    Planned,
    Shown,
    Ended,
}

/// <param name="Banner">As readers see it or will; of a draft, as it was saved last.</param>
/// <param name="HasNewerDraft">True while changes wait to be published.</param>
public sealed record BannerRow(SiteBanner Banner, string Title, BannerState State, bool HasNewerDraft)
{
    public string Id => Banner.Id;
}

/// <summary>The banners of one position in their order.</summary>
public sealed record BannerPosition(string Key, string Name, IReadOnlyList<BannerRow> Rows);

/// <summary>All banners of the current site, position by position. Scoped.</summary>
public sealed class BannerBoard(SiteDbContext db, DefinitionStore definitions, TimeProvider time)
{
    public async Task<IReadOnlyList<BannerPosition>> ReadAsync(CancellationToken cancellationToken)
    {
        var items = await db.Set<ContentItem>().AsNoTracking().Where(row => row.ContentType == SiteBanner.ContentType && row.DeletedUtc == null).ToListAsync(cancellationToken);
        var rows = items.ToDictionary(item => item.Id, StringComparer.Ordinal);
        var byPosition = SiteBanners.InOrder(items.Select(item => new ContentView(item))).Select(SiteBanner.Of).Select(banner => RowOf(banner, rows[banner.Id])).ToLookup(row => row.Banner.Position, StringComparer.Ordinal);
        var known = (await definitions.GetAsync()).Find(SiteBanner.ContentType)?.FindPart(SiteBanner.ContentType)?.Fields.FirstOrDefault(field => field.Name == "Position")?.Options ?? [];
        return
        [
            .. known.Select(option => new BannerPosition(option.Value, option.Name, [.. byPosition[option.Value]])),
            // What a draft says before it is whole.
            .. byPosition.Where(group => known.All(option => option.Value != group.Key)).Select(group => new BannerPosition(group.Key, group.Key, [.. group])),
        ];
    }

    /// <returns>Null when there is no such banner.</returns>
    public async Task<(BannerPosition Position, BannerRow Row)?> FindAsync(string id, CancellationToken cancellationToken)
    {
        foreach (var position in await ReadAsync(cancellationToken))
        {
            if (position.Rows.FirstOrDefault(row => row.Id == id) is { } found)
            {
                return (position, found);
            }
        }

        return null;
    }

    private BannerRow RowOf(SiteBanner banner, ContentItem item)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var state = item.PublishedVersionId is null ? BannerState.Draft
            : banner.StartUtc > now ? BannerState.Planned
            : banner.EndUtc <= now ? BannerState.Ended
            : BannerState.Shown;
        return new BannerRow(banner, item.PublishedVersionId is null ? item.LatestText : item.DisplayText, state, item.PublishedVersionId is not null && item.PublishedVersionId != item.LatestVersionId);
    }
}
