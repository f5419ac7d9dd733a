using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Banners.Campaigns;

/// <param name="IsOff">True where the site has switched it off and may.</param>
public sealed record SiteCampaign(BannerCampaign Campaign, bool IsOff);

/// <summary>The campaigns that a unit's site shows now or will, in memory; the banners themselves are those of the department's site.</summary>
public sealed record SiteCampaigns(IReadOnlyList<SiteCampaign> All)
{
    public IEnumerable<BannerCampaign> ShownAt(DateTime utc) => All.Where(one => !one.IsOff && one.Campaign.IsShownAt(utc)).Select(one => one.Campaign);
}

/// <summary>The one place where a unit's site reads what the department wants to be shown there.</summary>
internal sealed class SiteCampaignsSource(TenantDirectory tenants, TimeProvider time) : ITenantCacheSource<SiteCampaigns>
{
    public async Task<SiteCampaigns> LoadAsync(SiteDbContext db, CancellationToken cancellationToken)
    {
        if (tenants.Find(db.TenantId) is not { } site)
        {
            return new SiteCampaigns([]);
        }

        var now = time.GetUtcNow().UtcDateTime;
        var campaigns = await db.Set<BannerCampaign>().AsNoTracking().Where(row => row.EndUtc > now).OrderBy(row => row.StartUtc).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        var refused = await db.Set<CampaignRefusal>().Where(row => row.TenantId == site.Id).Select(row => row.CampaignId).ToListAsync(cancellationToken);
        return new SiteCampaigns([.. campaigns.Where(row => row.IsFor(site.Id, site.Name)).Select(row => new SiteCampaign(row, !row.IsMandatory && refused.Contains(row.Id)))]);
    }

    public bool IsOutdatedBy(Change change) => change.Kind == ChangeKind.CampaignChanged;
}
