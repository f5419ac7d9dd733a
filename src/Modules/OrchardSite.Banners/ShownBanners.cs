using OrchardSite.Banners.Campaigns;
using OrchardSite.Tenants;

namespace OrchardSite.Banners;

/// <param name="OwnerId">The site whose banner it is: the one that shows it, or the department's.</param>
/// <param name="Position">Where it is shown.</param>
/// <param name="Campaign">Null for the site's own.</param>
internal sealed record ShownBanner(int OwnerId, SiteBanner Banner, string Position, BannerCampaign? Campaign);

/// <summary>What a site shows: banners of mandatory campaigns before its own, those of other campaigns behind them.</summary>
internal sealed class ShownBanners(TenantCache<SiteBanners> banners, TenantCache<SiteCampaigns> campaigns)
{
    /// <param name="own">The site's own banners; null: those that are published.</param>
    public async ValueTask<IReadOnlyList<ShownBanner>> AtAsync(int siteId, DateTime utc, SiteBanners? own = null)
    {
        own ??= await banners.GetAsync(siteId);
        var ofSite = own.All.Where(banner => banner.IsShownAt(utc)).Select(banner => new ShownBanner(siteId, banner, banner.Position, null)).ToList();
        var running = (await campaigns.GetAsync(siteId)).ShownAt(utc).ToList();
        if (running.Count == 0)
        {
            return ofSite;
        }

        var (first, last) = (new List<ShownBanner>(), new List<ShownBanner>());
        foreach (var campaign in running)
        {
            (campaign.IsMandatory ? first : last).AddRange(await OfAsync(campaign, utc));
        }

        return [.. first, .. ofSite, .. last];
    }

    /// <summary>One that the site shows, or its own that has just ended; null where it shows no such banner.</summary>
    public async ValueTask<ShownBanner?> FindAsync(int siteId, string id, DateTime utc)
    {
        if ((await banners.GetAsync(siteId)).Find(id) is { } own)
        {
            return new ShownBanner(siteId, own, own.Position, null);
        }

        foreach (var campaign in (await campaigns.GetAsync(siteId)).ShownAt(utc).Where(campaign => campaign.BannerIds.Contains(id)))
        {
            if ((await OfAsync(campaign, utc)).FirstOrDefault(banner => banner.Banner.Id == id) is { } shown)
            {
                return shown;
            }
        }

        return null;
    }

    private async ValueTask<IEnumerable<ShownBanner>> OfAsync(BannerCampaign campaign, DateTime utc)
    {
        var all = await banners.GetAsync(campaign.TenantId);
        return campaign.BannerIds.Select(all.Find).OfType<SiteBanner>().Where(banner => banner.IsShownAt(utc)).Select(banner => new ShownBanner(campaign.TenantId, banner, campaign.Position, campaign));
    }
}
