using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Recipes;

namespace OrchardSite.Deployment;

/// <summary>
/// Plans a recipe on the current site, or runs it, each time in a scope of its own. A run that fails leaves nothing but an
/// entry in the audit log that says so. Scoped.
/// </summary>
public sealed class ApplyRecipe(
    IServiceProvider services, IDbContextFactory<SiteDbContext> contexts, CurrentTenant tenant, TimeProvider time, IStringLocalizer localizer)
{
    /// <returns>What would be changed, or what was; or file, step and JSON path of what keeps the recipe from being run.</returns>
    public async Task<OperationResult<RecipeOutcome>> RunAsync(
        RecipeDescriptor recipe, bool planOnly, IReadOnlyDictionary<string, string> parameters, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!actor.Can(RecipePermissions.ManageRecipes))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not run recipes on this site: the permission {0} is missing.", RecipePermissions.ManageRecipes.Name]);
        }

        try
        {
            await using var scope = services.CreateTenantScope(new TenantIdentity(tenant.Id, tenant.Name));
            return await scope.ServiceProvider.GetRequiredService<RunRecipe>().RunAsync(recipe, new RecipeRun(actor, planOnly, parameters), cancellationToken);
        }
        catch (RecipeException failure)
        {
            if (!planOnly)
            {
                await KeepAsync(recipe, failure, actor);
            }

            return new Refusal(RefusalKind.Invalid, failure.Message);
        }
    }

    private async Task KeepAsync(RecipeDescriptor recipe, RecipeException failure, Actor actor)
    {
        await using var db = contexts.CreateForTenant(tenant.Id);
        db.Add(AuditEntry.Of(actor, DeploymentAudit.RecipeFailed, time.GetUtcNow().UtcDateTime, detail: $"{recipe.Name}\n{failure.Message}"));
        await db.CommitAsync(CancellationToken.None);
    }
}
