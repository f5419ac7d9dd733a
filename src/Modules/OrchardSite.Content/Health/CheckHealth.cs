using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Content.Health;

/// <summary>Has the whole site checked anew; that is done in the background, some seconds later. Scoped.</summary>
public sealed class CheckHealth(SiteDbContext db, TimeProvider time, IStringLocalizer localizer)
{
    public async Task<OperationResult<DateTime>> RunAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Can(HealthPermissions.CheckHealth))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not have the whole site checked."]);
        }

        await using var work = await db.BeginAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        if (await db.Set<HealthState>().FirstOrDefaultAsync(cancellationToken) is { } state)
        {
            state.AskedUtc = now;
        }
        else
        {
            db.Add(new HealthState { AskedUtc = now });
        }

        // No page of readers shows anything of it.
        db.Changes.Add(new Change { TenantId = db.TenantId, Kind = ChangeKind.HealthAsked, Tags = "", OccurredUtc = now });
        db.AuditEntries.Add(AuditEntry.Of(actor, nameof(CheckHealth), now));
        await work.CommitAsync(cancellationToken);
        return now;
    }
}
