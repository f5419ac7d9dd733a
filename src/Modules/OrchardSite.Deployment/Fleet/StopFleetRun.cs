using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Deployment.Fleet;

/// <summary>Stops a run: the site whose turn it is becomes done, those after it stay as they are.</summary>
public sealed class StopFleetRun(IDbContextFactory<SiteDbContext> contexts, TenantDirectory tenants, TimeProvider time, IStringLocalizer localizer)
{
    public async Task<OperationResult<bool>> RunAsync(int id, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!actor.IsHost)
        {
            return localizer.NotHost();
        }

        await using var db = contexts.CreateForTenant(tenants.Find(TenantNames.DefaultTenant)!.Id);
        await using var work = await db.BeginAsync(cancellationToken);
        if (await db.Set<FleetRun>().FindAsync([id], cancellationToken) is not { } run)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no such run."]);
        }

        if (run.State != FleetRunState.Running)
        {
            return new Refusal(RefusalKind.Conflict, localizer["The run has ended already."]);
        }

        var now = time.GetUtcNow().UtcDateTime;
        (run.State, run.EndedUtc) = (FleetRunState.Stopped, now);
        db.Add(AuditEntry.Of(actor, nameof(StopFleetRun), now, detail: run.Title));
        await work.CommitAsync(cancellationToken);
        return true;
    }
}
