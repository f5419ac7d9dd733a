using System.Text.Json.Nodes;

namespace OrchardSite.Recipes;

/// <summary>One step of a recipe, its expressions evaluated.</summary>
/// <param name="File">The recipe file, as a person would name it.</param>
/// <param name="Folder">The folder that paths in the step are relative to.</param>
/// <param name="Index">Place in the file's <c>steps</c>, from 0.</param>
public sealed record RecipeStep(string Name, string File, string Folder, int Index, JsonObject Json)
{
    /// <summary>The folder that files named in the step must lie in.</summary>
    public string Root { get; init; } = Folder;

    /// <summary>True when the step came in a package: what it says was true of another site, and its files are gone after the run.</summary>
    public bool IsPackage { get; init; }

    /// <summary>The full path of a file that is named relative to the recipe; null when there is none inside <see cref="Root"/>.</summary>
    public string? FindFile(string path) => RecipeFolder.Find(Root, Folder, path);

    /// <summary>An error that names file, step and JSON path.</summary>
    /// <param name="node">Where it is, or null for the step as a whole.</param>
    /// <param name="message">A sentence in the user's language.</param>
    public RecipeException Error(JsonNode? node, string message) => new(File, Name, PathOf(node), message);

    /// <summary>An error at a member of the step that may be missing, such as <c>Roles[2].Name</c>.</summary>
    public RecipeException ErrorAt(string path, string message) => new(File, Name, $"{PathOf(null)}.{path}", message);

    // A step's node is detached from its file, so the place in the file is put in front.
    private string PathOf(JsonNode? node) => $"$.steps[{Index}]{node?.GetPath()[1..]}";
}
