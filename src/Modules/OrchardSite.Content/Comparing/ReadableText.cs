using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace OrchardSite.Content.Comparing;

/// <summary>HTML as people read it: words and lines; of a picture its description, of a link its address too.</summary>
internal static class ReadableText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "P", "DIV", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "TR", "TABLE", "UL", "OL", "BLOCKQUOTE", "FIGURE", "FIGCAPTION", "PRE", "DT", "DD", "HR", "CAPTION",
    };

    public static string OfHtml(string html)
    {
        if (html.Length == 0)
        {
            return "";
        }

        var text = new StringBuilder();
        Write(new HtmlParser().ParseDocument(html).Body!, text);
        return string.Join('\n', text.ToString().Split('\n').Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0));
    }

    private static void Write(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText words:
                    text.Append(words.Data.ReplaceLineEndings(" "));
                    break;
                case IElement { TagName: "BR" }:
                    text.Append('\n');
                    break;
                case IElement { TagName: "IMG" } picture:
                    text.Append($" [{picture.GetAttribute("alt")} {picture.GetAttribute("src")}] ");
                    break;
                case IElement element:
                    WriteElement(element, text);
                    break;
            }
        }
    }

    private static void WriteElement(IElement element, StringBuilder text)
    {
        var isBlock = Blocks.Contains(element.TagName);
        text.Append(isBlock ? "\n" : element.TagName is "TD" or "TH" ? " " : "");
        Write(element, text);
        if (element is { TagName: "A" } && element.GetAttribute("href") is { Length: > 0 } address)
        {
            text.Append($" ({address})");
        }

        text.Append(isBlock ? "\n" : "");
    }
}
