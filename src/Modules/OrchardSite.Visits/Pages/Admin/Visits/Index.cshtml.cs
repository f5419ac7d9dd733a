using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Text;
using OrchardSite.Visits.Counting;
using OrchardSite.Visits.Figures;

namespace OrchardSite.Visits.Pages.Admin;

/// <summary>How much the site is read, day by day, and what is read most.</summary>
public sealed class IndexModel(VisitFigures figures, VisitedPages pages, TimeProvider time, IStringLocalizer localizer) : VisitsPage(time, localizer)
{
    private const int MostShown = 50;
    private const int MostInFile = 500;

    public VisitSummary Summary { get; private set; } = null!;

    public IReadOnlyList<PageVisits> MostRead { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Exists())
        {
            return NotFound();
        }

        Summary = await figures.SummaryAsync(Today, cancellationToken);
        ByDay = await figures.ByDayAsync([VisitCount.WholeSite], Since, Today, cancellationToken);
        MostRead = await pages.MostReadAsync(Since, MostShown, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellationToken)
    {
        if (!Exists())
        {
            return NotFound();
        }

        ByDay = await figures.ByDayAsync([VisitCount.WholeSite], Since, Today, cancellationToken);
        return DaysFile();
    }

    /// <summary>The most read pages as a file for spreadsheets.</summary>
    public async Task<IActionResult> OnGetPagesCsvAsync(CancellationToken cancellationToken)
    {
        if (!Exists())
        {
            return NotFound();
        }

        var csv = new CsvText();
        csv.AddLine(T["Title"], T["Address"], T["Page views"], T["Visits that began here"]);
        foreach (var (page, numbers) in await pages.MostReadAsync(Since, MostInFile, cancellationToken))
        {
            csv.AddLine(page.Title, page.Path, Cell(numbers.Views), Cell(numbers.Visits));
        }

        return File(csv.ToBytes(), CsvText.ContentType, $"trang-doc-nhieu-{Days}.csv");
    }
}
