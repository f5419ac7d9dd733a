using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Text;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Users.Accounts;

/// <summary>A person sets their first password, or another one. All their sessions end; the page that asked begins a new one.</summary>
public sealed class SetPassword(SiteDbContext db, UserManager<Account> users, PasswordCheck check, IStringLocalizer localizer, TimeProvider time)
{
    public const string CurrentField = "current";

    public const string NewField = "password";

    public const string RepeatedField = "repeated";

    /// <param name="current">The password so far; not asked of an account that has none.</param>
    public async Task<OperationResult<Account>> RunAsync(string? current, string password, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.AccountId is not { } id || await db.Set<Account>().FindAsync([id], cancellationToken) is not { } account)
        {
            return new Refusal(RefusalKind.Forbidden, localizer["Please sign in first."]);
        }

        if (password.Length > PasswordCheck.LongestPassword)
        {
            return new Refusal(RefusalKind.Invalid, localizer["A password has at most {0} characters.", PasswordCheck.LongestPassword], NewField);
        }

        if (account.PasswordHash is not null && !await check.PassesAsync(account, current ?? "", cancellationToken))
        {
            return new Refusal(RefusalKind.Invalid, localizer["The current password is not right. After several wrong tries it cannot be changed for a while."], CurrentField);
        }

        await using var work = await db.BeginAsync(cancellationToken);
        var result = await StoreAsync(account, current, VietnameseText.ToNfc(password));
        if (!result.Succeeded)
        {
            return OperationResult<Account>.Refused([.. result.Errors.Select(RefusalOf)]);
        }

        await db.Set<AccountSession>().Where(session => session.AccountId == id).ExecuteDeleteAsync(cancellationToken);
        // Who has a password needs no link that may still lie about somewhere.
        await db.Set<SignInLink>().Where(link => link.AccountId == id && link.UsedUtc == null).ExecuteDeleteAsync(cancellationToken);
        db.AddAudit(actor, nameof(SetPassword), account, time);
        await work.CommitAsync(cancellationToken);
        return account;
    }

    private Task<IdentityResult> StoreAsync(Account account, string? current, string password) => account.PasswordHash is null
        ? users.AddPasswordAsync(account, password)
        : users.ChangePasswordAsync(account, VietnameseText.ToNfc(current ?? ""), password);

    internal static Refusal RefusalOf(IdentityError error) => error.Code == nameof(IdentityErrorDescriber.ConcurrencyFailure)
        ? new Refusal(RefusalKind.Conflict, error.Description)
        : new Refusal(RefusalKind.Invalid, error.Description, NewField);
}
