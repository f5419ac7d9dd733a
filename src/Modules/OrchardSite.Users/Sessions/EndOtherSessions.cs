using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Users.Sessions;

/// <summary>A person signs out everywhere but where they are.</summary>
public sealed class EndOtherSessions(SiteDbContext db, IStringLocalizer localizer, TimeProvider time)
{
    /// <param name="current">The session that stays.</param>
    /// <returns>How many have ended.</returns>
    public async Task<OperationResult<int>> RunAsync(string? current, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.AccountId is not { } id || await db.Set<Account>().FindAsync([id], cancellationToken) is not { } account)
        {
            return new Refusal(RefusalKind.Forbidden, localizer["Please sign in first."]);
        }

        await using var work = await db.BeginAsync(cancellationToken);
        var ended = await db.Set<AccountSession>().Where(row => row.AccountId == id && row.Id != current).ExecuteDeleteAsync(cancellationToken);
        db.AddAudit(actor, nameof(EndOtherSessions), account, time);
        await work.CommitAsync(cancellationToken);
        return ended;
    }
}
