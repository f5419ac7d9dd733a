using Microsoft.AspNetCore.Mvc;
using OrchardSite.Admin.Tenants;
using OrchardSite.Tenants;
using OrchardSite.Text;

namespace OrchardSite.Admin.Pages.Admin.Tenants;

/// <summary>All sites of the installation, from memory.</summary>
public sealed class IndexModel(TenantDirectory tenants, TenantCache<SiteSettings> settings) : HostPage
{
    private const int PageSize = 50;

    /// <summary>Part of a name, a prefix or a host.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Null: in any.</summary>
    [BindProperty(SupportsGet = true)]
    public TenantState? State { get; set; }

    // The route has a value of this name: the page's own.
    [BindProperty(SupportsGet = true)]
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    /// <summary>Each with the name that its readers know.</summary>
    public IReadOnlyList<(Tenant Tenant, string Name)> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public int Pages => (Total + PageSize - 1) / PageSize;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!ModelState.IsValid || PageNumber < 1)
        {
            return NotFound();
        }

        var words = VietnameseText.Fold(Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = new List<(Tenant Tenant, string Name)>();
        foreach (var tenant in tenants.All.Where(tenant => State is null || tenant.State == State))
        {
            var name = (await settings.GetAsync(tenant.Id)).NameOf(tenant);
            var text = VietnameseText.Fold($"{name} {tenant.Name} {tenant.Prefix} {string.Join(' ', tenant.Hosts)}");
            if (Array.TrueForAll(words, word => text.Contains(word, StringComparison.Ordinal)))
            {
                found.Add((tenant, name));
            }
        }

        Total = found.Count;
        Rows = [.. found.OrderBy(row => row.Name, StringComparer.CurrentCulture).ThenBy(row => row.Tenant.Id).Skip((PageNumber - 1) * PageSize).Take(PageSize)];
        return PageNumber == 1 || Rows.Count > 0 ? Page() : NotFound();
    }

    /// <summary>What is shown now, on another page; the number of that page follows.</summary>
    public string AddressOfPages() => Url.Content("~/Admin/Tenants") + QueryString(("q", Q), ("state", State?.ToString())) + "page=";

    private static string QueryString(params (string Name, string? Value)[] pairs) =>
        "?" + string.Concat(pairs.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value!)}&"));
}
