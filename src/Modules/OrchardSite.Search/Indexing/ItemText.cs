using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;

namespace OrchardSite.Search.Indexing;

/// <summary>The words of an item, as readers see them.</summary>
internal static class ItemText
{
    // Members of fields in Orchard Core's JSON that hold words, and not ids, paths or settings.
    private const string Html = "Html";
    private const string PlainText = "Text";

    /// <param name="json">The item's parts without what readers never see.</param>
    public static string Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        var text = new StringBuilder();
        Collect(document.RootElement, text);
        return text.ToString();
    }

    private static void Collect(JsonElement element, StringBuilder text)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item, text);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                if (member is not { Name: Html or PlainText, Value.ValueKind: JsonValueKind.String })
                {
                    Collect(member.Value, text);
                }
                else if (member.Value.GetString() is { } words && words.Contains(' '))
                {
                    // One word alone is a choice of a list or a code, and no prose.
                    Append(words, member.Name == Html, text);
                }
            }
        }
    }

    private static void Append(string words, bool isHtml, StringBuilder text)
    {
        if (isHtml && words.Length > 0)
        {
            // A space between blocks, so that the last word of one and the first of the next stay two.
            words = new HtmlParser().ParseDocument(words.Replace("<", " <", StringComparison.Ordinal)).Body!.TextContent;
        }

        text.AppendJoin(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Append('\n');
    }
}
