using System.Net;
using AngleSharp.Dom;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Content;

/// <summary>Everything a reader of one site can reach from its first page, fetched once.</summary>
public sealed class SiteCrawl
{
    // The department's site is at the root, so the others' addresses look like its own.
    private static readonly string[] Prefixes = ["/xttm-lang-son", "/xttm-vinh-long"];

    private readonly Dictionary<string, Page> _pages = new(StringComparer.Ordinal);

    /// <summary>HTML pages by address.</summary>
    public IReadOnlyDictionary<string, Page> Pages => _pages;

    /// <summary>What a page links to or loads though it is no address of the site: <c>page -> address</c>.</summary>
    public List<string> Strays { get; } = [];

    /// <summary>What did not answer 200: <c>page -> address: status</c>.</summary>
    public List<string> Broken { get; } = [];

    /// <param name="prefix">The site's prefix with its slash, or empty.</param>
    public static async Task<SiteCrawl> RunAsync(HttpClient http, string prefix)
    {
        var crawl = new SiteCrawl();
        var waiting = new Queue<(string From, string Address)>([("", prefix + "/")]);
        var seen = new HashSet<string>(StringComparer.Ordinal) { prefix + "/" };
        while (waiting.TryDequeue(out var next))
        {
            var page = await http.GetPageAsync(next.Address);
            if (page.Status != HttpStatusCode.OK)
            {
                crawl.Broken.Add($"{next.From} -> {next.Address}: {(int)page.Status}");
            }
            else if (page.Response.Content.Headers.ContentType?.MediaType == "text/html")
            {
                crawl._pages[next.Address] = page;
                foreach (var address in crawl.Addresses(next.Address, page, prefix).Where(seen.Add))
                {
                    waiting.Enqueue((next.Address, address));
                }
            }
        }

        return crawl;
    }

    private IEnumerable<string> Addresses(string from, Page page, string prefix)
    {
        // What another site has sent is read there.
        var leadsAway = from == prefix + "/van-ban-den";
        foreach (var address in page.Document.All.Where(element => !leadsAway || element.Closest(".directive-row") is null).SelectMany(AddressesOf))
        {
            var local = address.Split('#')[0];
            if (IsUnder(prefix, local) && !local.StartsWith("//", StringComparison.Ordinal) && !Prefixes.Any(other => other != prefix && IsUnder(other, local)))
            {
                yield return local;
            }
            else if (!address.StartsWith('#') && !address.StartsWith("https://", StringComparison.Ordinal)
                && !address.StartsWith("mailto:", StringComparison.Ordinal) && !address.StartsWith("tel:", StringComparison.Ordinal))
            {
                Strays.Add($"{from} -> {address}");
            }
        }
    }

    private static bool IsUnder(string prefix, string address) => (address + "/").StartsWith(prefix + "/", StringComparison.Ordinal);

    // The head names the page's own absolute address and the vocabulary of its metadata.
    private static IEnumerable<string> AddressesOf(IElement element) => element.LocalName switch
    {
        "link" when element.GetAttribute("rel") is "canonical" or "schema.DC" => [],
        "img" when element.GetAttribute("srcset") is { } set => set.Split(',').Select(part => part.Trim().Split(' ')[0]).Append(element.GetAttribute("src") ?? ""),
        // The same in another order or for another program; all that there is is reached without them.
        "a" when element.GetAttribute("rel") is "nofollow" => [],
        // The click is counted on the way there.
        "a" when element.GetAttribute("data-url") is { } url => [url],
        "a" or "link" when element.HasAttribute("href") => [element.GetAttribute("href")!],
        "img" or "script" or "iframe" or "source" when element.HasAttribute("src") => [element.GetAttribute("src")!],
        _ => [],
    };
}
