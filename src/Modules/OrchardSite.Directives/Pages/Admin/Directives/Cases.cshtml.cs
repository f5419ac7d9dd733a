using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Directives.Delivery;
using OrchardSite.Directives.Export;
using OrchardSite.Text;

namespace OrchardSite.Directives.Pages.Admin;

/// <summary>The deliveries behind a number of the board, as a list and as a file.</summary>
public sealed class CasesModel(DeliveryReader reader, DeliveryProof proof, DeliveryTexts texts, TimeProvider time, IStringLocalizer localizer) : AdminPage
{
    // Of 300 units over a year of directives.
    private const int MostInFile = 100_000;

    /// <summary>Of one directive.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Item { get; set; }

    /// <summary>To one unit.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public DeliveryState? State { get; set; }

    /// <summary>Those with their last day in a month, such as <c>2026-11</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    /// <summary>True: those that are late alone.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Late { get; set; }

    // The route has a value of this name: the page's own.
    [BindProperty(SupportsGet = true)]
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<DirectiveDelivery> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public int Pages => (Total + DeliveryReader.PageSize - 1) / DeliveryReader.PageSize;

    public DateOnly Today => time.TodayIn(Site.TimeZone);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        ReadAsync((PageNumber - 1) * DeliveryReader.PageSize, DeliveryReader.PageSize, Page, cancellationToken);

    public Task<IActionResult> OnGetCsvAsync(CancellationToken cancellationToken) =>
        ReadAsync(0, MostInFile, () => File(Table().ToCsv(), CsvText.ContentType, "van-ban-da-gui.csv"), cancellationToken);

    public Task<IActionResult> OnGetXlsxAsync(CancellationToken cancellationToken) =>
        ReadAsync(0, MostInFile, () => File(Table().ToXlsx(localizer["Directives sent"]), TableFile.XlsxType, "van-ban-da-gui.xlsx"), cancellationToken);

    /// <summary>The receipts of one directive, as entries of the audit chains.</summary>
    public async Task<IActionResult> OnGetProofAsync(CancellationToken cancellationToken)
    {
        if (!DeliveryPermissions.MaySeeBoard(Actor))
        {
            return Forbidden(DeliveryPermissions.FollowDirectives.Description);
        }

        return Item is { Length: > 0 } && await proof.OfAsync(Item, cancellationToken) is { } file ? file : NotFound();
    }

    /// <summary>The same choice with something more.</summary>
    public string AddressOf(string more)
    {
        var parts = new List<string>();
        Add("item", Item);
        Add("unit", Unit);
        Add("state", State?.ToString());
        Add("late", Late ? "true" : null);
        Add("month", Month);
        return Url.Content("~/Admin/Directives/Cases?") + string.Join('&', parts.Append(more));

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }

    private async Task<IActionResult> ReadAsync(int skip, int take, Func<IActionResult> answer, CancellationToken cancellationToken)
    {
        if (!DeliveryPermissions.MaySeeBoard(Actor))
        {
            return Forbidden(DeliveryPermissions.FollowDirectives.Description);
        }

        var month = CalendarMonth.Read(Month)?.First;
        if (!ModelState.IsValid || PageNumber < 1 || (Month is not null && month is null))
        {
            return NotFound();
        }

        (Rows, Total) = await reader.CasesAsync(Item, Unit, State, Late ? Today : null, month, skip, take, cancellationToken);
        return answer();
    }

    private TableFile Table()
    {
        var table = new TableFile([localizer["Number"], localizer["Subject"], localizer["Unit"], localizer["Role"], localizer["State"], localizer["Due"], localizer["Days late"], localizer["Received"], localizer["Reported"], localizer["Done"]]);
        foreach (var row in Rows)
        {
            table.AddLine(
                row.Number,
                row.Subject,
                row.UnitName,
                texts.RoleName(row.Role),
                texts.NameOf(row.State),
                row.DueOn?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "",
                row.IsOverdueOn(Today) ? (Today.DayNumber - row.DueOn!.Value.DayNumber).ToString(CultureInfo.InvariantCulture) : "",
                Time(row.ReceivedUtc),
                Time(row.ReportedUtc),
                Time(row.DoneUtc));
        }

        return table;

        string Time(DateTime? utc) => utc is { } time ? LocalTime(time) : "";
    }
}
