using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Text;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Users.Accounts;

/// <summary>
/// Sets a password with a link from an invitation or from a letter that was asked for, once. All sessions of the account
/// end. Nobody is signed in: the way in stays the one with the password and the second factor.
/// </summary>
public sealed class SetPasswordByLink(SiteDbContext db, UserManager<Account> users, IStringLocalizer localizer, TimeProvider time)
{
    internal static readonly SignInLinkPurpose[] Invitations = [SignInLinkPurpose.InvitationByMail, SignInLinkPurpose.InvitationByHand];

    private static readonly SignInLinkPurpose[] Purposes = [SignInLinkPurpose.PasswordReset, .. Invitations];

    /// <summary>The one answer for a link that is used, expired or unknown.</summary>
    public Refusal Unusable => new(RefusalKind.NotFound, localizer["This link cannot be used. Each link works once and for a limited time."]);

    /// <summary>Whose password a link would set; null, without a word why, when it would not.</summary>
    public async Task<Account?> FindAccountAsync(string? token, CancellationToken cancellationToken) => await Usable(token)
        .Join(db.Set<Account>(), link => link.AccountId, account => account.Id, (_, account) => account)
        .FirstOrDefaultAsync(account => !account.IsDisabled, cancellationToken);

    public async Task<OperationResult<Account>> RunAsync(string? token, string password, CancellationToken cancellationToken)
    {
        if (password.Length > PasswordCheck.LongestPassword)
        {
            return new Refusal(RefusalKind.Invalid, localizer["A password has at most {0} characters.", PasswordCheck.LongestPassword], SetPassword.NewField);
        }

        await using var work = await db.BeginAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var purpose = await Usable(token).Select(link => (SignInLinkPurpose?)link.Purpose).FirstOrDefaultAsync(cancellationToken);
        if (await FindAccountAsync(token, cancellationToken) is not { } account
            || await Usable(token).ExecuteUpdateAsync(link => link.SetProperty(row => row.UsedUtc, now), cancellationToken) == 0)
        {
            return Unusable;
        }

        // A link that came by mail has shown whose the address is.
        account.EmailConfirmed |= purpose != SignInLinkPurpose.InvitationByHand;
        (account.PasswordHash, account.AccessFailedCount, account.LockoutEnd) = (null, 0, null);
        var stored = await users.AddPasswordAsync(account, VietnameseText.ToNfc(password));
        if (!stored.Succeeded)
        {
            return OperationResult<Account>.Refused([.. stored.Errors.Select(SetPassword.RefusalOf)]);
        }

        await db.Set<AccountSession>().Where(session => session.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        await db.Set<SignInLink>().Where(link => link.AccountId == account.Id && link.UsedUtc == null).ExecuteDeleteAsync(cancellationToken);
        db.AddAudit(Actor.Person(account.Id, account.DisplayName, []), nameof(SetPasswordByLink), account, time);
        await work.CommitAsync(cancellationToken);
        return account;
    }

    private IQueryable<SignInLink> Usable(string? token) => SignInLinks.Usable(db, token, Purposes, time.GetUtcNow().UtcDateTime);
}
