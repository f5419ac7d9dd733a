using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Tenants;
using OrchardSite.Users.Limits;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Mail;

namespace OrchardSite.Users.Pages.Account;

[Limited]
public sealed class PasswordResetModel(PasswordResets resets, Mailer mailer, IStringLocalizer localizer) : AccountPage
{
    public bool CanMail { get; private set; } = true;

    public bool IsAsked { get; private set; }

    public async Task OnGetAsync() => CanMail = await mailer.FindSiteAsync() is not null;

    public async Task<IActionResult> OnPostAsync(string? userName)
    {
        await OnGetAsync();
        if (!CanMail)
        {
            return Refused([new Refusal(RefusalKind.Conflict, localizer["Nothing was sent."])]);
        }

        resets.Add(HttpContext.Tenant().Identity, userName ?? "");
        IsAsked = true;
        return Page();
    }
}
