using System.Globalization;
using System.Xml;

namespace OrchardSite.Media;

/// <summary>Reads an SVG the way a wary librarian does: it may draw, but not act or fetch anything.</summary>
internal static class SvgDrawing
{
    private const string SvgNamespace = "http://www.w3.org/2000/svg";
    private const string HtmlNamespace = "http://www.w3.org/1999/xhtml";

    private static readonly HashSet<string> ActiveElements = new(
        ["script", "foreignObject", "handler", "listener", "iframe", "object", "embed", "audio", "video"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly string[] EmbeddedPictures = ["data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp"];

    /// <param name="found">What the drawing may not contain, or null.</param>
    /// <exception cref="XmlException">It is no SVG.</exception>
    public static (int? Width, int? Height) Read(Stream content, out string? found)
    {
        using var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        found = ReadToRoot(reader);
        var size = SizeOf(reader);
        var inStyle = false;
        do
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    inStyle = reader is { LocalName: "style", IsEmptyElement: false };
                    found ??= FindInElement(reader);
                    break;
                case XmlNodeType.EndElement:
                    inStyle = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when inStyle:
                    found ??= FindInStyle(reader.Value);
                    break;
                case XmlNodeType.ProcessingInstruction:
                    found ??= reader.Name;
                    break;
            }
        }
        while (reader.Read());
        return size;
    }

    // A style sheet may be asked for before the drawing begins.
    private static string? ReadToRoot(XmlReader reader)
    {
        string? found = null;
        while (reader.Read() && reader.NodeType != XmlNodeType.Element)
        {
            if (reader.NodeType == XmlNodeType.ProcessingInstruction)
            {
                found ??= reader.Name;
            }
        }

        return reader is { NodeType: XmlNodeType.Element, LocalName: "svg", NamespaceURI: SvgNamespace } ? found : throw new XmlException("No svg element.");
    }

    private static string? FindInElement(XmlReader reader)
    {
        if (ActiveElements.Contains(reader.LocalName) || reader.NamespaceURI == HtmlNamespace)
        {
            return reader.LocalName;
        }

        while (reader.MoveToNextAttribute())
        {
            if (FindInAttribute(reader.Name, reader.LocalName, reader.Value) is { } found)
            {
                return found;
            }
        }

        reader.MoveToElement();
        return null;
    }

    private static string? FindInAttribute(string name, string localName, string value) => localName switch
    {
        _ when localName.StartsWith("on", StringComparison.OrdinalIgnoreCase) => name,
        "href" or "src" when !IsInside(value) => name,
        "base" => name,
        // Animations may give any other attribute its value later.
        "attributeName" when value.EndsWith("href", StringComparison.OrdinalIgnoreCase) || value.StartsWith("on", StringComparison.OrdinalIgnoreCase) => name,
        _ => FindInStyle(value),
    };

    private static string? FindInStyle(string css)
    {
        if (css.Contains("@import", StringComparison.OrdinalIgnoreCase))
        {
            return "@import";
        }

        for (var at = NextUrl(css, 0); at >= 0; at = NextUrl(css, at))
        {
            at += "url(".Length;
            if (!IsInside(css[at..].TrimStart(' ', '\t', '\r', '\n', '"', '\'')))
            {
                return "url()";
            }
        }

        return null;
    }

    private static int NextUrl(string css, int start) => css.IndexOf("url(", start, StringComparison.OrdinalIgnoreCase);

    private static bool IsInside(string address) =>
        address.StartsWith('#') || EmbeddedPictures.Any(start => address.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private static (int? Width, int? Height) SizeOf(XmlReader svg)
    {
        if (Pixels(svg.GetAttribute("width")) is { } width && Pixels(svg.GetAttribute("height")) is { } height)
        {
            return (width, height);
        }

        var box = svg.GetAttribute("viewBox")?.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return box is { Length: 4 } ? (Pixels(box[2]), Pixels(box[3])) : (null, null);
    }

    private static int? Pixels(string? length) =>
        double.TryParse(length?.Replace("px", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var pixels)
        && pixels is > 0 and < 100_000
            ? (int)Math.Ceiling(pixels)
            : null;
}
