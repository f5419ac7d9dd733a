using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Search.Insight;

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

        var csv = new StringBuilder();
        Line(csv, localizer["What was asked for"], localizer["Times"], localizer["Times in vain"]);
        foreach (var asked in Insight.MostFrequent.Union(Insight.InVain))
        {
            Line(csv, asked.Words, asked.Times.ToString(CultureInfo.InvariantCulture), asked.TimesInVain.ToString(CultureInfo.InvariantCulture));
        }

        // Spreadsheets know UTF-8 by its mark.
        return File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(csv.ToString())).ToArray(), "text/csv; charset=utf-8", $"tim-kiem-{Days}.csv");
    }

    private static void Line(StringBuilder csv, params IEnumerable<string> cells) =>
        csv.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    // Spreadsheets take what begins so for a formula.
    private static string Cell(string text) => $"\"{(text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (!Periods.Contains(Days))
        {
            return false;
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Site.TimeZone).DateTime);
        Insight = await read.SinceAsync(today.AddDays(1 - Days), cancellationToken);
        return true;
    }
}
