using System.Text.Json;
using Fluid;
using Fluid.Values;
using OrchardSite.Theming.Liquid;

namespace OrchardSite.Content;

/// <summary>A published item as templates see it, in Orchard Core's words: <c>Model.ContentItem.Content.Article.Sapo.Text</c>.</summary>
public sealed class ContentView(ContentItem item, string json) : NamedValue
{
    private JsonElement? _content;

    /// <summary>The item as lists show it: with the fields of its summary alone.</summary>
    public ContentView(ContentItem item)
        : this(item, item.Summary)
    {
    }

    public string Id => item.Id;

    public string ContentType => item.ContentType;

    public string DisplayText => item.DisplayText;

    public string? Path => item.Path;

    public DateTime PublishedUtc => item.PublishedUtc ?? item.CreatedUtc;

    public DateTime ModifiedUtc => item.ModifiedUtc;

    /// <summary>False while a newer version waits to be published.</summary>
    public bool IsLatest => item.PublishedVersionId == item.LatestVersionId;

    /// <summary>The item's parts.</summary>
    public JsonElement Content => _content ??= JsonElement.Parse(json);

    /// <summary>The same item with other parts.</summary>
    public ContentView With(System.Text.Json.Nodes.JsonObject content) => new(item, content.ToJsonString(CompactJson.Options));

    /// <summary>A member of a field, such as the text of <c>Article.Sapo</c>; an undefined element where there is none.</summary>
    public JsonElement Find(string part, string field, string member) =>
        Content.TryGetProperty(part, out var partJson) && partJson.ValueKind == JsonValueKind.Object
        && partJson.TryGetProperty(field, out var fieldJson) && fieldJson.ValueKind == JsonValueKind.Object
        && fieldJson.TryGetProperty(member, out var value)
            ? value
            : default;

    public string? Text(string part, string field, string member = "Text") =>
        Find(part, field, member) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public int? Number(string part, string field) =>
        Find(part, field, "Value") is { ValueKind: JsonValueKind.Number } value && value.TryGetDecimal(out var number) ? (int)number : null;

    /// <summary>The texts of a list such as <c>TermContentItemIds</c>.</summary>
    public IEnumerable<string> Texts(string part, string field, string member) =>
        Find(part, field, member) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!)
            : [];

    public override string ToStringValue() => DisplayText;

    protected override FluidValue Member(string name, TemplateContext context) => name switch
    {
        "ContentItemId" => StringValue.Create(item.Id),
        "ContentItemVersionId" => StringValue.Create(item.PublishedVersionId ?? item.LatestVersionId),
        "ContentType" => StringValue.Create(item.ContentType),
        "DisplayText" => StringValue.Create(item.DisplayText),
        "Path" => StringValue.Create(item.Path ?? ""),
        "CreatedUtc" => Time(item.CreatedUtc),
        "ModifiedUtc" => Time(item.ModifiedUtc),
        "PublishedUtc" => item.PublishedUtc is { } published ? Time(published) : NilValue.Instance,
        "UpdatedUtc" => item.UpdatedUtc is { } updated ? Time(updated) : NilValue.Instance,
        "UpdateNote" => StringValue.Create(item.UpdateNote ?? ""),
        "Published" => BooleanValue.Create(item.PublishedVersionId is not null),
        "Latest" => BooleanValue.Create(IsLatest),
        "Owner" => StringValue.Create(item.Owner),
        "Author" => StringValue.Create(item.Author),
        "Content" => JsonValue.Of(Content),
        _ => NilValue.Instance,
    };

    private static DateTimeValue Time(DateTime utc) => new(new DateTimeOffset(utc, TimeSpan.Zero));
}
