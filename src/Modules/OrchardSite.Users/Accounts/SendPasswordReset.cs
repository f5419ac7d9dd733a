using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Users.Mail;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Users.Accounts;

/// <summary>Sends a letter with a link that sets a password, if there is an account with that name or address. It tells nobody whether there is.</summary>
public sealed class SendPasswordReset(SiteDbContext db, AccountFinder accounts, Mailer mailer, IStringLocalizer localizer, TimeProvider time)
{
    public static readonly TimeSpan Validity = TimeSpan.FromHours(1);

    // Nobody's letter box is filled by somebody who asks again and again.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    public async Task RunAsync(string name, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(name) is not { IsDisabled: false, Email: { } email } account
            || await mailer.FindSiteAsync() is not { } site)
        {
            return;
        }

        var expires = time.GetUtcNow().UtcDateTime + Validity;
        var recent = expires - Pause;
        if (await db.Set<SignInLink>().AnyAsync(
            link => link.AccountId == account.Id && link.Purpose == SignInLinkPurpose.PasswordReset && link.UsedUtc == null && link.ExpiresUtc > recent, cancellationToken))
        {
            return;
        }

        string token;
        await using (var work = await db.BeginAsync(cancellationToken))
        {
            token = await SignInLinks.IssueAsync(db, account.Id, SignInLinkPurpose.PasswordReset, expires, [SignInLinkPurpose.PasswordReset], cancellationToken);
            db.AddAudit(Actor.Person(account.Id, account.DisplayName, []), nameof(SendPasswordReset), account, time);
            await work.CommitAsync(cancellationToken);
        }

        await mailer.SendAsync(
            new Letter(
                account.DisplayName,
                email,
                localizer["A new password for {0}", site.Name],
                localizer[
                    "Dear {0},\n\nsomebody, probably you, wants to set a new password for the account {1}. This link does it, once and within an hour:\n\n{2}\n\nIf it was not you, nothing needs to be done: the password stays as it is.",
                    account.DisplayName, account.UserName!, $"{site.Address}/{AccountPaths.PasswordByLink}?token={token}"]),
            cancellationToken);
    }
}
