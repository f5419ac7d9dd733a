using Microsoft.AspNetCore.Mvc;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Users.Pages.Account;

public sealed class SignOutModel : AccountPage
{
    public IActionResult OnGet() => User.Identity!.IsAuthenticated ? Page() : ToSignIn();

    public async Task<IActionResult> OnPostAsync()
    {
        await Session.EndAsync(HttpContext);
        return ToSignIn();
    }

    private LocalRedirectResult ToSignIn() => LocalRedirect(Url.Content($"~/{AccountPaths.SignIn}"));
}
