using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace OrchardSite.Tests.Hosting;

/// <summary>
/// Everything that somebody can read on all sites of a portal, of whatever kind: whatever a page, a feed or an answer of the API
/// names is asked for, and each form that searches is filled in.
/// </summary>
internal sealed partial class WideCrawl
{
    // The same page in another order, of another month or of another length says nothing new for ever.
    private const int MostOfOnePath = 6;

    private readonly Dictionary<string, string> _answers = new(StringComparer.Ordinal);

    /// <summary>What was answered with 200, by its address: its text, or, of a packed file, the text of what is in it.</summary>
    public IReadOnlyDictionary<string, string> Answers => _answers;

    /// <param name="word">What is searched for wherever something can be searched for.</param>
    /// <param name="token">Of a program; null: as the browser is signed in.</param>
    public static async Task<WideCrawl> RunAsync(HttpClient browser, IEnumerable<string> starts, string word, string? token = null)
    {
        var crawl = new WideCrawl();
        var waiting = new Queue<string>(starts);
        var seen = waiting.ToHashSet(StringComparer.Ordinal);
        var asked = new Dictionary<string, int>(StringComparer.Ordinal);
        while (waiting.TryDequeue(out var address))
        {
            foreach (var next in await crawl.ReadAsync(browser, address, word, token))
            {
                var path = next.Split('?')[0];
                if (asked.GetValueOrDefault(path) < MostOfOnePath && seen.Add(next))
                {
                    asked[path] = asked.GetValueOrDefault(path) + 1;
                    waiting.Enqueue(next);
                }
            }
        }

        return crawl;
    }

    /// <summary>The addresses at which one of the words is said, other than in the address itself.</summary>
    public IReadOnlyList<string> Saying(params string[] words) =>
        [.. _answers.Where(answer => words.Any(word => answer.Value.Contains(word, StringComparison.Ordinal) && !Uri.UnescapeDataString(answer.Key).Contains(word, StringComparison.Ordinal))).Select(answer => answer.Key)];

    private async Task<IEnumerable<string>> ReadAsync(HttpClient browser, string address, string word, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        var type = response.Content.Headers.ContentType?.MediaType ?? "";
        if (response.Headers.Location is { } location)
        {
            return Local(browser, location.ToString());
        }

        // What goes on for ever has no end that could be read.
        if (response.StatusCode != HttpStatusCode.OK || type == "text/event-stream")
        {
            return [];
        }

        var text = Text(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        _answers[address] = text;
        return type == "text/html" ? new Page(response, text).Document.All.SelectMany(element => AddressesOf(element, address, word)).SelectMany(found => Local(browser, found))
            : type.EndsWith("xml", StringComparison.Ordinal) || type.EndsWith("json", StringComparison.Ordinal) ? NamedAddress().Matches(text).SelectMany(match => Local(browser, WebUtility.HtmlDecode(match.Value)))
            : [];
    }

    private static string Text(byte[] body)
    {
        if (!body.AsSpan().StartsWith("PK"u8))
        {
            return Encoding.UTF8.GetString(body);
        }

        using var archive = new ZipArchive(new MemoryStream(body));
        return string.Join('\n', archive.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            return entry.FullName + "\n" + reader.ReadToEnd();
        }));
    }

    private static IEnumerable<string> AddressesOf(IElement element, string page, string word) =>
        element is IHtmlFormElement form
            ? form.Method == "get" ? [FilledIn(form, page, word)] : []
            : element.Attributes.Select(attribute => attribute.Value).Where(value => value.StartsWith('/') || value.StartsWith('?') || value.StartsWith("http", StringComparison.Ordinal))
                .Select(value => value.StartsWith('?') ? page.Split('?')[0] + value : value);

    private static string FilledIn(IHtmlFormElement form, string page, string word)
    {
        var fields = form.QuerySelectorAll("input[type=search], input[type=text]").Select(input => input.GetAttribute("name")).OfType<string>();
        return (form.GetAttribute("action") is { Length: > 0 } action ? action : page).Split('?')[0] + "?" + string.Join('&', fields.Select(name => $"{name}={Uri.EscapeDataString(word)}"));
    }

    private static IEnumerable<string> Local(HttpClient browser, string address) =>
        Uri.TryCreate(browser.BaseAddress!, address.Split('#')[0], out var uri) && uri.Authority == browser.BaseAddress!.Authority && uri.Scheme == browser.BaseAddress.Scheme ? [uri.PathAndQuery] : [];

    [GeneratedRegex("""(?<=[">])(https?://[^"<\s]+|/[^"<\s{}]+)""")]
    private static partial Regex NamedAddress();
}
