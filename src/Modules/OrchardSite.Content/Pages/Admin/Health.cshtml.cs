using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Health;
using OrchardSite.Content.Operations;
using OrchardSite.Data;

namespace OrchardSite.Content.Pages.Admin;

/// <summary>What is broken on the site, and where it is mended.</summary>
public sealed class HealthModel(HealthList list, CheckHealth check, SiteDbContext db, IStringLocalizer localizer) : AdminPage
{
    private const string Address = "~/Admin/Health";

    [BindProperty(SupportsGet = true)]
    public HealthFilter Filter { get; set; } = new();

    public HealthPage List { get; private set; } = new([], 1, 0);

    public IReadOnlyList<ContentType> Types { get; private set; } = [];

    /// <summary>Null before the first check.</summary>
    public HealthState? State { get; private set; }

    public bool MayCheck => Actor.Can(HealthPermissions.CheckHealth);

    public string CsvAddress => Here([("handler", "Csv"), .. Narrowing()]);

    public string AddressOf(int number) => Here([.. Narrowing(), ("page", number == 1 ? null : number.ToString(CultureInfo.InvariantCulture))]);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken) ?? Page();

    /// <summary>What the filters let through, as a file for spreadsheets.</summary>
    public async Task<IActionResult> OnGetCsvAsync() => await list.IsForAsync(Actor)
        ? new HealthFile(list.AllAsync(Filter, Actor), $"{Request.Scheme}://{Request.Host}{Request.PathBase}", localizer)
        : Forbidden(ContentPermissions.ListContent.Description);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var asked = await check.RunAsync(Actor, cancellationToken);
        if (!asked.Succeeded)
        {
            return Forbidden(HealthPermissions.CheckHealth.Description);
        }

        Notice = localizer["The whole site is being checked. What is found stands here in some minutes at most."];
        return LocalRedirect(Url.Content(Address));
    }

    private async Task<IActionResult?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!await list.IsForAsync(Actor))
        {
            return Forbidden(ContentPermissions.ListContent.Description);
        }

        List = await list.FindAsync(Filter, Actor, cancellationToken);
        Types = await list.TypesAsync(Actor, cancellationToken);
        State = await db.Set<HealthState>().AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return null;
    }

    private IEnumerable<(string Name, string? Value)> Narrowing() => [("kind", Filter.Kind?.ToString()), ("type", Filter.Type), ("q", Filter.Query)];

    private string Here(IEnumerable<(string Name, string? Value)> query) =>
        Url.Content(Address) + QueryString.Create(query.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
}
