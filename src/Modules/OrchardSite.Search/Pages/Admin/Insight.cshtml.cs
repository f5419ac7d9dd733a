using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Search.Insight;
using OrchardSite.Text;

namespace OrchardSite.Search.Pages.Admin;

public sealed class InsightModel(ReadSearchInsight read, TimeProvider time, IStringLocalizer localizer) : AdminPage
{
    public static IReadOnlyList<int> Periods { get; } = [7, 30, 90];

    /// <summary>How many days count, with today; one of <see cref="Periods"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public int Days { get; set; } = Periods[1];

    public SearchInsight Insight { get; private set; } = null!;

    protected override Permission Needed => SearchPermissions.ViewInsight;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken) ? Page() : NotFound();

    /// <summary>The list as a file for spreadsheets.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return NotFound();
        }

        var csv = new CsvText();
        csv.AddLine(localizer["What was asked for"], localizer["Times"], localizer["Times in vain"]);
        foreach (var asked in Insight.MostFrequent.Union(Insight.InVain))
        {
            csv.AddLine(asked.Words, asked.Times.ToString(CultureInfo.InvariantCulture), asked.TimesInVain.ToString(CultureInfo.InvariantCulture));
        }

        return File(csv.ToBytes(), CsvText.ContentType, $"tim-kiem-{Days}.csv");
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (!Periods.Contains(Days))
        {
            return false;
        }

        var today = time.TodayIn(Site.TimeZone);
        Insight = await read.SinceAsync(today.AddDays(1 - Days), cancellationToken);
        return true;
    }
}
