using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Users.Sessions;

/// <summary>A person signs out everywhere but where they are.</summary>
public sealed class EndOtherSessions(SiteDbContext db, OwnAccount ownAccount, TimeProvider time)
{
    /// <param name="current">The session that stays.</param>
    /// <returns>How many have ended.</returns>
    public async Task<OperationResult<int>> RunAsync(string? current, Actor actor, CancellationToken cancellationToken)
    {
        var own = await ownAccount.FindAsync(actor, cancellationToken);
        if (!own.Succeeded)
        {
            return OperationResult<int>.Refused(own.Refusals);
        }

        await using var work = await db.BeginAsync(cancellationToken);
        var ended = await db.Set<AccountSession>().Where(row => row.AccountId == own.Value.Id && row.Id != current).ExecuteDeleteAsync(cancellationToken);
        db.AddAudit(actor, nameof(EndOtherSessions), own.Value, time);
        await work.CommitAsync(cancellationToken);
        return ended;
    }
}
