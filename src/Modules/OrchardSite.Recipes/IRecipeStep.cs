namespace OrchardSite.Recipes;

/// <summary>
/// Does one kind of recipe step. Registered as a scoped service by the module that owns what the step changes; runs in
/// the scope of the tenant, inside the one transaction of the whole recipe.
/// </summary>
public interface IRecipeStep
{
    /// <summary>Orchard Core's name of the step, such as <c>ContentDefinition</c>; compared without case.</summary>
    string Name { get; }

    /// <summary>True when the step brings what editors go on writing, such as items or files, and not how the site works.</summary>
    bool BringsContent => false;

    /// <summary>
    /// Brings the tenant to what the step says and reports each thing that differed. Must report nothing, and write nothing,
    /// when all is as the step says already. A plan is a run that is rolled back, so there is no second path to keep true.
    /// </summary>
    /// <exception cref="RecipeException">The step cannot be done; made by <see cref="RecipeStep.Error"/>.</exception>
    Task ApplyAsync(RecipeStep step, RecipeRun run, CancellationToken cancellationToken);
}
