using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using OrchardSite.Data;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Users.Sessions;

/// <summary>Signs a person in, with the browser that asks. Every way of signing in ends here.</summary>
public sealed class BeginSession(SiteDbContext db, TimeProvider time)
{
    /// <param name="way">Name of the operation by which the person has shown who they are; it is what the audit log says.</param>
    public async Task RunAsync(HttpContext context, Account account, string way, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var session = new AccountSession
        {
            AccountId = account.Id,
            Device = DeviceName.Of(context.Request.Headers[HeaderNames.UserAgent].ToString()),
            Address = ClientAddress.Of(context),
            CreatedUtc = now,
            LastSeenUtc = now,
        };
        await using (var work = await db.BeginAsync(cancellationToken))
        {
            await RemoveOverAsync(account.Id, Session.Id(context.User), now - AccountSession.Lifetime, cancellationToken);
            await db.Set<Account>().Where(row => row.Id == account.Id)
                .ExecuteUpdateAsync(row => row.SetProperty(set => set.LastSignInUtc, now), cancellationToken);
            db.Add(session);
            db.AddAudit(Actor.Person(account.Id, account.DisplayName, []), way, account, time);
            await work.CommitAsync(cancellationToken);
        }

        await Session.WriteAsync(context, session);
    }

    // What this browser had before, and what has run out.
    private Task RemoveOverAsync(int accountId, string? replaced, DateTime lastSeen, CancellationToken cancellationToken) => db.Set<AccountSession>()
        .Where(row => row.Id == replaced || row.AccountId == accountId && row.LastSeenUtc < lastSeen)
        .ExecuteDeleteAsync(cancellationToken);
}
