using AngleSharp.Dom;
using Ganss.Xss;
using OrchardSite.Text;

namespace OrchardSite.Content.Fields;

/// <summary>Lets through what an article may contain, by an allow-list: no script, style sheet, form, frame, SVG or MathML.</summary>
public sealed class HtmlCleaner
{
    private static readonly string[] Tags =
    [
        "a", "abbr", "address", "b", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt",
        "em", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "small",
        "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul",
    ];

    private static readonly string[] Attributes =
    [
        "href", "src", "alt", "title", "width", "height", "colspan", "rowspan", "scope", "headers", "lang", "cite", "datetime", "start", "reversed",
        "type", "class", "id", "style", "open",
    ];

    private readonly HtmlSanitizer _sanitizer = Build();

    public string Clean(string html) => _sanitizer.Sanitize(html);

    private static HtmlSanitizer Build()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = Tags.ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = Attributes.ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto", "tel" },
            AllowedCssProperties = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "text-align" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src", "cite" },
        });
        // The words inside an unknown element are the author's; those of a script or a style sheet are not.
        sanitizer.KeepChildNodes = true;
        sanitizer.RemovingTag += (_, removing) =>
        {
            if (removing.Tag.LocalName is "script" or "style" or "iframe" or "object" or "embed" or "svg" or "math" or "template" or "noscript" or "textarea" or "select" or "title" or "xmp" or "noembed" or "noframes" or "plaintext")
            {
                removing.Tag.InnerHtml = "";
            }
        };
        // Here and not in the finished HTML: composed with a bracket beside it, a mark would undo the bracket.
        sanitizer.PostProcessNode += (_, processing) => ToNfc(processing.Node);
        return sanitizer;
    }

    private static void ToNfc(INode node)
    {
        if (node is ICharacterData text)
        {
            text.Data = VietnameseText.ToNfc(text.Data);
        }

        foreach (var attribute in (node as IElement)?.Attributes ?? Enumerable.Empty<IAttr>())
        {
            attribute.Value = VietnameseText.ToNfc(attribute.Value);
        }
    }
}
