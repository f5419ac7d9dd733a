using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Directives.Delivery;
using OrchardSite.Directives.Export;

namespace OrchardSite.Directives.Pages.Admin;

/// <summary>What was sent to this site: what it owes first.</summary>
public sealed class ReceivedModel(DeliveryReader reader, RecordBooks books, TablePdf pdf, TimeProvider time, IStringLocalizer localizer) : AdminPage
{
    private IReadOnlyDictionary<DeliveryState, int> _counts = new Dictionary<DeliveryState, int>();

    /// <summary>Null: all that is open.</summary>
    [BindProperty(SupportsGet = true)]
    public DeliveryState? State { get; set; }

    // The route has a value of this name: the page's own.
    [BindProperty(SupportsGet = true)]
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<DirectiveDelivery> Rows { get; private set; } = [];

    public int Pages { get; private set; }

    public DateOnly Today => time.TodayIn(Site.TimeZone);

    public bool MayAct => Actor.Can(DeliveryPermissions.ReceiveDirectives);

    public int Open => _counts.Where(pair => pair.Key is not (DeliveryState.Done or DeliveryState.Recalled)).Sum(pair => pair.Value);

    /// <summary>The book of what came in.</summary>
    public Task<IActionResult> OnGetXlsxAsync(int? year, CancellationToken cancellationToken) =>
        BookAsync(year, (book, asked) => File(book.ToXlsx(localizer["Incoming"]), TableFile.XlsxType, $"so-van-ban-den-{asked}.xlsx"), cancellationToken);

    public Task<IActionResult> OnGetPdfAsync(int? year, CancellationToken cancellationToken) => BookAsync(
        year,
        (book, asked) => File(pdf.Write(localizer["Book of incoming documents"], localizer["{0}, {1}", Site.SiteName, asked], book.Lines, RecordBooks.IncomingWidths), TablePdf.ContentType, $"so-van-ban-den-{asked}.pdf"),
        cancellationToken);

    private async Task<IActionResult> BookAsync(int? year, Func<TableFile, int, FileResult> write, CancellationToken cancellationToken)
    {
        if (!DeliveryPermissions.MaySeeReceived(Actor))
        {
            return Forbidden(DeliveryPermissions.ReceiveDirectives.Description);
        }

        var asked = year ?? Today.Year;
        return asked is > 2000 and < 2200 ? write(await books.IncomingAsync(asked, cancellationToken), asked) : NotFound();
    }

    public int CountOf(DeliveryState state) => _counts.GetValueOrDefault(state);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!DeliveryPermissions.MaySeeReceived(Actor))
        {
            return Forbidden(DeliveryPermissions.ReceiveDirectives.Description);
        }

        if (!ModelState.IsValid || PageNumber < 1)
        {
            return NotFound();
        }

        _counts = await reader.InboxCountsAsync(cancellationToken);
        (Rows, var total) = await reader.InboxAsync(State, PageNumber, cancellationToken);
        Pages = (total + DeliveryReader.PageSize - 1) / DeliveryReader.PageSize;
        return Page();
    }
}
