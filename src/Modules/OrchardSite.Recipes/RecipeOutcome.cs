namespace OrchardSite.Recipes;

/// <param name="Applied">False for a plan: the changes are what a run would do.</param>
public sealed record RecipeOutcome(RecipeDescriptor Recipe, IReadOnlyList<RecipeChange> Changes, bool Applied);
