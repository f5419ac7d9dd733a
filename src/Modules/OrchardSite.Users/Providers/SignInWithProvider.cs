using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Roles;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Users.Providers;

/// <summary>
/// Finds out who signs in through a provider. The first time, a verified e-mail address leads to the account that was
/// invited by it; a provider makes no accounts, and opens none of a host administrator.
/// </summary>
public sealed class SignInWithProvider(SiteDbContext db, UserManager<Account> users, IStringLocalizer localizer, TimeProvider time)
{
    /// <param name="issuer">The provider's address.</param>
    /// <param name="subject">The person's key there, which never changes.</param>
    /// <param name="verifiedEmail">Null when the provider has not seen that the address is the person's own.</param>
    public async Task<OperationResult<Account>> RunAsync(string issuer, string subject, string? verifiedEmail, CancellationToken cancellationToken)
    {
        var account = await users.FindByLoginAsync(issuer, subject) ?? await LinkAsync(issuer, subject, verifiedEmail, cancellationToken);
        return account is { IsDisabled: false } ? account : Stranger;
    }

    private Refusal Stranger => new(RefusalKind.Forbidden, localizer["Nobody has invited you yet. Please ask the administrator of the site for an invitation to the e-mail address that you have there."]);

    private async Task<Account?> LinkAsync(string issuer, string subject, string? email, CancellationToken cancellationToken)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        if (email is null
            || await users.FindByEmailAsync(email) is not { IsDisabled: false, IsHostAdministrator: false } account
            || !await db.Set<Membership>().AnyAsync(row => row.AccountId == account.Id, cancellationToken))
        {
            return null;
        }

        if (!account.EmailConfirmed)
        {
            await TakeOverAsync(account, cancellationToken);
        }

        db.Add(new AccountLogin { LoginProvider = issuer, ProviderKey = subject, UserId = account.Id });
        db.AddAudit(Actor.Person(account.Id, account.DisplayName, []), "LinkProvider", account, time, issuer);
        await work.CommitAsync(cancellationToken);
        return account;
    }

    // Whoever has set the password so far has never shown that the address is theirs; now somebody has.
    private async Task TakeOverAsync(Account account, CancellationToken cancellationToken)
    {
        (account.EmailConfirmed, account.PasswordHash) = (true, null);
        await users.UpdateSecurityStampAsync(account);
        await db.Set<AccountSession>().Where(session => session.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        await db.Set<SignInLink>().Where(link => link.AccountId == account.Id && link.UsedUtc == null).ExecuteDeleteAsync(cancellationToken);
    }
}
