using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin.Tenants;
using OrchardSite.Tenants;
using OrchardSite.Text;

namespace OrchardSite.Admin.Pages.Admin.Tenants;

/// <summary>All sites of the installation with what each has.</summary>
public sealed class IndexModel(SiteSearch search, IStringLocalizer localizer) : HostPage
{
    private const int PageSize = 50;

    /// <summary>Part of a name, a prefix or a host.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Null: in any.</summary>
    [BindProperty(SupportsGet = true)]
    public TenantState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public SiteOrder Sort { get; set; }

    // The route has a value of this name: the page's own.
    [BindProperty(SupportsGet = true)]
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<SiteRow> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public int Pages => (Total + PageSize - 1) / PageSize;

    public string CsvAddress => Address(("handler", "Csv"));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || PageNumber < 1)
        {
            return NotFound();
        }

        var found = await FindAsync(cancellationToken);
        Total = found.Count;
        Rows = [.. found.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
        return PageNumber == 1 || Rows.Count > 0 ? Page() : NotFound();
    }

    /// <summary>All that the filters let through, as a table.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        var table = new CsvText();
        table.AddLine(
            localizer["Name of the site"], localizer["Technical name"], localizer["State"], localizer["Prefix"], localizer["Hosts"], localizer["Recipe"],
            localizer["Content items"], localizer["Bytes of the library"], localizer["Requests today"], localizer["Requests in 30 days"], localizer["Last edit"]);
        foreach (var (tenant, name, figures) in await FindAsync(cancellationToken))
        {
            table.AddLine(
                name, tenant.Name, localizer[TenantTexts.NameOf(tenant.State)], tenant.Prefix, string.Join(' ', tenant.Hosts), tenant.Recipe,
                Number(figures.Items), Number(figures.MediaBytes), Number(figures.RequestsToday), Number(figures.RequestsOfMonth), figures.LastEditUtc is { } edit ? LocalTime(edit) : "");
        }

        return File(table.ToBytes(), CsvText.ContentType, "cac-trang.csv");
    }

    /// <summary>What is shown now, on another page; the number of that page follows.</summary>
    public string AddressOfPages() => Address() + "page=";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private Task<IReadOnlyList<SiteRow>> FindAsync(CancellationToken cancellationToken) => search.FindAsync(new SiteFilter(Q, State, null, Sort), cancellationToken);

    private string Address(params (string Name, string? Value)[] also) => Url.Content("~/Admin/Tenants") + "?" + string.Concat(
        also.Concat<(string Name, string? Value)>([("q", Q), ("state", State?.ToString()), ("sort", Sort == SiteOrder.Name ? null : Sort.ToString())])
            .Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value!)}&"));
}
