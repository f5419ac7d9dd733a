using System.Text.Json;
using System.Text.Json.Nodes;
using OrchardSite.Content;
using OrchardSite.Content.Definitions;

namespace OrchardSite.Directives;

/// <summary>A relation as the directive that names it has it.</summary>
/// <param name="Position">From 0, in the order in which they were entered.</param>
/// <param name="TargetId">Null for a document that is not on the site.</param>
public sealed record RelationData(int Position, string Kind, string? TargetId, string? TargetText)
{
    /// <summary>Name of the part that holds the relations.</summary>
    public const string Part = "Relations";

    internal const string ContentType = "DirectiveRelation";

    public static IEnumerable<RelationData> Of(ContentDraft draft) => Read(draft.Content[Part] as JsonObject);

    public static IEnumerable<RelationData> Of(ContentView item) =>
        item.Content.TryGetProperty(Part, out var part) && part.ValueKind == JsonValueKind.Object ? Read(JsonObject.Create(part)) : [];

    /// <summary>JSON path of a field of the relation inside its directive.</summary>
    public string PathOf(string field) => $"{Part}.ContentItems[{Position}].{ContentType}.{field}";

    private static IEnumerable<RelationData> Read(JsonObject? part) => (part?["ContentItems"] as JsonArray ?? [])
        .Select((item, position) => Read(position, (item as JsonObject)?[ContentType] as JsonObject));

    private static RelationData Read(int position, JsonObject? relation)
    {
        var targets = (relation?["Target"] as JsonObject)?["ContentItemIds"] as JsonArray;
        return new RelationData(
            position,
            (relation?["Kind"] as JsonObject).Text("Text") ?? "",
            targets?.FirstOrDefault() is JsonValue id && id.GetValueKind() == JsonValueKind.String ? id.GetValue<string>() : null,
            (relation?["TargetText"] as JsonObject).Text("Text")?.Trim() is { Length: > 0 } text ? text : null);
    }
}
