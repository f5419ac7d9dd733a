using System.Text.Json.Nodes;
using OrchardSite.Content.Definitions;

namespace OrchardSite.Content.Trees;

/// <summary>An entry of a tree without those below it, which follow it in the list on the next level.</summary>
/// <param name="Type">Null for a type that the site no longer has.</param>
/// <param name="Json">Its content item.</param>
/// <param name="Level">From 0.</param>
public sealed record TreeEntry(ContentType? Type, JsonObject Json, int Level)
{
    private const string FieldStart = "entry-";

    public string Id => Json.Text("ContentItemId") ?? "";

    public string Title => (Json["TitlePart"] as JsonObject).Text("Title") ?? "";

    /// <summary>Address as it was chosen, inside the site without a slash at its beginning; empty where there is none.</summary>
    public string Path => (Json["AutoroutePart"] as JsonObject).Text("Path") ?? "";

    public string Url => (Json["LinkMenuItemPart"] as JsonObject).Text("Url") ?? "";

    public bool OpensWindow => (Json["LinkMenuItemPart"] as JsonObject).Text("Target") == "_blank";

    /// <summary>True when it is to go, and all below it.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>What the names of its controls begin with.</summary>
    public string Field => FieldOf(Id);

    /// <summary>How the form says where it stands and what it is.</summary>
    public string Line => $"{Id}:{Level}:{Json.Text("ContentType")}";

    public static string FieldOf(string id) => FieldStart + id;

    /// <returns>The id of the entry that a control belongs to; null for another control.</returns>
    public static string? IdOf(string? field) => field?.StartsWith(FieldStart, StringComparison.Ordinal) == true ? field[FieldStart.Length..].Split('.')[0] : null;
}
