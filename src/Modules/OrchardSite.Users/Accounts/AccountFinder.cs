using Microsoft.AspNetCore.Identity;

namespace OrchardSite.Users.Accounts;

/// <summary>Finds the account that somebody means who types a user name or an e-mail address.</summary>
public sealed class AccountFinder(UserManager<Account> users)
{
    public async Task<Account?> FindAsync(string typed) => typed.Trim() is { Length: > 0 and <= Account.LongestEmail } name
        ? await users.FindByNameAsync(name) ?? await users.FindByEmailAsync(name)
        : null;
}
