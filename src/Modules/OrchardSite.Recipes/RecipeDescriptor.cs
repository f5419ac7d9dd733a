namespace OrchardSite.Recipes;

/// <summary>What a recipe says of itself.</summary>
/// <param name="IsSetupRecipe">True when it can be chosen for a new site.</param>
/// <param name="File">Its file, as a person would name it.</param>
/// <param name="Root">The folder that every file it names must lie in.</param>
public sealed record RecipeDescriptor(
    string Name,
    string DisplayName,
    string Description,
    string Version,
    string Author,
    bool IsSetupRecipe,
    string File,
    string FullPath,
    string Root)
{
    /// <summary>True for one that came in a package from elsewhere: nothing in it is evaluated, and it is read anew for each run.</summary>
    public bool IsPackage { get; init; }
}
