using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OrchardSite.Content.Definitions;

namespace OrchardSite.Content.Editing;

/// <summary>Puts what was typed over an item's content. What the form does not have stays as it was.</summary>
internal static class ItemFormReader
{
    private static readonly (string Part, string Member)[] Texts = [("TitlePart", "Title"), ("AutoroutePart", "Path"), ("AliasPart", "Alias"), ("HtmlBodyPart", "Html")];

    public static void Read(IFormCollection form, ContentType type, JsonObject content, TimeZoneInfo timeZone)
    {
        foreach (var (part, member) in Texts.Where(text => type.FindPart(text.Part) is not null && form.ContainsKey($"{text.Part}.{text.Member}")))
        {
            var text = form[$"{part}.{member}"].ToString().Trim().ReplaceLineEndings("\n");
            Of(content, part)[member] = text.Length > 0 ? text : null;
        }

        foreach (var part in type.Parts)
        {
            foreach (var field in part.Fields)
            {
                var path = $"{part.Name}.{field.Name}";
                if (FieldEditor.Find(field.Type) is { } editor && form.Keys.Any(key => key.StartsWith(path + ".", StringComparison.Ordinal)))
                {
                    editor.Read(new FieldForm(field, Of(Of(content, part.Name), field.Name), path, form, timeZone));
                }
            }
        }
    }

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
