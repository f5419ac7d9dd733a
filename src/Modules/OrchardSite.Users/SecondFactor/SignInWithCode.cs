using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Users.SecondFactor;

/// <summary>The second step of signing in: a code of the app, or a recovery code.</summary>
public sealed class SignInWithCode(SiteDbContext db, CodeCheck check, IStringLocalizer localizer)
{
    /// <summary>The answer when the first step is too long ago, or the password was changed since.</summary>
    public Refusal TooLate => new(RefusalKind.Forbidden, localizer["The time to enter the code is over. Please sign in again."]);

    internal async Task<OperationResult<Account>> RunAsync(PendingSignIn pending, string code, CancellationToken cancellationToken)
    {
        var account = await db.Set<Account>().AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == pending.AccountId && row.SecurityStamp == pending.SecurityStamp && !row.IsDisabled, cancellationToken);
        if (account is null)
        {
            return TooLate;
        }

        return await check.PassesAsync(account.Id, code, cancellationToken) ? account : check.Wrong;
    }
}
