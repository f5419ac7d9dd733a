using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Users.Pages.Account;

[Authorize]
public sealed class ProfileModel(CurrentActor current, SaveProfile saveProfile) : AccountPage
{
    [BindProperty]
    public string? DisplayName { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => DisplayName = (await current.FindAccountAsync(User, cancellationToken))!.DisplayName;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await saveProfile.RunAsync(DisplayName ?? "", await current.GetAsync(User, cancellationToken), cancellationToken);
        return result.Succeeded ? ToAccount(AccountNotice.ProfileSaved) : Refused(result.Refusals);
    }
}
