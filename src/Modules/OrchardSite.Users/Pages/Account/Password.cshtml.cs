using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Users.Pages.Account;

[Authorize]
public sealed class PasswordModel(CurrentActor current, SetPassword setPassword, BeginSession beginSession, IStringLocalizer localizer) : AccountPage
{
    public Accounts.Account Account { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Account = (await current.FindAccountAsync(User, cancellationToken))!;

    public async Task<IActionResult> OnPostAsync([FromForm(Name = SetPassword.CurrentField)] string? currentPassword, string? password, string? repeated, CancellationToken cancellationToken)
    {
        await OnGetAsync(cancellationToken);
        if (password != repeated)
        {
            return Refused([NotTheSame(localizer)]);
        }

        var actor = await current.GetAsync(User, cancellationToken);
        var result = await setPassword.RunAsync(currentPassword, password ?? "", actor, cancellationToken);
        if (!result.Succeeded)
        {
            return Refused(result.Refusals);
        }

        await beginSession.RunAsync(HttpContext, result.Value, nameof(BeginSession), cancellationToken);
        return ToAccount(AccountNotice.PasswordSaved);
    }
}
