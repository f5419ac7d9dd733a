using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using OrchardSite.Text;

namespace OrchardSite.Articles.OldSite;

/// <summary>
/// Reads the lines of a saved page of the old site: category, time, title, lead and paragraphs in this order, then the
/// source, the page's buttons and the list of the same category. Whatever is before and after is the site's frame.
/// </summary>
public sealed partial class OldPageReader(IStringLocalizer localizer)
{
    private const int LongestSapo = 500;

    private const int LongestCategory = 100;

    private const string SourceLabel = "nguonbai";
    private const string NeighboursHeading = "cactincungchuyenmuc";

    private static readonly HashSet<string> Ends = new(StringComparer.Ordinal) { "quaylai", "intrang", "dautrang", "intrangdautrang", NeighboursHeading };

    // Before the web; a year such as 0001 has no instant in every time zone.
    private const int OldestYear = 1990;

    private static readonly TimeSpan OldSiteOffset = TimeSpan.FromHours(7);
    private static readonly string[] TimeFormats = ["M/d/yyyy h:mm:ss tt", "M/d/yyyy h:mm tt"];

    public OperationResult<OldPage> Read(string text)
    {
        var lines = LinesOf(text);
        var at = lines.FindIndex(line => StartsWithTime(line, out _, out _));
        if (at < 0)
        {
            return Refuse("This is no saved article of the old site: no line has the time of an article, such as 7/28/2021 3:39:22 PM.");
        }

        if (at == 0 || IsDateLine(lines[at - 1]) || lines[at - 1].Length > LongestCategory)
        {
            return Refuse("This is no saved article of the old site: no category stands before the time of the article.");
        }

        StartsWithTime(lines[at], out var published, out var title);
        var first = at + 1;
        if (title.Length == 0)
        {
            title = first < lines.Count ? lines[first++] : "";
        }

        var end = lines.FindIndex(first < lines.Count ? first : lines.Count, IsEnd);
        if (title.Length == 0 || IsEnd(title) || end < 0)
        {
            return Refuse(end < 0
                ? "This is no saved article of the old site: what follows an article there, such as [Quay lại], is missing."
                : "This is no saved article of the old site: no title follows the time of the article.");
        }

        var body = lines[first..end];
        var source = TakeSource(body);
        return body.Count == 0
            ? Refuse("The page has a title but no text.")
            : Compose(lines[at - 1], published, title, body, source, ReadNeighbours(lines[end..]));
    }

    private static List<string> LinesOf(string text) => text
        .Split('\n')
        .Select(line => VietnameseText.ToNfc(Spaces().Replace(Invisible().Replace(line, ""), " ").Trim()))
        .Where(line => line.Length > 0)
        .ToList();

    private static bool StartsWithTime(string line, out DateTimeOffset time, out string rest)
    {
        var match = StartTime().Match(line);
        rest = match.Success ? line[match.Length..].Trim() : "";
        return TryReadTime(match.Groups["time"].Value, out time);
    }

    private static bool TryReadTime(string text, out DateTimeOffset time)
    {
        var isTime = DateTime.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year > OldestYear;
        time = isTime ? new DateTimeOffset(local, OldSiteOffset) : default;
        return isTime;
    }

    private static bool IsDateLine(string line) => DateLine().IsMatch(VietnameseText.Fold(line));

    private static bool IsEnd(string line) => Ends.Contains(LooseKey.Of(line));

    private static string? TakeSource(List<string> body)
    {
        var at = body.FindLastIndex(IsSource);
        if (at < 0)
        {
            return null;
        }

        var source = body[at][(body[at].IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        body.RemoveAt(at);
        return source.Length > 0 ? source : null;
    }

    private static bool IsSource(string line) =>
        line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && LooseKey.Of(line[..colon]) == SourceLabel;

    private static OldPage Compose(string category, DateTimeOffset published, string title, List<string> body, string? source, List<OldNeighbour> neighbours)
    {
        var sapo = Shorten(body[0]);
        // A lead that was cut, or that is all there is, stands in the text as well.
        var paragraphs = sapo == body[0] && body.Count > 1 ? body[1..] : body;
        return new OldPage(category, published, title, sapo, paragraphs, source, neighbours);
    }

    private static string Shorten(string text)
    {
        if (text.Length <= LongestSapo)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', LongestSapo - 1);
        return text[..(end > 0 ? end : LongestSapo - 1)] + "…";
    }

    private static List<OldNeighbour> ReadNeighbours(List<string> lines)
    {
        var neighbours = new List<OldNeighbour>();
        var heading = lines.FindIndex(line => LooseKey.Of(line) == NeighboursHeading);
        var waiting = "";
        foreach (var line in heading < 0 ? [] : lines.Skip(heading + 1))
        {
            if (TryReadNeighbour($"{waiting} {line}".Trim(), out var neighbour))
            {
                neighbours.Add(neighbour);
                waiting = "";
            }
            else if (waiting.Length > 0)
            {
                // A title may be a line apart from its time, but two lines without a time are the page's end.
                break;
            }
            else
            {
                waiting = line;
            }
        }

        return neighbours;
    }

    private static bool TryReadNeighbour(string line, [NotNullWhen(true)] out OldNeighbour? neighbour)
    {
        var match = NeighbourLine().Match(line);
        neighbour = TryReadTime(match.Groups["time"].Value, out var published) ? new OldNeighbour(match.Groups["title"].Value, published) : null;
        return neighbour is not null;
    }

    private Refusal Refuse(string reason) => new(RefusalKind.Invalid, localizer[reason]);

    // Control characters, soft hyphens, zero-width characters and marks of direction that editors leave behind.
    [GeneratedRegex(@"[\p{Cc}\p{Cf}-[\t\r\f\v\x85]]")]
    private static partial Regex Invisible();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?<time>\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d{2}(:\d{2})? [AP]M)(?!\S)")]
    private static partial Regex StartTime();

    [GeneratedRegex(@"^(?<title>\S.*?) ?\((?<time>\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d{2}(:\d{2})? [AP]M)\)$")]
    private static partial Regex NeighbourLine();

    [GeneratedRegex(@"^(chu nhat|thu (hai|ba|tu|nam|sau|bay)), ngay \d{1,2}/\d{1,2}/\d{4}$")]
    private static partial Regex DateLine();
}
