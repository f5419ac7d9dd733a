using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OrchardSite.Content.Definitions;

namespace OrchardSite.Content.Editing;

/// <summary>Puts what was typed over an item's content. What the form does not have stays as it was.</summary>
internal static class ItemFormReader
{
    private static readonly (string Part, string Member)[] Texts =
    [
        ("TitlePart", "Title"), ("AutoroutePart", "Path"), ("AliasPart", "Alias"), ("HtmlBodyPart", "Html"), ("LinkMenuItemPart", "Url"), ("LinkMenuItemPart", "Target"),
    ];

    /// <param name="contained">The types of what the bags of the type hold, by name.</param>
    public static void Read(IFormCollection form, ContentType type, IReadOnlyDictionary<string, ContentType> contained, JsonObject content, TimeZoneInfo timeZone)
    {
        ReadOwn(form, type, content, "", timeZone);
        foreach (var bag in BagInput.PartsOf(type))
        {
            ReadBag(form, bag, contained, content, timeZone);
        }
    }

    /// <summary>Of an item without what it holds.</summary>
    /// <param name="start">What the names of its controls begin with.</param>
    public static void ReadOwn(IFormCollection form, ContentType type, JsonObject content, string start, TimeZoneInfo timeZone)
    {
        foreach (var (part, member) in Texts.Where(text => type.FindPart(text.Part) is not null && form.ContainsKey($"{start}{text.Part}.{text.Member}")))
        {
            // Of a checkbox and the hidden control before it, the checkbox.
            var text = (form[$"{start}{part}.{member}"].LastOrDefault() ?? "").Trim().ReplaceLineEndings("\n");
            Of(content, part)[member] = text.Length > 0 ? text : null;
        }

        ReadFields(form, type, content, start, timeZone);
    }

    private static void ReadFields(IFormCollection form, ContentType type, JsonObject content, string start, TimeZoneInfo timeZone)
    {
        foreach (var part in type.Parts)
        {
            foreach (var field in part.Fields)
            {
                var path = $"{start}{part.Name}.{field.Name}";
                if (FieldEditor.Find(field.Type) is { } editor && form.Keys.Any(key => key.StartsWith(path + ".", StringComparison.Ordinal)))
                {
                    editor.Read(new FieldForm(field, Of(Of(content, part.Name), field.Name), path, form, timeZone));
                }
            }
        }
    }

    // Items of which the form says nothing stay; those that it has are in its order.
    private static void ReadBag(IFormCollection form, TypePart bag, IReadOnlyDictionary<string, ContentType> contained, JsonObject content, TimeZoneInfo timeZone)
    {
        var known = BagInput.ItemsOf(content, bag).OfType<JsonObject>().ToList();
        var read = new List<JsonObject>();
        var mentioned = new HashSet<JsonObject>();
        for (var position = 0; position < known.Count + contained.Count; position++)
        {
            var path = BagInput.PathOf(bag.Name, position);
            if (!contained.TryGetValue(form[path + ".ContentType"].ToString(), out var type))
            {
                continue;
            }

            var id = form[path + ".ContentItemId"].ToString();
            var item = known.Find(one => one.Text("ContentItemId") == id && id.Length > 0);
            if (item is not null)
            {
                mentioned.Add(item);
            }

            if (form[path + ".Remove"] == "true")
            {
                continue;
            }

            var written = item?.DeepClone() as JsonObject ?? new JsonObject { ["ContentItemId"] = UniqueId.New(), ["ContentType"] = type.Name };
            ReadFields(form, type, written, path + ".", timeZone);
            if (item is not null || type.Parts.Any(part => part.Fields.Any(field => IsFilled((written[part.Name] as JsonObject)?[field.Name]))))
            {
                read.Add(written);
            }
        }

        if (mentioned.Count > 0 || read.Count > 0)
        {
            BagInput.SetItems(content, bag, known.Where(item => !mentioned.Contains(item)).Select(item => (JsonObject)item.DeepClone()).Concat(read));
        }
    }

    // Which taxonomy a field chooses from is none of what was typed.
    private static bool IsFilled(JsonNode? value) => value switch
    {
        JsonObject members => members.Any(member => member.Key != "TaxonomyContentItemId" && IsFilled(member.Value)),
        JsonArray items => items.Count > 0,
        JsonValue single => single.GetValueKind() is not (System.Text.Json.JsonValueKind.False or System.Text.Json.JsonValueKind.Null) && single.ToString().Length > 0,
        _ => false,
    };

    /// <summary>What a new item begins with.</summary>
    public static JsonObject Defaults(ContentType type)
    {
        var content = new JsonObject();
        foreach (var part in type.Parts)
        {
            foreach (var field in part.Fields)
            {
                if (field.DefaultValue is { } value)
                {
                    Of(Of(content, part.Name), field.Name)[field.Type == "TextField" ? "Text" : "Value"] = value.DeepClone();
                }
            }
        }

        return content;
    }

    private static JsonObject Of(JsonObject parent, string member)
    {
        if (parent[member] is not JsonObject child)
        {
            parent[member] = child = [];
        }

        return child;
    }
}
