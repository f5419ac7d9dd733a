using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Visits.Counting;
using OrchardSite.Visits.Figures;

namespace OrchardSite.Visits.Pages.Admin;

/// <summary>How much one page is read, day by day, under all addresses that it has had.</summary>
public sealed class PageVisitsModel(VisitFigures figures, VisitedPages pages, TimeProvider time, IStringLocalizer localizer) : VisitsPage(time, localizer)
{
    /// <summary>Of the page, with a slash at the start.</summary>
    [BindProperty(SupportsGet = true, Name = "path")]
    public string Address { get; set; } = "";

    public VisitedPage Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken) ? DaysFile() : NotFound();

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (!Exists() || !Address.StartsWith('/') || Address.Length > VisitCount.LongestPath)
        {
            return false;
        }

        Shown = await pages.FindAsync(Address, cancellationToken);
        ByDay = await figures.ByDayAsync(Shown.Paths, Since, Today, cancellationToken);
        return true;
    }
}
