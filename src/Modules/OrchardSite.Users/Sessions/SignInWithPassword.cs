using Microsoft.Extensions.Localization;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Users.Sessions;

/// <summary>Finds out who signs in, by user name or e-mail address and password. Every refusal is the same: it tells nobody which accounts there are.</summary>
public sealed class SignInWithPassword(AccountFinder accounts, PasswordCheck check, IStringLocalizer localizer)
{
    public async Task<OperationResult<Account>> RunAsync(string userName, string password, CancellationToken cancellationToken)
    {
        var account = await accounts.FindAsync(userName);
        if (!await check.PassesAsync(account, password, cancellationToken) || account is null)
        {
            return new Refusal(
                RefusalKind.Invalid,
                localizer["The user name or the password is not right. After several wrong tries an account is locked for a while."]);
        }

        return account;
    }
}
