using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Users.SecondFactor;

/// <summary>A person gets new recovery codes; those from before are worth nothing any more.</summary>
public sealed class RenewRecoveryCodes(SiteDbContext db, OwnAccount ownAccount, IStringLocalizer localizer, TimeProvider time)
{
    public async Task<OperationResult<string[]>> RunAsync(string? password, Actor actor, CancellationToken cancellationToken)
    {
        var own = await ownAccount.ConfirmAsync(password, actor, cancellationToken);
        if (!own.Succeeded)
        {
            return OperationResult<string[]>.Refused(own.Refusals);
        }

        if (!own.Value.TwoFactorEnabled)
        {
            return new Refusal(RefusalKind.Conflict, localizer["The second factor is off."]);
        }

        await using var work = await db.BeginAsync(cancellationToken);
        var codes = await RecoveryCodes.ReplaceAsync(db, own.Value.Id, cancellationToken);
        db.AddAudit(actor, nameof(RenewRecoveryCodes), own.Value, time);
        await work.CommitAsync(cancellationToken);
        return codes;
    }
}
