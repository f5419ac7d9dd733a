using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Tenants;

namespace OrchardSite.Admin.Pages.Admin;

/// <summary>Name, address, time zone, language and list length of the site.</summary>
public sealed class GeneralSettingsModel(SaveSiteSettings save, IStringLocalizer localizer) : AdminPage
{
    /// <summary>Of what the person saw.</summary>
    [BindProperty]
    public int? Revision { get; set; }

    [BindProperty]
    public string SiteName { get; set; } = "";

    [BindProperty]
    public string BaseUrl { get; set; } = "";

    [BindProperty]
    public string TimeZoneId { get; set; } = "";

    [BindProperty]
    public string Culture { get; set; } = "";

    /// <summary>As it was typed.</summary>
    [BindProperty]
    public string PageSize { get; set; } = "";

    /// <summary>The time zones that this machine knows, by their names.</summary>
    public static IReadOnlyList<string> TimeZones { get; } = [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => id.Contains('/')).Order(StringComparer.Ordinal)];

    protected override Permission Needed => TenantPermissions.ManageSettings;

    public IEnumerable<string> ErrorsOf(string field) => Refusals.Where(refusal => refusal.Field == field).Select(refusal => refusal.Message);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Revision = await save.RevisionAsync(cancellationToken);
        (SiteName, BaseUrl, TimeZoneId, Culture, PageSize) = (Site.SiteName, Site.BaseUrl, Site.TimeZoneId, Site.Culture, Site.PageSize.ToString(CultureInfo.InvariantCulture));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        int? size = int.TryParse(PageSize, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var saved = await save.RunAsync(new GeneralSettings(SiteName ?? "", BaseUrl ?? "", TimeZoneId ?? "", Culture ?? "", size), Revision, Actor, cancellationToken);
        if (saved.Succeeded)
        {
            Notice = localizer["The settings are saved."];
            return LocalRedirect(Url.Content("~/Admin/Settings/General"));
        }

        if (saved.Refusals[0].Kind == RefusalKind.Conflict)
        {
            // Who saves once more has been told.
            Revision = await save.RevisionAsync(cancellationToken);
        }

        ModelState.Clear();
        return Refused(saved.Refusals);
    }
}
