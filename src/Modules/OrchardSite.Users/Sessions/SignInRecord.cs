using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Users.Sessions;

internal static class SignInRecord
{
    /// <summary>Notes that somebody has signed in: on the account and in the tenant's audit log.</summary>
    public static async Task AddAsync(SiteDbContext db, Account account, string operation, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await db.Set<Account>().Where(row => row.Id == account.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(set => set.LastSignInUtc, now), cancellationToken);
        db.AddAudit(Actor.Person(account.Id, account.DisplayName, []), operation, account, time);
    }
}
