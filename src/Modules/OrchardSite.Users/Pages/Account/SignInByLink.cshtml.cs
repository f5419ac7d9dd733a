using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OrchardSite.Users.Limits;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Users.Pages.Account;

/// <summary>Looking at the page uses nothing up: programs that preview links look at it too.</summary>
[Limited]
public sealed class SignInByLinkModel(UseSignInLink useLink, Entrance entrance) : AccountPage
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    public Accounts.Account? Account { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Account = await useLink.FindAccountAsync(Token, cancellationToken);
        return Account is null ? Gone([useLink.Unusable]) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await useLink.RunAsync(Token, cancellationToken);
        if (!result.Succeeded)
        {
            return Gone(result.Refusals);
        }

        if (!await entrance.EnterAsync(HttpContext, result.Value, nameof(UseSignInLink), cancellationToken))
        {
            return ToCode(null);
        }

        // Without a password nobody could come back: it is set first.
        return result.Value.PasswordHash is null ? LocalRedirect(Url.Content($"~/{AccountPaths.Account}")) : await OnwardAsync(null, result.Value);
    }

    private PageResult Gone(IReadOnlyList<Refusal> refusals)
    {
        var page = Refused(refusals);
        Response.StatusCode = StatusCodes.Status410Gone;
        return page;
    }
}
