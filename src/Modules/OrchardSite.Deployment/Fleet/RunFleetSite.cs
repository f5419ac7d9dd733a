using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Recipes;

namespace OrchardSite.Deployment.Fleet;

/// <summary>Runs, or plans, the recipe of a run on the current site. Scoped; for one run only, see <see cref="RunRecipe"/>.</summary>
public sealed class RunFleetSite(SiteDbContext db, RunRecipe recipes, SiteParameters parameters, TimeProvider time)
{
    /// <returns>What it came to; committed already when the recipe was run, so that no site is done twice.</returns>
    /// <exception cref="RecipeException">The recipe cannot be run here; nothing of it has been applied.</exception>
    /// <exception cref="FleetSiteTakenException">Another node has done the site meanwhile; nothing was applied again.</exception>
    public async Task<FleetSite> RunAsync(FleetRun run, RecipeDescriptor recipe, CancellationToken cancellationToken)
    {
        var recipeRun = new RecipeRun(Actor.Host(run.StartedBy), run.Kind == FleetKind.Plan, await parameters.ReadAsync(cancellationToken));
        await recipes.RunAsync(recipe, recipeRun, (_, token) => MarkAsync(ResultOf(run, recipeRun), token), cancellationToken);
        return ResultOf(run, recipeRun);
    }

    private FleetSite ResultOf(FleetRun run, RecipeRun done)
    {
        int Count(RecipeEffect effect) => done.Changes.Count(change => change.Effect == effect);

        return new FleetSite
        {
            RunId = run.Id,
            TenantId = db.TenantId,
            State = done.Changes.Count > 0 ? FleetSiteState.Changed : FleetSiteState.Unchanged,
            Created = Count(RecipeEffect.Create),
            Updated = Count(RecipeEffect.Update),
            Removed = Count(RecipeEffect.Remove),
            Differences = run.Kind == FleetKind.Run ? [] : [.. done.Changes.Select(SiteDifference.Of)],
            EndedUtc = time.GetUtcNow().UtcDateTime,
        };
    }

    private async Task MarkAsync(FleetSite result, CancellationToken cancellationToken)
    {
        if (!await FleetResults.WriteAsync(db, result, onlyWaiting: true, cancellationToken))
        {
            throw new FleetSiteTakenException();
        }
    }
}

public sealed class FleetSiteTakenException() : Exception("Another node has done the site.");

internal static class FleetResults
{
    /// <returns>False when the site is no longer in the run, or not waiting though it had to be.</returns>
    public static async Task<bool> WriteAsync(SiteDbContext db, FleetSite result, bool onlyWaiting, CancellationToken cancellationToken) =>
        await db.Set<FleetSite>()
            .Where(site => site.RunId == result.RunId && site.TenantId == result.TenantId && (!onlyWaiting || site.State == FleetSiteState.Waiting))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(site => site.State, result.State)
                    .SetProperty(site => site.Created, result.Created)
                    .SetProperty(site => site.Updated, result.Updated)
                    .SetProperty(site => site.Removed, result.Removed)
                    .SetProperty(site => site.Place, result.Place)
                    .SetProperty(site => site.Reason, result.Reason)
                    .SetProperty(site => site.EndedUtc, result.EndedUtc),
                cancellationToken) == 1;

    /// <summary>Replaces the details of a site.</summary>
    public static async Task WriteDetailsAsync(SiteDbContext db, FleetSite result, CancellationToken cancellationToken)
    {
        await db.Set<FleetDetail>().Where(detail => detail.RunId == result.RunId && detail.TenantId == result.TenantId).ExecuteDeleteAsync(cancellationToken);
        if (result.Differences.Count > 0)
        {
            db.Add(new FleetDetail { RunId = result.RunId, TenantId = result.TenantId, Json = SiteDifference.Write(result.Differences) });
        }
    }
}
