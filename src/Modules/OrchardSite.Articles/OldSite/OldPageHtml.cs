using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace OrchardSite.Articles.OldSite;

/// <summary>Turns a page saved by a browser into the lines that a reader sees.</summary>
public static partial class OldPageHtml
{
    /// <summary>More elements than any page of the old site has.</summary>
    public const int MostElements = 20_000;

    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal) { "head", "script", "style", "noscript", "template", "svg", "select", "textarea" };

    private static readonly HashSet<string> Lines = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "div", "dl", "dt", "fieldset", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
    };

    public static bool IsHtml(string text) => text.AsSpan().TrimStart().StartsWith("<", StringComparison.Ordinal);

    /// <summary>True for a page that the parser would be busy with for minutes: its time grows with the square of the depth.</summary>
    public static bool IsTooLarge(string html) => StartTag().Count(html) > MostElements;

    public static string ToText(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        var text = new StringBuilder();
        INode? node = document;
        // Walks by hand: a page nested deeper than the stack must not end the program.
        while (node is not null)
        {
            var isSeen = node is not IElement element || !Unseen.Contains(element.LocalName);
            if (node is IText)
            {
                text.Append(node.TextContent.Replace('\n', ' '));
            }

            if (isSeen && node.FirstChild is { } child)
            {
                BreakLine(text, node);
                node = child;
                continue;
            }

            BreakLine(text, node);
            while (node is not null && node.NextSibling is null)
            {
                node = node.Parent;
                BreakLine(text, node);
            }

            node = node?.NextSibling;
        }

        return text.ToString();
    }

    private static void BreakLine(StringBuilder text, INode? node)
    {
        if (node is IElement element && Lines.Contains(element.LocalName))
        {
            text.Append('\n');
        }
    }

    [GeneratedRegex("<[a-zA-Z]")]
    private static partial Regex StartTag();
}
