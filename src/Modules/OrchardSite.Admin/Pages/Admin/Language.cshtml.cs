using Microsoft.AspNetCore.Mvc;
using OrchardSite.Users;

namespace OrchardSite.Admin.Pages.Admin;

/// <summary>Remembers in which language a person wants the dashboard.</summary>
public sealed class LanguageModel : AdminPage
{
    public IActionResult OnGet() => LocalRedirect(Url.Content($"~/{AdminPaths.Dashboard}"));

    public IActionResult OnPost(string language, string? returnUrl)
    {
        if (!PersonLanguageAttribute.Choose(HttpContext, language))
        {
            return NotFound();
        }

        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : Url.Content($"~/{AdminPaths.Dashboard}"));
    }
}
