using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Users.Limits;
using OrchardSite.Users.Providers;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Users.Pages.Account;

[Limited]
public sealed class SignInModel(SignInWithPassword signIn, Entrance entrance, OpenIdProviders providers, CurrentActor current, IStringLocalizer localizer) : AccountPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool PasswordSaved { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    public IEnumerable<(string Scheme, OpenIdProvider Provider)> Providers => providers.All;

    /// <param name="provider">Why somebody has come back from a provider without being signed in.</param>
    public async Task<IActionResult> OnGetAsync(ProviderRefusal? provider, CancellationToken cancellationToken) =>
        await current.FindAccountAsync(User, cancellationToken) is { } account
            ? await OnwardAsync(ReturnUrl, account)
            : provider switch
            {
                ProviderRefusal.Failed => Refused([new Refusal(RefusalKind.Forbidden, localizer["Signing in there did not succeed. Please try again."])]),
                ProviderRefusal.Stranger => Refused([new Refusal(RefusalKind.Forbidden, localizer["Nobody has invited you yet. Please ask the administrator of the site for an invitation to the e-mail address that you have there."])]),
                _ => Page(),
            };

    public async Task<IActionResult> OnPostAsync(string? password, CancellationToken cancellationToken)
    {
        var result = await signIn.RunAsync(UserName ?? "", password ?? "", cancellationToken);
        if (!result.Succeeded)
        {
            return Refused(result.Refusals);
        }

        return await entrance.EnterAsync(HttpContext, result.Value, nameof(SignInWithPassword), cancellationToken)
            ? await OnwardAsync(ReturnUrl, result.Value)
            : ToCode(ReturnUrl);
    }
}
