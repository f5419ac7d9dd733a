using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OrchardSite.Users.Limits;
using OrchardSite.Users.SecondFactor;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Users.Pages.Account;

[Limited]
public sealed class SignInCodeModel(SignInWithCode signIn, BeginSession beginSession) : AccountPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public bool IsTooLate { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await PendingSignIn.ReadAsync(HttpContext) is null ? TooLate() : Page();

    public async Task<IActionResult> OnPostAsync(string? code, CancellationToken cancellationToken)
    {
        if (await PendingSignIn.ReadAsync(HttpContext) is not { } pending)
        {
            return TooLate();
        }

        var result = await signIn.RunAsync(pending, code ?? "", cancellationToken);
        if (!result.Succeeded)
        {
            return result.Refusals[0].Kind == RefusalKind.Forbidden ? TooLate() : Refused(result.Refusals);
        }

        await PendingSignIn.EndAsync(HttpContext);
        await beginSession.RunAsync(HttpContext, result.Value, nameof(SignInWithCode), cancellationToken);
        return await OnwardAsync(ReturnUrl, result.Value);
    }

    private PageResult TooLate()
    {
        IsTooLate = true;
        return Refused([signIn.TooLate]);
    }
}
