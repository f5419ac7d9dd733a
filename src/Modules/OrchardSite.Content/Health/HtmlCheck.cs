using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using OrchardSite.Media;

namespace OrchardSite.Content.Health;

/// <summary>Reads links, pictures, headings and colours out of one text.</summary>
internal sealed class HtmlCheck
{
    // A text of a hundred pages has a third of this.
    private const int LongestHtml = 1_000_000;

    // Each element takes as many steps as others are open around it.
    private const int DeepestHtml = 200;
    private const int MostElements = 50_000;

    // These end by themselves, so that many of them without an end are not deep; inside a drawing they do not.
    private static readonly HashSet<string> Flat = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "p", "li", "dd", "dt", "td", "th", "tr", "option",
    };

    private readonly FoundPlace _place;
    private readonly FoundContent _found;
    private readonly InlineContrast _contrast;
    private int _level;

    private HtmlCheck(FoundPlace place, int level, FoundContent found) => (_place, _level, _found, _contrast) = (place, level, found, new InlineContrast());

    /// <param name="level">Of the heading that stands above the text.</param>
    public static void Read(string html, FoundPlace place, int level, FoundContent found)
    {
        if (html.Length > LongestHtml || IsDeeperThan(DeepestHtml, html) || Parse(html) is not { } document)
        {
            found.Problems.Add(new FoundProblem(place, HealthProblem.Unreadable, ""));
        }
        else
        {
            using (document)
            {
                new HtmlCheck(place, level, found).ReadAll(document.Body!);
            }
        }
    }

    /// <returns>Null for what has too many elements.</returns>
    private static IHtmlDocument? Parse(string html)
    {
        var elements = 0;
        try
        {
            return new HtmlParser(new HtmlParserOptions { OnCreated = (_, _) => elements += elements < MostElements ? 1 : throw new InvalidDataException() }).ParseDocument(html);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private void ReadAll(IElement body)
    {
        // By hand from node to node: no text, however it is nested, can use up the stack.
        for (INode? node = body.FirstChild; node is not null; node = Next(node, body))
        {
            if (node is IElement element)
            {
                Read(element);
            }
            else if (node is IText text && _contrast.TooLow(text, body) is { } colors)
            {
                _found.Problems.Add(new FoundProblem(_place, HealthProblem.LowContrast, Words(text), colors));
            }
        }
    }

    private void Read(IElement element)
    {
        foreach (var anchor in new[] { element.Id, element.LocalName == "a" ? element.GetAttribute("name") : null })
        {
            if (!string.IsNullOrEmpty(anchor))
            {
                _found.Anchors.Add(anchor);
            }
        }

        switch (element.LocalName)
        {
            case "a" or "area" when element.GetAttribute("href") is { } address:
                _found.Links.Add(new FoundLink(_place, Words(element), address, LinkUse.Text));
                break;
            case "img":
                ReadPicture(element);
                break;
            case ['h', >= '1' and <= '6' and var level]:
                ReadHeading(element, level - '0');
                break;
        }
    }

    private void ReadPicture(IElement picture)
    {
        var source = picture.GetAttribute("src")?.Trim() ?? "";
        var name = source.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? "" : MediaPath.NameOf(Uri.UnescapeDataString(source.Split('?', '#')[0]));
        if (name.Length > 0)
        {
            _found.Links.Add(new FoundLink(_place, name, source, LinkUse.Picture));
        }

        _found.CheckDescription(picture.GetAttribute("alt"), name, _place);
    }

    private void ReadHeading(IElement heading, int level)
    {
        if (Words(heading).Length == 0)
        {
            _found.Problems.Add(new FoundProblem(_place, HealthProblem.EmptyHeading, "", $"h{level}"));
        }

        if (level == 1)
        {
            _found.Problems.Add(new FoundProblem(_place, HealthProblem.SecondTitle, Words(heading)));
        }
        else if (level > _level + 1)
        {
            _found.Problems.Add(new FoundProblem(_place, HealthProblem.SkippedHeading, Words(heading), $"h{_level} h{level}"));
        }

        _level = level;
    }

    // A picture says what its description says.
    private static string Words(INode root)
    {
        var (text, pictures) = (new StringBuilder(), new StringBuilder());
        for (INode? node = root; node is not null && text.Length < HealthCase.LongestText * 2; node = Next(node, root))
        {
            text.Append((node as IText)?.Data);
            pictures.Append(' ').Append(node is IElement { LocalName: "img" } picture ? picture.GetAttribute("alt") : null);
        }

        var words = Squeezed(text);
        return words.Length > 0 ? words : Squeezed(pictures);
    }

    private static string Squeezed(StringBuilder text) => string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static INode? Next(INode node, INode root)
    {
        if (node.FirstChild is { } child)
        {
            return child;
        }

        for (INode? at = node; at is not null && at != root; at = at.Parent)
        {
            if (at.NextSibling is { } sibling)
            {
                return sibling;
            }
        }

        return null;
    }

    // Estimated without parsing, and rather too high: an end that is not that of the last beginning counts for nothing.
    private static bool IsDeeperThan(int most, string html)
    {
        var hasDrawing = html.Contains("<svg", StringComparison.OrdinalIgnoreCase) || html.Contains("<math", StringComparison.OrdinalIgnoreCase);
        var open = new Stack<string>();
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var isEnd = html[at + 1] == '/';
            var name = NameAt(html, isEnd ? at + 2 : at + 1);
            if (name.Length == 0 || (!hasDrawing && Flat.Contains(name)))
            {
                continue;
            }

            if (!isEnd)
            {
                open.Push(name);
            }
            else if (open.TryPeek(out var last) && last.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                open.Pop();
            }

            if (open.Count > most)
            {
                return true;
            }
        }

        return false;
    }

    private static string NameAt(string html, int start)
    {
        var end = start;
        while (end < html.Length && char.IsAsciiLetterOrDigit(html[end]))
        {
            end++;
        }

        return end > start && char.IsAsciiLetter(html[start]) ? html[start..end] : "";
    }
}
