using System.Text.Json.Nodes;
using OrchardSite.Content.Definitions;

namespace OrchardSite.Content.Editing;

/// <summary>A bag of an item on its form: the items in it, and for each type that it takes an empty one to be filled in.</summary>
public sealed record BagInput(string Name, string Title, string Hint, IReadOnlyList<BagLine> Lines)
{
    private const string Items = "ContentItems";

    /// <summary>JSON path of an item of a bag; the names of its controls begin with it.</summary>
    public static string PathOf(string part, int position) => $"{part}.{Items}[{position}]";

    public static IEnumerable<TypePart> PartsOf(ContentType type) => type.Parts.Where(part => part.PartName == "BagPart");

    /// <summary>Names of the types that a bag takes.</summary>
    public static IEnumerable<string> TypesOf(TypePart bag) => ((bag.Settings?["BagPartSettings"] as JsonObject)?["ContainedContentTypes"] as JsonArray ?? []).Select(name => name?.ToString() ?? "");

    public static JsonArray ItemsOf(JsonObject content, TypePart bag) => (content[bag.Name] as JsonObject)?[Items] as JsonArray ?? [];

    public static void SetItems(JsonObject content, TypePart bag, IEnumerable<JsonObject> items)
    {
        var part = content[bag.Name] as JsonObject;
        if (part is null)
        {
            content[bag.Name] = part = [];
        }

        part[Items] = new JsonArray([.. items]);
    }

    internal static BagInput Of(TypePart bag, ItemForm form)
    {
        var settings = bag.Settings?["ContentTypePartSettings"] as JsonObject;
        var items = ItemsOf(form.Content, bag).OfType<JsonObject>().ToArray();
        var lines = items.Select((item, position) => form.Contained.TryGetValue(item.Text("ContentType") ?? "", out var type) ? LineOf(bag, position, type, item, form) : null).OfType<BagLine>();
        var empty = TypesOf(bag).Where(form.Contained.ContainsKey).Select((name, place) => LineOf(bag, items.Length + place, form.Contained[name], null, form));
        return new BagInput(bag.Name, settings.Text("DisplayName") ?? bag.Name, settings.Text("Description") ?? "", [.. lines, .. empty]);
    }

    private static BagLine LineOf(TypePart bag, int position, ContentType type, JsonObject? item, ItemForm form)
    {
        var path = PathOf(bag.Name, position);
        return new BagLine(path, position, type, item.Text("ContentItemId"), [.. form.FieldsOf(type, item ?? [], path + ".")]);
    }
}

/// <param name="Position">From 0.</param>
/// <param name="Id">Null for the one to be filled in.</param>
public sealed record BagLine(string Path, int Position, ContentType Type, string? Id, IReadOnlyList<FieldInput> Fields);
