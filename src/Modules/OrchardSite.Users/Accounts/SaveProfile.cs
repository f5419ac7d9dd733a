using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Users.Accounts;

/// <summary>A person changes how their own name is written.</summary>
public sealed class SaveProfile(SiteDbContext db, IStringLocalizer localizer, TimeProvider time)
{
    public async Task<OperationResult<Account>> RunAsync(string displayName, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.AccountId is not { } id || await db.Set<Account>().FindAsync([id], cancellationToken) is not { } account)
        {
            return new Refusal(RefusalKind.Forbidden, localizer["Please sign in first."]);
        }

        if (PersonName.Clean(displayName) is not { } name)
        {
            return new Refusal(RefusalKind.Invalid, localizer["A person has a name of 1 to {0} characters.", Account.LongestName], nameof(Account.DisplayName));
        }

        account.DisplayName = name;
        db.AddAudit(actor, nameof(SaveProfile), account, time);
        await db.CommitAsync(cancellationToken);
        return account;
    }
}
