namespace OrchardSite.Recipes;

/// <summary>What the module's operations write into the audit log.</summary>
internal static class RecipeAudit
{
    public static (string Name, string Description)[] Operations { get; } =
    [
        ("SetUpTenant", "Set the site up"),
        ("RunRecipe", "Ran a recipe"),
    ];
}
