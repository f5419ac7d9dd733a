using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Users.SecondFactor;

/// <summary>A first code shows that the app has the key: from now on signing in asks for one. Other sessions end, since they came without.</summary>
public sealed class ConfirmSecondFactor(SiteDbContext db, OwnAccount ownAccount, CodeCheck check, IStringLocalizer localizer, TimeProvider time)
{
    /// <param name="currentSession">The session that stays.</param>
    /// <returns>The recovery codes, which are told this once.</returns>
    public async Task<OperationResult<string[]>> RunAsync(string code, string? currentSession, Actor actor, CancellationToken cancellationToken)
    {
        var own = await ownAccount.FindAsync(actor, cancellationToken);
        if (!own.Succeeded)
        {
            return OperationResult<string[]>.Refused(own.Refusals);
        }

        var account = own.Value;
        if (account.TwoFactorEnabled)
        {
            return new Refusal(RefusalKind.Conflict, localizer["The second factor is on already."]);
        }

        if (!await check.PassesAsync(account.Id, code, cancellationToken))
        {
            return check.Wrong;
        }

        await using var work = await db.BeginAsync(cancellationToken);
        account.TwoFactorEnabled = true;
        await db.Set<AccountSession>().Where(row => row.AccountId == account.Id && row.Id != currentSession).ExecuteDeleteAsync(cancellationToken);
        var codes = await RecoveryCodes.ReplaceAsync(db, account.Id, cancellationToken);
        db.AddAudit(actor, nameof(ConfirmSecondFactor), account, time);
        await work.CommitAsync(cancellationToken);
        return codes;
    }
}
