using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Users.Sessions;

/// <summary>A person ends one of their sessions: the one they are in when they sign out, or one that is open elsewhere.</summary>
public sealed class EndSession(SiteDbContext db, IStringLocalizer localizer, TimeProvider time)
{
    public async Task<OperationResult<bool>> RunAsync(string? sessionId, Actor actor, CancellationToken cancellationToken)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        var ended = await db.Set<AccountSession>()
            .Where(row => row.Id == sessionId && row.AccountId == actor.AccountId)
            .ExecuteDeleteAsync(cancellationToken);
        if (ended == 0)
        {
            return new Refusal(RefusalKind.NotFound, localizer["This session has ended already."]);
        }

        db.AddAudit(actor, nameof(EndSession), await db.Set<Account>().SingleAsync(row => row.Id == actor.AccountId, cancellationToken), time);
        await work.CommitAsync(cancellationToken);
        return true;
    }
}
