using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin.Tenants;
using OrchardSite.Tenants;

namespace OrchardSite.Deployment.Pages.Admin;

/// <summary>A new site that is like another one.</summary>
public sealed class PackagesCloneModel(TenantDirectory tenants, TenantCache<SiteSettings> settings, CloneTenant clone, IStringLocalizer localizer) : HostPage
{
    [BindProperty(SupportsGet = true)]
    public string Source { get; set; } = "";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Prefix { get; set; }

    /// <summary>Separated by blanks or lines.</summary>
    [BindProperty]
    public string? Hosts { get; set; }

    [BindProperty]
    public string? SiteName { get; set; }

    /// <summary>What readers call the site that is cloned.</summary>
    public string SourceName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync())
        {
            return NotFound();
        }

        var asked = new ClonedTenant(Source, Name?.Trim() ?? "", Prefix?.Trim() ?? "", TenantForm.HostsOf(Hosts), SiteName?.Trim() ?? "");
        var cloned = await clone.RunAsync(asked, Actor, cancellationToken);
        if (!cloned.Succeeded)
        {
            return Refused(cloned.Refusals);
        }

        Notice = localizer["The site {0} is there, like {1}.", cloned.Value.Name, Source];
        return LocalRedirect(Url.Content("~/Admin/Tenants/Edit") + QueryString.Create("name", cloned.Value.Name));
    }

    private async Task<bool> ReadAsync()
    {
        if (tenants.Find(Source) is not { State: not TenantState.Uninitialized } tenant)
        {
            return false;
        }

        SourceName = (await settings.GetAsync(tenant.Id)).NameOf(tenant);
        return true;
    }
}
