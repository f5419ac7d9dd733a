using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using OrchardSite.Users.Providers;

namespace OrchardSite.Users.Pages.Account;

/// <summary>Leads on to a provider. A link, not a form: browsers hold the target of a form's redirect against form-action.</summary>
public sealed class SignInWithModel(OpenIdProviders providers) : AccountPage
{
    public IActionResult OnGet(string? scheme, string? returnUrl) => providers.Find(scheme) is null
        ? NotFound()
        // The page of signing in leads who is signed in to where their work begins.
        : Challenge(new AuthenticationProperties { RedirectUri = Url.IsLocalUrl(returnUrl) ? returnUrl : Url.Content($"~/{AccountPaths.SignIn}") }, scheme!);
}
