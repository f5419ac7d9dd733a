using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrchardSite.Content.Definitions;
using OrchardSite.Text;

namespace OrchardSite.Content;

/// <summary>The members of Orchard Core's item JSON that are not parts.</summary>
public sealed record ContentMetadata(
    string? ContentItemId,
    string? VersionId,
    string? ContentType,
    string? DisplayText,
    bool Published,
    DateTime? CreatedUtc,
    DateTime? ModifiedUtc,
    DateTime? PublishedUtc,
    string Owner,
    string Author)
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "Id", "ContentItemId", "ContentItemVersionId", "ContentType", "DisplayText", "Latest", "Published", "ModifiedUtc", "PublishedUtc", "CreatedUtc", "Owner", "Author",
    };

    public static bool IsMetadata(string member) => Names.Contains(member);

    /// <summary>Reads the metadata and gives the parts as JSON of their own, all texts in NFC.</summary>
    public static (ContentMetadata Metadata, JsonObject Parts) Split(JsonObject item)
    {
        var metadata = new ContentMetadata(
            item.Text("ContentItemId"),
            item.Text("ContentItemVersionId"),
            item.Text("ContentType"),
            item.Text("DisplayText") is { } text ? VietnameseText.ToNfc(text) : null,
            item["Published"] is null || item.Flag("Published"),
            Time(item, "CreatedUtc"),
            Time(item, "ModifiedUtc"),
            Time(item, "PublishedUtc"),
            item.Text("Owner") ?? "",
            item.Text("Author") ?? "");
        var parts = new JsonObject();
        foreach (var (name, value) in item)
        {
            if (!IsMetadata(name))
            {
                parts[name] = ToNfc(value);
            }
        }

        return (metadata, parts);
    }

    private static DateTime? Time(JsonObject item, string name) =>
        DateTime.TryParse(item.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static JsonNode? ToNfc(JsonNode? node) => node switch
    {
        JsonObject json => new JsonObject(json.Select(member => KeyValuePair.Create(member.Key, ToNfc(member.Value)))),
        JsonArray list => new JsonArray(list.Select(ToNfc).ToArray()),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => VietnameseText.ToNfc(value.GetValue<string>()),
        _ => node?.DeepClone(),
    };
}
