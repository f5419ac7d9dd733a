using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Users.SecondFactor;

/// <summary>A person asks for a key for their app. Nothing changes for them before they have shown that the app makes codes.</summary>
public sealed class StartSecondFactor(SiteDbContext db, OwnAccount ownAccount, AuthenticatorKeys keys, IStringLocalizer localizer)
{
    public async Task<OperationResult<Authenticator>> RunAsync(string? password, Actor actor, CancellationToken cancellationToken)
    {
        var own = await ownAccount.ConfirmAsync(password, actor, cancellationToken);
        if (!own.Succeeded)
        {
            return OperationResult<Authenticator>.Refused(own.Refusals);
        }

        if (own.Value.TwoFactorEnabled)
        {
            return new Refusal(RefusalKind.Conflict, localizer["The second factor is on already."]);
        }

        await using var work = await db.BeginAsync(cancellationToken);
        await db.Set<Authenticator>().Where(row => row.AccountId == own.Value.Id).ExecuteDeleteAsync(cancellationToken);
        var authenticator = new Authenticator { AccountId = own.Value.Id, ProtectedKey = keys.Seal(TimeCode.NewKey()) };
        db.Add(authenticator);
        await work.CommitAsync(cancellationToken);
        return authenticator;
    }
}
