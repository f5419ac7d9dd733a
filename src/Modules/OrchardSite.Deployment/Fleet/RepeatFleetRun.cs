using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Deployment.Fleet;

/// <summary>Begins a new run from one that has ended: of what a plan has looked at, or of what a run has left.</summary>
public sealed class RepeatFleetRun(IDbContextFactory<SiteDbContext> contexts, TenantDirectory tenants, StartFleetRun start, IStringLocalizer localizer)
{
    /// <summary>Runs on the sites of a plan that it would change.</summary>
    /// <returns>The number of the new run.</returns>
    public Task<OperationResult<int>> RunPlanAsync(int id, Actor actor, CancellationToken cancellationToken = default) =>
        StartAsync(id, actor, FleetKind.Run, [FleetSiteState.Changed], cancellationToken);

    /// <summary>Once more on the sites where it has failed or to which it did not come, as far as they are open.</summary>
    /// <returns>The number of the new run.</returns>
    public Task<OperationResult<int>> RetryAsync(int id, Actor actor, CancellationToken cancellationToken = default) =>
        StartAsync(id, actor, null, [FleetSiteState.Failed, FleetSiteState.Waiting], cancellationToken);

    private async Task<OperationResult<int>> StartAsync(int id, Actor actor, FleetKind? kind, FleetSiteState[] states, CancellationToken cancellationToken)
    {
        if (!actor.IsHost)
        {
            return localizer.NotHost();
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Set<FleetRun>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } run)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no such run."]);
        }

        if (kind == FleetKind.Run && run.Kind != FleetKind.Plan)
        {
            return new Refusal(RefusalKind.Conflict, localizer["This was no plan."]);
        }

        if (run.State == FleetRunState.Running)
        {
            return new Refusal(RefusalKind.Conflict, localizer["The run goes on. Wait until it has ended, or stop it."]);
        }

        var ids = await db.Set<FleetSite>().Where(site => site.RunId == id && states.Contains(site.State)).Select(site => site.TenantId).ToListAsync(cancellationToken);
        var names = ids.Select(tenants.Find).Where(tenant => tenant is { State: TenantState.Running }).Select(tenant => tenant!.Name).ToArray();
        return names.Length == 0
            ? new Refusal(RefusalKind.Conflict, localizer["There is no open site left to run the recipe on."])
            : await start.RunAsync(new NewFleetRun(run.Recipe, names, kind ?? run.Kind), actor, cancellationToken);
    }
}
