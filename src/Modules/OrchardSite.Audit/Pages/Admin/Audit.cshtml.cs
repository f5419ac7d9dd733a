using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Text;

namespace OrchardSite.Audit.Pages.Admin;

/// <summary>Who did what when, newest first. Who runs the installation reads all sites' logs on the first site.</summary>
public sealed class AuditModel(AuditLog log, AuditTable table, OperationNames names, TenantDirectory tenants, TenantCache<SiteSettings> settings, IStringLocalizer localizer) : AdminPage
{
    public const string EverySite = "*";

    private const int PageSize = 50;
    private const int LongestWords = 200;
    private const int LongestLine = 160;

    /// <summary>What was asked for, as it was typed.</summary>
    [BindProperty(SupportsGet = true)]
    public AuditQuestion Asked { get; set; } = new();

    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];

    /// <summary>Address of the next page; null on the last.</summary>
    public string? OlderPage { get; private set; }

    /// <summary>Null where several sites are shown: each has a chain of its own.</summary>
    public (AuditHead Head, int Unsealed)? End { get; private set; }

    public IReadOnlyList<(int Id, string Name)> People { get; private set; } = [];

    public OperationNames Names => names;

    /// <summary>The sites to choose from; none for who may read this one's only.</summary>
    public IReadOnlyList<(string Name, string Title)> Sites { get; private set; } = [];

    public bool IsNarrowed => Request.Query.Keys.Any(key => key is not ("site" or "after") && Request.Query[key].ToString().Length > 0);

    public string CsvAddress => Here([("handler", "Csv"), .. Narrowing()]);

    protected override Permission Needed => AuditPermissions.ViewAuditLog;

    private bool MayChooseSite => Actor.IsHost && HttpContext.Tenant().Name == TenantNames.DefaultTenant;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (SitesAsked() is not { } sites)
        {
            return NotFound();
        }

        await ReadFormAsync(sites, cancellationToken);
        var after = AuditPlace.Read(Asked.After);
        if (Asked.After is { Length: > 0 } && after is null)
        {
            return NotFound();
        }

        if (Understand() is not { Succeeded: true } filter)
        {
            return Refused(Understand().Refusals);
        }

        var lines = await log.PageAsync(sites, filter.Value, after, PageSize + 1, cancellationToken);
        Lines = [.. lines.Take(PageSize)];
        OlderPage = lines.Count > PageSize && Lines[^1].Entry is { } last ? Here([.. Narrowing(), ("after", new AuditPlace(last.OccurredUtc, last.Id).ToString())]) : null;
        return Page();
    }

    /// <summary>What the filters let through, as a file that can be held against the chain.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellationToken)
    {
        if (SitesAsked() is not { } sites)
        {
            return NotFound();
        }

        if (Understand() is { Succeeded: true } filter)
        {
            return new AuditFile($"nhat-ky-{Asked.Site ?? HttpContext.Tenant().Name}.csv".Replace(EverySite, "tat-ca", StringComparison.Ordinal), table, sites, site => log.AllAsync(site, filter.Value));
        }

        await ReadFormAsync(sites, cancellationToken);
        return Refused(Understand().Refusals);
    }

    /// <summary>What is shown of a long detail before it is opened; null for a short one.</summary>
    public static string? FirstLine(string detail)
    {
        var first = detail.Split('\n', 2)[0];
        return first.Length == detail.Length && detail.Length <= LongestLine ? null : first.Length > LongestLine ? first[..LongestLine] + "…" : first + " …";
    }

    /// <summary>An address of the dashboard of the site that a line is from.</summary>
    public string AddressOn(Tenant site, string page) => SiteLinks.To(site, Request, page);

    /// <summary>This page with one thing asked differently.</summary>
    public string With(string name, string value) => Here([.. Narrowing().Where(pair => pair.Name != name), (name, value)]);

    private async Task ReadFormAsync(IReadOnlyList<Tenant> sites, CancellationToken cancellationToken)
    {
        if (sites is [var site])
        {
            End = await log.HeadAsync(site, cancellationToken);
            People = await log.PeopleAsync(site, cancellationToken);
        }

        if (MayChooseSite)
        {
            var all = new List<(string, string)>();
            foreach (var tenant in tenants.All.OrderBy(tenant => tenant.Id))
            {
                all.Add((tenant.Name, (await settings.GetAsync(tenant.Id)).NameOf(tenant)));
            }

            Sites = all;
        }
    }

    private IReadOnlyList<Tenant>? SitesAsked() => Asked.Site is not { Length: > 0 } name ? [HttpContext.Tenant()]
        : !MayChooseSite ? null
        : name == EverySite ? [.. tenants.All.OrderBy(tenant => tenant.Id)]
        : tenants.Find(name) is { } site ? [site] : null;

    private OperationResult<AuditFilter> Understand()
    {
        var (from, isFrom) = Day(Asked.From);
        var (to, isTo) = Day(Asked.To);
        if (!isFrom || !isTo)
        {
            return new Refusal(RefusalKind.Invalid, localizer["Give days like 24/11/2026, or leave them empty."], isFrom ? "to" : "from");
        }

        if (to < from)
        {
            return new Refusal(RefusalKind.Invalid, localizer["The last day is before the first."], "to");
        }

        return Asked.Words?.Length > LongestWords
            ? new Refusal(RefusalKind.Invalid, localizer["There may be {0} characters at most.", LongestWords], "words")
            : new AuditFilter(Asked.Person, Given(Asked.Operation), Given(Asked.Item), Start(from), Start(to?.AddDays(1)), Given(Asked.Words is { } words ? VietnameseText.ToNfc(words).Trim() : null));
    }

    private DateTime? Start(DateOnly? day) => day is { } date ? TimeZoneInfo.ConvertTimeToUtc(date.ToDateTime(TimeOnly.MinValue), Site.TimeZone) : null;

    private static (DateOnly? Day, bool IsRight) Day(string? typed) => typed is not { Length: > 0 } ? (null, true)
        : DateOnly.TryParseExact(typed, ["yyyy-MM-dd", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 2200 ? (day, true)
        : (null, false);

    private static string? Given(string? typed) => typed is { Length: > 0 } ? typed : null;

    private IEnumerable<(string Name, string Value)> Narrowing() => Request.Query.Where(pair => pair.Key is not ("after" or "handler")).Select(pair => (pair.Key, pair.Value.ToString()));

    private string Here(IEnumerable<(string Name, string Value)> query) =>
        Url.Content("~/Admin/Audit") + new QueryBuilder(query.Where(pair => pair.Value.Length > 0).Select(pair => KeyValuePair.Create(pair.Name, pair.Value))).ToQueryString();
}
