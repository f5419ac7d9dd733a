using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Users.SecondFactor;

/// <summary>
/// Signing in asks for the password alone again. A person does it with their password; for one who has lost phone and
/// recovery codes, a host administrator does.
/// </summary>
public sealed class TurnOffSecondFactor(SiteDbContext db, OwnAccount ownAccount, IStringLocalizer localizer, TimeProvider time)
{
    public async Task<OperationResult<bool>> RunAsync(string? password, Actor actor, CancellationToken cancellationToken)
    {
        var own = await ownAccount.ConfirmAsync(password, actor, cancellationToken);
        return own.Succeeded ? await TurnOffAsync(own.Value, actor, cancellationToken) : OperationResult<bool>.Refused(own.Refusals);
    }

    public async Task<OperationResult<bool>> RunForAsync(int accountId, Actor actor, CancellationToken cancellationToken)
    {
        // A role of one tenant cannot give this right: the account is good in all its tenants.
        if (!actor.IsHost)
        {
            return new Refusal(RefusalKind.Forbidden, localizer["Only a host administrator may turn off the second factor of somebody else."]);
        }

        return await db.Set<Account>().FindAsync([accountId], cancellationToken) is { } account
            ? await TurnOffAsync(account, actor, cancellationToken)
            : new Refusal(RefusalKind.NotFound, localizer["There is no such account, or it is disabled."]);
    }

    private async Task<OperationResult<bool>> TurnOffAsync(Account account, Actor actor, CancellationToken cancellationToken)
    {
        if (!account.TwoFactorEnabled)
        {
            return new Refusal(RefusalKind.Conflict, localizer["The second factor is off."]);
        }

        await using var work = await db.BeginAsync(cancellationToken);
        account.TwoFactorEnabled = false;
        await db.Set<Authenticator>().Where(row => row.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        await db.Set<RecoveryCode>().Where(row => row.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        db.AddAudit(actor, nameof(TurnOffSecondFactor), account, time);
        await work.CommitAsync(cancellationToken);
        return true;
    }
}
