namespace OrchardSite.Tenants;

/// <summary>The recipes that a new tenant can be set up from.</summary>
public interface ISetupRecipes
{
    /// <summary>Names as a person writes them, in order.</summary>
    IReadOnlyList<string> SetupRecipeNames { get; }
}
