using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin.Tenants;
using OrchardSite.Recipes;
using OrchardSite.Tenants;
using OrchardSite.Tenants.Figures;

namespace OrchardSite.Admin.Pages.Admin.Tenants;

/// <summary>One site: where it lives, whether it runs, and how it goes.</summary>
public sealed class EditModel(SiteSearch search, IEnumerable<ISiteLinks> links, EditTenant edit, EnableTenant enable, DisableTenant disable, RemoveTenant remove, SetUpTenant setUp, IStringLocalizer localizer) : HostPage
{
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    [BindProperty]
    public int? Revision { get; set; }

    [BindProperty]
    public string? Prefix { get; set; }

    [BindProperty]
    public string? Hosts { get; set; }

    public Tenant Tenant { get; private set; } = null!;

    /// <summary>As readers know it.</summary>
    public string SiteName { get; private set; } = "";

    public FiguresOfTenant Figures { get; private set; } = FiguresOfTenant.None;

    public IReadOnlyList<SiteLink> Links { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await ReadAsync())
        {
            return NotFound();
        }

        (Prefix, Hosts, Revision) = (Tenant.Prefix, string.Join('\n', Tenant.Hosts), Tenant.Revision);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => AnswerAsync(
        () => edit.RunAsync(new EditedTenant(Name, Prefix?.Trim() ?? "", TenantForm.HostsOf(Hosts), Revision), Actor, cancellationToken),
        localizer["The place of the site {0} is saved.", Name]);

    public Task<IActionResult> OnPostEnableAsync(CancellationToken cancellationToken) =>
        AnswerAsync(() => enable.RunAsync(Name, Actor, cancellationToken), localizer["The site {0} runs again.", Name]);

    public Task<IActionResult> OnPostDisableAsync(CancellationToken cancellationToken) =>
        AnswerAsync(() => disable.RunAsync(Name, Actor, cancellationToken), localizer["The site {0} is switched off.", Name]);

    /// <param name="siteName">The name that its readers will know.</param>
    public Task<IActionResult> OnPostSetUpAsync(string? siteName, CancellationToken cancellationToken) => AnswerAsync(
        async () =>
        {
            try
            {
                await setUp.RunAsync(Name, new Dictionary<string, string> { [SetUpTenant.SiteName] = siteName?.Trim() ?? "" }, null, Actor, cancellationToken);
                return true;
            }
            catch (RecipeException failure)
            {
                return new Refusal(RefusalKind.Conflict, failure.Message);
            }
        },
        localizer["The site {0} is set up.", Name]);

    /// <param name="typed">The name once more, so that nobody removes a site by one click too many.</param>
    public async Task<IActionResult> OnPostRemoveAsync(string? typed, CancellationToken cancellationToken)
    {
        if (!await ReadAsync())
        {
            return NotFound();
        }

        if (typed?.Trim() != Tenant.Name)
        {
            return await AgainAsync([new Refusal(RefusalKind.Invalid, localizer["Type the technical name {0} to remove the site with all it has.", Tenant.Name])]);
        }

        var removed = await remove.RunAsync(Name, Actor, cancellationToken);
        if (!removed.Succeeded)
        {
            return await AgainAsync(removed.Refusals);
        }

        Notice = localizer["The site {0} is removed.", Name];
        return LocalRedirect(Url.Content("~/Admin/Tenants"));
    }

    private async Task<IActionResult> AnswerAsync(Func<Task<OperationResult<bool>>> run, string done)
    {
        if (!await ReadAsync())
        {
            return NotFound();
        }

        var result = await run();
        if (!result.Succeeded)
        {
            return await AgainAsync(result.Refusals);
        }

        Notice = done;
        return LocalRedirect(Url.Content("~/Admin/Tenants/Edit") + QueryString.Create("name", Name));
    }

    private async Task<IActionResult> AgainAsync(IReadOnlyList<Refusal> refusals)
    {
        await ReadAsync();
        if (Revision is null || refusals[0].Kind == RefusalKind.Conflict)
        {
            // What another form was about shows the site as it is; who saves once more has been told of a change.
            (Prefix, Hosts) = Revision is null ? (Tenant.Prefix, string.Join('\n', Tenant.Hosts)) : (Prefix, Hosts);
            Revision = Tenant.Revision;
            ModelState.Clear();
        }

        return Refused(refusals);
    }

    private async Task<bool> ReadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        if (await search.FindAsync(Name, aborted) is not { } row)
        {
            return false;
        }

        (Tenant, SiteName, Figures) = row;
        var found = new List<SiteLink>();
        foreach (var source in links)
        {
            found.AddRange(await source.OfAsync(row.Tenant, aborted));
        }

        Links = found;
        return true;
    }
}
