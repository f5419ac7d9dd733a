using System.Text.Json.Nodes;
using OrchardSite.Data;
using OrchardSite.Recipes;

namespace OrchardSite.Deployment.Fleet;

/// <summary>
/// Compares the current site with a recipe: the recipe is run without the content it brings, and rolled back; what it would
/// have changed is where the site differs. Scoped; for one comparison only, see <see cref="RunRecipe"/>.
/// </summary>
public sealed class CompareFleetSite(SiteDbContext db, RunRecipe recipes, SiteParameters parameters, TimeProvider time)
{
    /// <exception cref="RecipeException">The recipe cannot be run here.</exception>
    public async Task<FleetSite> RunAsync(FleetRun run, RecipeDescriptor recipe, CancellationToken cancellationToken)
    {
        var site = await SiteState.ReadAsync(db, cancellationToken);
        var wanted = new JsonObject();
        var plan = new RecipeRun(Actor.Host(run.StartedBy), planOnly: true, await parameters.ReadAsync(cancellationToken)) { WithoutContent = true };
        await recipes.RunAsync(recipe, plan, async (inside, token) => wanted = await SiteState.ReadAsync(inside, token), cancellationToken);
        var differences = StateComparison.Compare(site, wanted);
        return new FleetSite
        {
            RunId = run.Id,
            TenantId = db.TenantId,
            State = differences.Count > 0 ? FleetSiteState.Changed : FleetSiteState.Unchanged,
            Created = differences.Count(difference => difference.Site is null),
            Updated = differences.Count(difference => difference is { Site: not null, Recipe: not null }),
            Removed = differences.Count(difference => difference.Recipe is null),
            Differences = differences,
            EndedUtc = time.GetUtcNow().UtcDateTime,
        };
    }
}
