using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin.Tenants;
using OrchardSite.Recipes;
using OrchardSite.Tenants;

namespace OrchardSite.Admin.Pages.Admin.Tenants;

/// <summary>A new site: added, and set up from its recipe at once.</summary>
public sealed class CreateModel(CreateTenant create, SetUpTenant setUp, ISetupRecipes recipes, IStringLocalizer localizer) : HostPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Prefix { get; set; }

    /// <summary>Separated by blanks or lines.</summary>
    [BindProperty]
    public string? Hosts { get; set; }

    [BindProperty]
    public string? Recipe { get; set; }

    [BindProperty]
    public string? SiteName { get; set; }

    public IReadOnlyList<string> Recipes => recipes.SetupRecipeNames;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(SiteName) || SiteName.Trim().Length > SaveSiteSettings.LongestName)
        {
            return Refused([new Refusal(RefusalKind.Invalid, localizer["A site's name has 1 to {0} characters.", SaveSiteSettings.LongestName], nameof(SiteName))]);
        }

        var created = await create.RunAsync(new NewTenant(Name?.Trim() ?? "", Prefix?.Trim() ?? "", TenantForm.HostsOf(Hosts), Recipe ?? ""), Actor, cancellationToken);
        if (!created.Succeeded)
        {
            return Refused(created.Refusals);
        }

        try
        {
            await setUp.RunAsync(created.Value.Name, new Dictionary<string, string> { [SetUpTenant.SiteName] = SiteName.Trim() }, null, Actor, cancellationToken);
            Notice = localizer["The site {0} is set up.", created.Value.Name];
        }
        catch (RecipeException failure)
        {
            // The site is there, and its page says how to go on.
            Notice = localizer["The site {0} was added, but its recipe failed: {1}", created.Value.Name, failure.Message];
        }

        return LocalRedirect(Url.Content("~/Admin/Tenants/Edit") + Microsoft.AspNetCore.Http.QueryString.Create("name", created.Value.Name));
    }
}
