using System.Text.Json;

namespace OrchardSite.Recipes;

/// <summary>A recipe as its file says it: immutable, shared by all runs, its expressions not yet evaluated.</summary>
internal sealed record RecipeFile(RecipeDescriptor Descriptor, JsonElement? Variables, IReadOnlyList<RecipeFileStep> Steps)
{
    public string Folder { get; } = Path.GetDirectoryName(Descriptor.FullPath)!;
}

internal sealed record RecipeFileStep(string Name, int Index, JsonElement Json, bool HasExpressions);
