using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Banners.Campaigns;
using OrchardSite.Banners.Ordering;
using OrchardSite.Banners.Statistics;
using OrchardSite.Content.Operations;
using OrchardSite.Tenants;

namespace OrchardSite.Banners.Pages.Admin;

/// <summary>The site's banners, position by position, with how often they were seen and followed.</summary>
public sealed class IndexModel(BannerBoard board, BannerFigures figures, TenantCache<SiteCampaigns> campaigns, MoveBanner move, SwitchCampaign switching, TimeProvider time, IStringLocalizer localizer) : AdminPage
{
    public const int Days = 30;

    public IReadOnlyList<BannerPosition> Positions { get; private set; } = [];

    public IReadOnlyDictionary<string, BannerNumbers> Numbers { get; private set; } = new Dictionary<string, BannerNumbers>();

    /// <summary>What the department shows here, now or later.</summary>
    public IReadOnlyList<SiteCampaign> Campaigns { get; private set; } = [];

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public bool MayManageCampaigns => HttpContext.Tenant().Name == TenantNames.DefaultTenant && Actor.Can(CampaignPermissions.ManageCampaigns);

    public bool MaySwitch => Actor.MayPublish(SiteBanner.ContentType);

    public bool MayMove => Actor.MayEdit(SiteBanner.ContentType) && Actor.MayPublish(SiteBanner.ContentType);

    public bool MayCreate => Actor.MayCreate(SiteBanner.ContentType);

    public async Task OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken);

    /// <param name="past">The neighbour with which it changes places.</param>
    public async Task<IActionResult> OnPostMoveAsync(string id, string past, CancellationToken cancellationToken)
    {
        var done = await move.RunAsync(new BannerMove(id, past), Actor, cancellationToken);
        if (!done.Succeeded)
        {
            await ReadAsync(cancellationToken);
            return Refused(done.Refusals);
        }

        Notice = localizer["The order is changed."];
        return LocalRedirect(Url.Content("~/Admin/Banners"));
    }

    public async Task<IActionResult> OnPostSwitchAsync(string id, bool on, CancellationToken cancellationToken)
    {
        var done = await switching.RunAsync(id, on, Actor, cancellationToken);
        if (!done.Succeeded)
        {
            await ReadAsync(cancellationToken);
            return Refused(done.Refusals);
        }

        Notice = on ? localizer["The campaign is shown on this site."] : localizer["The campaign is no longer shown on this site."];
        return LocalRedirect(Url.Content("~/Admin/Banners"));
    }

    protected override Permission? Missing() => base.Missing() ?? (Actor.MayList(SiteBanner.ContentType) ? null : ContentPermissions.ListContent);

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Campaigns = [.. (await campaigns.GetAsync(HttpContext.Tenant().Id)).All.Where(one => one.Campaign.EndUtc > Now)];
        Positions = await board.ReadAsync(cancellationToken);
        Numbers = await figures.ByBannerAsync(time.TodayIn(Site.TimeZone).AddDays(1 - Days), cancellationToken);
    }
}
