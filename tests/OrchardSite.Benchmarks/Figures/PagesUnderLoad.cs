using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Xml.Linq;
using OrchardSite.Benchmarks.Load;
using OrchardSite.Benchmarks.Portals;
using OrchardSite.Benchmarks.Report;

namespace OrchardSite.Benchmarks.Figures;

/// <summary>The home page and an article for readers who are not signed in, beside bare Kestrel with the same bytes.</summary>
internal sealed class PagesUnderLoad : IBenchmark
{
    private const double ArticleReference = 726;
    private const double HomeReference = 840;
    private const double CachedAim = 0.7;
    private const double UncachedAim = 0.1;

    // What browsers say, and what a client says that wants the plain bytes.
    private static readonly (string Text, string? AcceptEncoding)[] Encodings = [("plain", null), ("Brotli", "gzip, deflate, br")];

    public string Name => "pages";

    public async IAsyncEnumerable<Row> MeasureAsync(Workbench bench, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var folder = await bench.Folders.SampleAsync(Name, cancellationToken);
        foreach (var isCached in new[] { true, false })
        {
            await using var portal = await ServerProcess.StartPortalAsync(bench.Portal, folder, cancellationToken, isCached ? null : PageCache.Off);
            foreach (var (what, path, reference) in new[] { ("article page", await NewestArticleAsync(portal, cancellationToken), ArticleReference), ("home page", "/", HomeReference) })
            {
                foreach (var (encoding, acceptEncoding) in Encodings)
                {
                    var duel = await RunAsync(portal.Url + path, acceptEncoding, bench, cancellationToken);
                    var aim = isCached ? CachedAim : UncachedAim;
                    yield return new Row(
                        $"{what}, {(isCached ? "cached" : "uncached")}, {encoding}",
                        Figure.Rate(reference),
                        $"{Figure.Rate(duel.Ours)}: {Figure.Percent(duel.Part)} of bare Kestrel's {Figure.Rate(duel.Theirs)}",
                        Figure.Times(duel.Ours / reference),
                        $"at least {Figure.Percent(aim)} of bare Kestrel",
                        duel.Part >= aim);
                }
            }
        }
    }

    private async Task<Duel> RunAsync(string url, string? acceptEncoding, Workbench bench, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        var answer = await StoredAnswer.GetAsync(http, url, acceptEncoding, cancellationToken);
        var file = bench.Folders.FileNamed($"{Name}-answer.json");
        await File.WriteAllBytesAsync(file, JsonSerializer.SerializeToUtf8Bytes(answer), cancellationToken);
        await using var bare = await ServerProcess.StartBareAsync(file, cancellationToken);
        return await Duel.RunAsync(url, bare.Url + "/", acceptEncoding, bench, cancellationToken);
    }

    private static async Task<string> NewestArticleAsync(ServerProcess portal, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        var feed = XDocument.Parse(await http.GetStringAsync(portal.Url + "/rss.xml", cancellationToken));
        return new Uri(feed.Descendants("item").First().Element("link")!.Value).AbsolutePath;
    }
}
