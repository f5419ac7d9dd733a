using Microsoft.EntityFrameworkCore;
using OrchardSite.Banners.Statistics;
using OrchardSite.Content;
using OrchardSite.Content.Definitions;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Banners.Campaigns;

/// <summary>How a campaign went on the site of one unit.</summary>
/// <param name="RefusedBy">Who has switched it off there; null: it is shown.</param>
public sealed record CampaignSite(string Name, bool IsSwitchedOff, BannerNumbers Numbers, string? RefusedBy, DateTime? RefusedUtc);

/// <summary>What the department's people see of its campaigns. Scoped: works for the department's site.</summary>
public sealed class CampaignBoard(SiteDbContext db, TenantDirectory tenants, TenantCache<SiteSettings> settings, KeepBannerCounts keep, DefinitionStore definitions)
{
    /// <summary>Those that end last first.</summary>
    public Task<List<BannerCampaign>> AllAsync(CancellationToken cancellationToken) =>
        db.Set<BannerCampaign>().AsNoTracking().Where(row => row.TenantId == db.TenantId).OrderByDescending(row => row.EndUtc).ThenBy(row => row.Id).ToListAsync(cancellationToken);

    public Task<BannerCampaign?> FindAsync(string id, CancellationToken cancellationToken) =>
        db.Set<BannerCampaign>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.TenantId == db.TenantId, cancellationToken);

    public async Task<IReadOnlyList<FieldOption>> PositionsAsync() =>
        (await definitions.GetAsync()).Find(SiteBanner.ContentType)?.FindPart(SiteBanner.ContentType)?.Fields.FirstOrDefault(field => field.Name == "Position")?.Options ?? [];

    /// <summary>The banners that a campaign may have.</summary>
    public async Task<IReadOnlyList<SiteBanner>> BannersAsync(CancellationToken cancellationToken)
    {
        var items = await db.Set<ContentItem>().AsNoTracking().Where(row => row.ContentType == SiteBanner.ContentType && row.IsPublic).ToListAsync(cancellationToken);
        return [.. SiteBanners.InOrder(items.Select(item => new ContentView(item))).Select(SiteBanner.Of)];
    }

    /// <summary>The sites of units, by the names that their readers know.</summary>
    public async Task<IReadOnlyList<(Tenant Site, string Name)>> SitesAsync()
    {
        var sites = new List<(Tenant Site, string Name)>();
        foreach (var site in tenants.All.Where(site => site.Id != db.TenantId && site.State != TenantState.Uninitialized))
        {
            sites.Add((site, (await settings.GetAsync(site.Id)).NameOf(site)));
        }

        return [.. sites.OrderBy(site => site.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>Unit by unit how often its banners were seen and followed while it ran; those that it is for, and those that it was for.</summary>
    public async Task<IReadOnlyList<CampaignSite>> BySiteAsync(BannerCampaign campaign, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        await keep.RunAsync(cancellationToken);
        var ids = campaign.BannerIds.ToArray();
        var (first, last) = (DayOf(campaign.StartUtc), DayOf(campaign.EndUtc));
        var numbers = await db.Set<BannerCount>().Where(row => ids.Contains(row.ItemId) && row.SiteId != db.TenantId && row.Day >= first && row.Day <= last)
            .GroupBy(row => row.SiteId)
            .Select(rows => new { rows.Key, Views = rows.Sum(row => row.Views), Clicks = rows.Sum(row => row.Clicks) })
            .ToDictionaryAsync(row => row.Key, row => new BannerNumbers(row.Views, row.Clicks), cancellationToken);
        var refusals = await db.Set<CampaignRefusal>().AsNoTracking().Where(row => row.CampaignId == campaign.Id).ToDictionaryAsync(row => row.TenantId, cancellationToken);
        return
        [
            .. (await SitesAsync()).Where(site => campaign.IsFor(site.Site.Id, site.Site.Name) || numbers.ContainsKey(site.Site.Id))
                .Select(site => new CampaignSite(
                    site.Name,
                    site.Site.State != TenantState.Running,
                    numbers.GetValueOrDefault(site.Site.Id),
                    campaign.IsMandatory ? null : refusals.GetValueOrDefault(site.Site.Id)?.Person,
                    refusals.GetValueOrDefault(site.Site.Id)?.SinceUtc)),
        ];

        DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));
    }
}
