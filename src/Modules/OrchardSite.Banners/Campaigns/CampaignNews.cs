using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Banners.Campaigns;

/// <summary>Tells the caches of units' sites that what the department shows there has changed, in the transaction that changes it.</summary>
internal sealed class CampaignNews(TenantDirectory tenants, TimeProvider time)
{
    private static readonly string ListTag = CacheTag.ListOf(SiteBanner.ContentType);

    /// <param name="db">Of the department's site.</param>
    /// <param name="ids">Of its banners.</param>
    public async Task BannersChangedAsync(SiteDbContext db, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var open = await db.Set<BannerCampaign>().AsNoTracking().Where(row => row.TenantId == db.TenantId && row.EndUtc > now).ToListAsync(cancellationToken);
        CampaignsChanged(db, [.. open.Where(campaign => campaign.BannerIds.Any(ids.Contains))]);
    }

    /// <param name="campaigns">As they were and as they are.</param>
    public void CampaignsChanged(SiteDbContext db, IReadOnlyCollection<BannerCampaign> campaigns)
    {
        foreach (var site in tenants.All.Where(site => campaigns.Any(campaign => campaign.IsFor(site.Id, site.Name))))
        {
            SiteChanged(db, site.Id);
        }
    }

    public void SiteChanged(SiteDbContext db, int siteId) =>
        db.Changes.Add(new Change { TenantId = siteId, Kind = ChangeKind.CampaignChanged, Tags = ListTag, OccurredUtc = time.GetUtcNow().UtcDateTime });
}

/// <summary>A correction of a banner reaches the sites of units with it, and so does its end. Scoped.</summary>
internal sealed class CampaignMapper(CampaignNews news) : Content.IContentMapper
{
    public string ContentType => SiteBanner.ContentType;

    public Task PublishedAsync(SiteDbContext db, IReadOnlyList<Content.ContentDraft> drafts, bool areNew, CancellationToken cancellationToken) =>
        news.BannersChangedAsync(db, [.. drafts.Select(draft => draft.ContentItemId)], cancellationToken);

    public Task WithdrawnAsync(SiteDbContext db, string contentItemId, CancellationToken cancellationToken) => news.BannersChangedAsync(db, [contentItemId], cancellationToken);
}
