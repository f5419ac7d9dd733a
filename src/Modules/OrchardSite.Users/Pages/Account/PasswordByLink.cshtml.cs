using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OrchardSite.Users.Limits;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Users.Pages.Account;

/// <summary>Where invitations and letters about a forgotten password lead. Looking at the page uses nothing up.</summary>
[Limited]
public sealed class PasswordByLinkModel(SetPasswordByLink setPassword, IStringLocalizer localizer) : AccountPage
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    public Accounts.Account? Account { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Account = await setPassword.FindAccountAsync(Token, cancellationToken);
        return Account is null ? Gone() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? password, string? repeated, CancellationToken cancellationToken)
    {
        if (await OnGetAsync(cancellationToken) is var page && Account is null)
        {
            return page;
        }

        if (password != repeated)
        {
            return Refused([NotTheSame(localizer)]);
        }

        var result = await setPassword.RunAsync(Token, password ?? "", cancellationToken);
        return result.Succeeded ? LocalRedirect(Url.Content($"~/{AccountPaths.SignIn}?passwordSaved=true"))
            : result.Refusals[0].Kind == RefusalKind.NotFound ? Gone()
            : Refused(result.Refusals);
    }

    private PageResult Gone()
    {
        Account = null;
        var page = Refused([setPassword.Unusable]);
        Response.StatusCode = StatusCodes.Status410Gone;
        return page;
    }
}
