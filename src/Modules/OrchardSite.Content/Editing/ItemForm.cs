using System.Text.Json.Nodes;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Taxonomies;

namespace OrchardSite.Content.Editing;

/// <summary>What the form of an item shows: its content by the fields of its type, with the reasons why it was refused.</summary>
public sealed class ItemForm(ContentType type, JsonObject content, TermTree terms, TimeZoneInfo timeZone, IReadOnlyList<Refusal> refusals)
{
    public ContentType Type { get; } = type;

    public JsonObject Content { get; } = content;

    public TermTree Terms { get; } = terms;

    /// <summary>In which times are typed.</summary>
    public TimeZoneInfo TimeZone { get; } = timeZone;

    /// <summary>Titles of the items that its fields refer to, by id.</summary>
    public IReadOnlyDictionary<string, string> Titles { get; init; } = new Dictionary<string, string>();

    /// <summary>The types of what its bags hold, by name.</summary>
    public IReadOnlyDictionary<string, ContentType> Contained { get; init; } = new Dictionary<string, ContentType>();

    public IEnumerable<BagInput> Bags => BagInput.PartsOf(Type).Select(bag => BagInput.Of(bag, this));

    /// <summary>The wide fields, which stand under the title: long texts.</summary>
    public IEnumerable<FieldInput> Main => Fields().Where(input => IsWide(input.Field));

    public IEnumerable<FieldInput> Side => Fields().Where(input => !IsWide(input.Field));

    public string Title => (Content["TitlePart"] as JsonObject).Text("Title") ?? "";

    public string Path => (Content["AutoroutePart"] as JsonObject).Text("Path") ?? "";

    public string Alias => (Content["AliasPart"] as JsonObject).Text("Alias") ?? "";

    public string Body => (Content["HtmlBodyPart"] as JsonObject).Text("Html") ?? "";

    public bool MayChoosePath => (Type.FindPart("AutoroutePart")?.Settings?["AutoroutePartSettings"] as JsonObject).Flag("AllowCustomPath");

    /// <param name="path">JSON path of a field or a member of it.</param>
    public IEnumerable<string> ErrorsOf(string path) => refusals.Where(refusal => IsAt(refusal, path)).Select(refusal => refusal.Message);

    /// <param name="start">What comes before the path of each field.</param>
    public IEnumerable<FieldInput> FieldsOf(ContentType type, JsonObject content, string start) =>
        from part in type.Parts
        from field in part.Fields
        where FieldEditor.Find(field.Type) is not null
        select new FieldInput(field, $"{start}{part.Name}.{field.Name}", (content[part.Name] as JsonObject)?[field.Name] as JsonObject, this);

    private IEnumerable<FieldInput> Fields() => FieldsOf(Type, Content, "");

    private static bool IsWide(PartField field) => field.Type == "HtmlField" || field.Editor == "TextArea";

    private static bool IsAt(Refusal refusal, string path) =>
        refusal.Field is { } field && (field == path || (field.StartsWith(path, StringComparison.Ordinal) && field[path.Length] is '.' or '['));
}
