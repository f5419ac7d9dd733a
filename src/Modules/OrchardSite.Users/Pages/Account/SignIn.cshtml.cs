using Microsoft.AspNetCore.Mvc;
using OrchardSite.Users.Limits;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Users.Pages.Account;

[Limited]
public sealed class SignInModel(SignInWithPassword signIn, Entrance entrance) : AccountPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool PasswordSaved { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    public IActionResult OnGet() => User.Identity!.IsAuthenticated ? Onward(ReturnUrl) : Page();

    public async Task<IActionResult> OnPostAsync(string? password, CancellationToken cancellationToken)
    {
        var result = await signIn.RunAsync(UserName ?? "", password ?? "", cancellationToken);
        if (!result.Succeeded)
        {
            return Refused(result.Refusals);
        }

        return await entrance.EnterAsync(HttpContext, result.Value, nameof(SignInWithPassword), cancellationToken) ? Onward(ReturnUrl) : ToCode(ReturnUrl);
    }
}
