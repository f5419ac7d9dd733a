using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Content.Deadlines;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Content.Pages.Admin;

/// <summary>How many working days each section allows for publishing, and what is past that.</summary>
public sealed class DeadlinesModel(SectionDeadlines deadlines, SaveDeadlines save, SiteDbContext db, IStringLocalizer localizer) : AdminPage
{
    private const string DaysPrefix = "days.";
    private const string VersionPrefix = "version.";

    public IReadOnlyList<SectionState> Sections { get; private set; } = [];

    /// <summary>By the ids of taxonomies the version that the person saw.</summary>
    public IReadOnlyDictionary<string, string> Versions { get; private set; } = new Dictionary<string, string>();

    /// <summary>What is in the form, by the ids of the sections.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; private set; } = new Dictionary<string, string>();

    protected override Permission Needed => TenantPermissions.ManageSettings;

    public IEnumerable<string> ErrorsOf(string section) => Refusals.Where(refusal => refusal.Field == section).Select(refusal => refusal.Message);

    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        Typed = Sections.ToDictionary(state => state.Section.Id, state => state.OwnDays?.ToString(CultureInfo.InvariantCulture) ?? "");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Typed = Sent(DaysPrefix);
        var saved = await save.RunAsync(Typed, Sent(VersionPrefix), Actor, cancellationToken);
        if (saved.Succeeded)
        {
            Notice = localizer["The deadlines are saved."];
            return LocalRedirect(Url.Content("~/Admin/Settings/Deadlines"));
        }

        await ReadAsync(cancellationToken);
        if (saved.Refusals[0].Kind != RefusalKind.Conflict)
        {
            Versions = Sent(VersionPrefix);
        }

        return Refused(saved.Refusals);
    }

    private Dictionary<string, string> Sent(string prefix) =>
        Request.Form.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(pair => pair.Key[prefix.Length..], pair => pair.Value.ToString());

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Sections = await deadlines.AllAsync(cancellationToken);
        var ids = Sections.Select(state => state.Section.TaxonomyId).Distinct().ToArray();
        Versions = await db.Set<ContentItem>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.LatestVersionId, cancellationToken);
    }
}
