using System.Text.Json.Nodes;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Fields;

namespace OrchardSite.Content;

/// <summary>An item on its way into the database: its JSON and what is read out of it for lists and addresses.</summary>
public sealed class ContentDraft(ContentType type, string contentItemId, JsonObject content)
{
    public ContentType Type { get; } = type;

    public string ContentItemId { get; } = contentItemId;

    /// <summary>The item's parts in Orchard Core's form, without its metadata.</summary>
    public JsonObject Content { get; } = content;

    /// <summary>What its fields refer to.</summary>
    public IReadOnlyList<ContentReference> References { get; init; } = [];

    public required string DisplayText { get; set; }

    /// <summary>Address inside the site without a slash at either end; null where the item has none.</summary>
    public string? Path { get; set; }

    /// <summary>True when the address was made from the type's pattern, so that another may be found when it is taken.</summary>
    public bool HasGeneratedPath { get; set; }

    public string? Alias { get; set; }

    /// <summary>True when the alias was made from the title, so that another may be found when it is taken.</summary>
    public bool HasGeneratedAlias { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime PublishedUtc { get; init; }

    /// <summary>UTC; from then on lists leave it out.</summary>
    public DateTime? ExpiresUtc { get; set; }

    /// <summary>False for what is published but not for every reader, such as an internal directive.</summary>
    public bool IsForEveryReader { get; set; } = true;

    /// <summary>A member of a field, such as <c>Article.Sapo.Text</c>; null where there is none.</summary>
    public JsonNode? Find(string part, string field, string member) => ((Content[part] as JsonObject)?[field] as JsonObject)?[member];

    public string? Text(string part, string field, string member = "Text") => ((Content[part] as JsonObject)?[field] as JsonObject).Text(member);

    /// <summary>The texts of a list such as <c>TermContentItemIds</c>.</summary>
    public IEnumerable<string> Texts(string part, string field, string member) =>
        (Find(part, field, member) as JsonArray ?? []).OfType<JsonValue>().Select(value => value.TryGetValue<string>(out var text) ? text : "").Where(text => text.Length > 0);

    /// <summary>A date (<c>2026-02-05</c>) or a time in UTC; null where there is none.</summary>
    public DateTime? Time(string part, string field) =>
        Text(part, field, "Value") is { } text
        && DateTime.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal | System.Globalization.DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
}
