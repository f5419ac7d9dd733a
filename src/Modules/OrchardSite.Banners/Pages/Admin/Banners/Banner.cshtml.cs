using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Banners.Ordering;
using OrchardSite.Banners.Statistics;
using OrchardSite.Content.Operations;
using OrchardSite.Text;

namespace OrchardSite.Banners.Pages.Admin;

/// <summary>How often one banner was seen and followed, day by day.</summary>
public sealed class BannerModel(BannerBoard board, BannerFigures figures, TimeProvider time, IStringLocalizer localizer) : AdminPage
{
    public static IReadOnlyList<int> Periods { get; } = [30, 90, 365];

    /// <summary>How many days count, with today; one of <see cref="Periods"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public int Days { get; set; } = Periods[0];

    public string Position { get; private set; } = "";

    public BannerRow Row { get; private set; } = null!;

    public IReadOnlyList<BannerDay> ByDay { get; private set; } = [];

    public BannerNumbers Total => ByDay.Aggregate(default(BannerNumbers), (sum, day) => sum + day.Numbers);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) => await ReadAsync(id, cancellationToken) ? Page() : NotFound();

    /// <summary>The days as a file for spreadsheets.</summary>
    public async Task<IActionResult> OnGetCsvAsync(string id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var csv = new CsvText();
        csv.AddLine(localizer["Day"], localizer["Views"], localizer["Clicks"]);
        foreach (var day in ByDay)
        {
            csv.AddLine(DayOf(day.Day), day.Numbers.Views.ToString(CultureInfo.InvariantCulture), day.Numbers.Clicks.ToString(CultureInfo.InvariantCulture));
        }

        return File(csv.ToBytes(), CsvText.ContentType, $"banner-{Days}.csv");
    }

    public static string DayOf(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    protected override Permission? Missing() => base.Missing() ?? (Actor.MayList(SiteBanner.ContentType) ? null : ContentPermissions.ListContent);

    private async Task<bool> ReadAsync(string id, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !Periods.Contains(Days) || await board.FindAsync(id, cancellationToken) is not { } found)
        {
            return false;
        }

        (Position, Row) = (found.Position.Name, found.Row);
        var today = time.TodayIn(Site.TimeZone);
        ByDay = await figures.ByDayAsync(id, today.AddDays(1 - Days), today, cancellationToken);
        return true;
    }
}
