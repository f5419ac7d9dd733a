using Microsoft.AspNetCore.Mvc;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Users.Pages.Account;

public sealed class SignOutModel(EndSession endSession, CurrentActor current) : AccountPage
{
    public IActionResult OnGet() => User.Identity!.IsAuthenticated ? Page() : ToSignIn();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // One that has ended meanwhile is refused, which is as good.
        await endSession.RunAsync(Session.Id(User), await current.GetAsync(User, cancellationToken), cancellationToken);
        await Session.ForgetAsync(HttpContext);
        return ToSignIn();
    }

    private LocalRedirectResult ToSignIn() => LocalRedirect(Url.Content($"~/{AccountPaths.SignIn}"));
}
