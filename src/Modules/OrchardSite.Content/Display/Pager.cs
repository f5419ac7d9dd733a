using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using OrchardSite.Theming;

namespace OrchardSite.Content.Display;

/// <summary>The pages of a list: which one is asked for, and the links to the others.</summary>
public sealed class Pager
{
    /// <summary>Orchard Core's query parameter.</summary>
    public const string QueryKey = "pagenum";

    private const int Neighbours = 2;

    private Pager(int number, int size) => (Number, Size) = (number, size);

    /// <summary>From 1.</summary>
    public int Number { get; }

    public int Size { get; }

    public int Skip => (Number - 1) * Size;

    /// <summary>The page that the request asks for; null when it asks for none that can exist.</summary>
    /// <param name="query">The parameters that choose what the list lists, with their question mark, or empty.</param>
    public static Pager? Read(PageRendering page, string query = "")
    {
        var asked = page.Http.Request.Query[QueryKey];
        var number = 1;
        if (asked.Count > 0 && (!int.TryParse(asked.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out number) || number is < 1 or > 1_000_000))
        {
            return null;
        }

        page.ChosenBy(UrlOf(query, number));
        return new Pager(number, page.Settings.PageSize);
    }

    /// <summary>False for a page after the last one. The first page of an empty list exists.</summary>
    public bool Exists(int total) => Number == 1 || Skip < total;

    /// <summary>The shape that the template <c>Pager</c> draws.</summary>
    /// <param name="url">The list's address, with the parameters that choose what it lists.</param>
    public Shape Build(int total, string url)
    {
        var count = Math.Max(1, (total + Size - 1) / Size);
        return new Shape("Pager")
        {
            ["Page"] = Number,
            ["PageCount"] = count,
            ["Total"] = total,
            ["PreviousUrl"] = Number > 1 ? UrlOf(url, Number - 1) : null,
            ["NextUrl"] = Number < count ? UrlOf(url, Number + 1) : null,
            ["Links"] = Links(count, url).ToArray(),
        };
    }

    private IEnumerable<Shape> Links(int count, string url)
    {
        var last = 0;
        for (var number = 1; number <= count; number++)
        {
            if (number != 1 && number != count && Math.Abs(number - Number) > Neighbours)
            {
                // Nothing to show between here and the next neighbour or the last page.
                number = number < Number ? Number - Neighbours - 1 : count - 1;
                continue;
            }

            if (number - last > 1)
            {
                yield return new Shape { ["IsGap"] = true };
            }

            last = number;
            yield return new Shape { ["Number"] = number, ["Url"] = UrlOf(url, number), ["IsCurrent"] = number == Number };
        }
    }

    private static string UrlOf(string url, int number) =>
        number == 1 ? url : QueryHelpers.AddQueryString(url, QueryKey, number.ToString(CultureInfo.InvariantCulture));
}
