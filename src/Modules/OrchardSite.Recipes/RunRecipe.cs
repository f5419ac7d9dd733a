using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Recipes;

/// <summary>
/// Runs a recipe, with all it includes, in the current tenant: in one transaction, as a whole or not at all. After a plan
/// or a failure the scope still tracks what was rolled back: use a scope of its own for each run, and throw it away.
/// </summary>
public sealed class RunRecipe(
    SiteDbContext db,
    RecipeCatalog catalog,
    IEnumerable<IRecipeStep> handlers,
    TimeProvider time,
    IStringLocalizer localizer)
{
    /// <exception cref="RecipeException">The recipe cannot be run; nothing of it has been applied.</exception>
    public Task<RecipeOutcome> RunAsync(RecipeDescriptor recipe, RecipeRun run, CancellationToken cancellationToken = default) =>
        RunAsync(recipe, run, (_, _) => Task.CompletedTask, cancellationToken);

    /// <param name="finish">Last work in the same transaction; what it throws undoes the run.</param>
    /// <exception cref="RecipeException">The recipe cannot be run; nothing of it has been applied.</exception>
    public async Task<RecipeOutcome> RunAsync(
        RecipeDescriptor recipe, RecipeRun run, Func<SiteDbContext, CancellationToken, Task> finish, CancellationToken cancellationToken)
    {
        if (!run.Actor.Can(RecipePermissions.ManageRecipes))
        {
            throw new RecipeException(recipe.File, null, null, localizer["You may not run recipes on this site."]);
        }

        var byName = handlers.ToDictionary(handler => handler.Name, StringComparer.OrdinalIgnoreCase);
        var steps = new RecipeProgram(catalog, byName, run, localizer, cancellationToken).Read(recipe);
        await using var work = await db.BeginAsync(cancellationToken);
        await ApplyAsync(steps, run, cancellationToken);
        await finish(db, cancellationToken);
        if (run.PlanOnly)
        {
            return new RecipeOutcome(recipe, run.Changes, Applied: false);
        }

        if (run.Changes.Count > 0)
        {
            db.Add(AuditEntry.Of(run.Actor, nameof(RunRecipe), time.GetUtcNow().UtcDateTime, detail: Describe(recipe, run)));
        }

        await work.CommitAsync(cancellationToken);
        foreach (var follow in run.AfterCommit)
        {
            // What is committed is followed through, even when nobody waits any more.
            await follow(CancellationToken.None);
        }

        return new RecipeOutcome(recipe, run.Changes, Applied: true);
    }

    private static string Describe(RecipeDescriptor recipe, RecipeRun run) =>
        $"{recipe.Name}: +{Count(run, RecipeEffect.Create)} ~{Count(run, RecipeEffect.Update)} -{Count(run, RecipeEffect.Remove)}";

    private static int Count(RecipeRun run, RecipeEffect effect) => run.Changes.Count(change => change.Effect == effect);

    private async Task ApplyAsync(IReadOnlyList<ProgramStep> steps, RecipeRun run, CancellationToken cancellationToken)
    {
        RecipeFile? current = null;
        foreach (var (evaluator, step, handler) in steps.Where(step => !run.WithoutContent || !step.Handler.BringsContent))
        {
            if (current != evaluator.File)
            {
                current = evaluator.File;
                run.Tell(current.Descriptor.DisplayName);
            }

            try
            {
                await handler.ApplyAsync(evaluator.Read(step), run, cancellationToken);
            }
            catch (Exception exception) when (exception is not (RecipeException or OperationCanceledException))
            {
                var reason = localizer["The step fails: {0}", exception.GetBaseException().Message];
                throw new RecipeException(current.Descriptor.File, step.Name, $"$.steps[{step.Index}]", reason, exception);
            }
        }
    }
}
