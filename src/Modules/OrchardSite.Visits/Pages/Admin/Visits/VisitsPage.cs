using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Tenants;
using OrchardSite.Text;
using OrchardSite.Visits.Counting;
using OrchardSite.Visits.Figures;

namespace OrchardSite.Visits.Pages.Admin;

/// <summary>A page with figures of some days.</summary>
public abstract class VisitsPage(TimeProvider time, IStringLocalizer localizer) : AdminPage
{
    public static IReadOnlyList<int> Periods { get; } = [30, 90, 365];

    /// <summary>How many days count, with today; one of <see cref="Periods"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public int Days { get; set; } = Periods[0];

    public IReadOnlyList<VisitDay> ByDay { get; protected set; } = [];

    protected IStringLocalizer T { get; } = localizer;

    protected override Permission Needed => VisitPermissions.ViewVisits;

    protected DateOnly Today => time.TodayIn(Site.TimeZone);

    protected DateOnly Since => Today.AddDays(1 - Days);

    /// <returns>False where there is no such page: the site does not count, or the period is none.</returns>
    protected bool Exists() => ModelState.IsValid && Periods.Contains(Days) && HttpContext.Tenant().Features.Contains(VisitsManifest.Feature);

    /// <summary>The days as a file for spreadsheets.</summary>
    protected FileContentResult DaysFile()
    {
        var csv = new CsvText();
        csv.AddLine(T["Day"], T["Visits"], T["Page views"]);
        foreach (var day in ByDay)
        {
            csv.AddLine(VisitTexts.DayOf(day.Day), Cell(day.Numbers.Visits), Cell(day.Numbers.Views));
        }

        return File(csv.ToBytes(), CsvText.ContentType, $"luot-truy-cap-{Days}.csv");
    }

    protected static string Cell(int number) => number.ToString(CultureInfo.InvariantCulture);
}
