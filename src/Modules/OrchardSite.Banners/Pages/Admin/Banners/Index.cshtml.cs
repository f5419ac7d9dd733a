using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Banners.Ordering;
using OrchardSite.Banners.Statistics;
using OrchardSite.Content.Operations;

namespace OrchardSite.Banners.Pages.Admin;

/// <summary>The site's banners, position by position, with how often they were seen and followed.</summary>
public sealed class IndexModel(BannerBoard board, BannerFigures figures, MoveBanner move, TimeProvider time, IStringLocalizer localizer) : AdminPage
{
    public const int Days = 30;

    public IReadOnlyList<BannerPosition> Positions { get; private set; } = [];

    public IReadOnlyDictionary<string, BannerNumbers> Numbers { get; private set; } = new Dictionary<string, BannerNumbers>();

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

    protected override Permission? Missing() => base.Missing() ?? (Actor.MayList(SiteBanner.ContentType) ? null : ContentPermissions.ListContent);

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Positions = await board.ReadAsync(cancellationToken);
        Numbers = await figures.ByBannerAsync(time.TodayIn(Site.TimeZone).AddDays(1 - Days), cancellationToken);
    }
}
