using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Users.Accounts;

/// <summary>A person changes how their own name is written.</summary>
public sealed class SaveProfile(SiteDbContext db, OwnAccount ownAccount, IStringLocalizer localizer, TimeProvider time)
{
    public async Task<OperationResult<Account>> RunAsync(string displayName, Actor actor, CancellationToken cancellationToken)
    {
        var own = await ownAccount.FindAsync(actor, cancellationToken);
        if (!own.Succeeded)
        {
            return own;
        }

        if (PersonName.Clean(displayName) is not { } name)
        {
            return new Refusal(RefusalKind.Invalid, localizer["A person has a name of 1 to {0} characters.", Account.LongestName], nameof(Account.DisplayName));
        }

        var account = own.Value;
        var former = account.DisplayName;
        account.DisplayName = name;
        db.AddAudit(actor, nameof(SaveProfile), account, time, $"“{former}” → “{name}”");
        await db.CommitAsync(cancellationToken);
        return account;
    }
}
