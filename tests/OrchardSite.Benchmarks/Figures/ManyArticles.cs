using System.Runtime.CompilerServices;
using OrchardSite.Benchmarks.Load;
using OrchardSite.Benchmarks.Portals;
using OrchardSite.Benchmarks.Report;

namespace OrchardSite.Benchmarks.Figures;

/// <summary>The home page of a site with very many articles, beside that of the sample content.</summary>
internal sealed class ManyArticles : IBenchmark
{
    private const double Reference = 171;
    private const double Aim = 0.8;
    private const int PerRecipe = 10_000;

    public string Name => "articles";

    public async IAsyncEnumerable<Row> MeasureAsync(Workbench bench, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var articles = bench.Count(full: 100_000, quick: 20_000);
        var few = await bench.Folders.SampleAsync("few-articles", cancellationToken);
        var many = await FillAsync(bench, "many-articles", articles, cancellationToken);
        foreach (var isCached in new[] { true, false })
        {
            var settings = isCached ? null : PageCache.Off;
            await using var small = await ServerProcess.StartPortalAsync(bench.Portal, few, cancellationToken, settings);
            await using var large = await ServerProcess.StartPortalAsync(bench.Portal, many, cancellationToken, settings);
            var duel = await Duel.RunAsync(large.Url + "/", small.Url + "/", acceptEncoding: null, bench, cancellationToken);
            yield return new Row(
                $"home page with {articles:#,0} articles, {(isCached ? "cached" : "uncached")}",
                $"{Figure.Rate(Reference)} with 10,000 items",
                $"{Figure.Rate(duel.Ours)}: {Figure.Percent(duel.Part)} of the sample content's {Figure.Rate(duel.Theirs)}",
                Figure.Times(duel.Ours / Reference),
                "within 20 % of the sample content's",
                duel.Part >= Aim);
        }
    }

    /// <summary>The sample content with very many articles on the department's site.</summary>
    public static async Task<string> FillAsync(Workbench bench, string name, int articles, CancellationToken cancellationToken)
    {
        var folder = await bench.Folders.SampleAsync(name, cancellationToken);
        var file = bench.Folders.FileNamed(name + ".recipe.json");
        await using var portal = await OpenPortal.OpenAsync(folder, cancellationToken);
        for (var start = 0; start < articles; start += PerRecipe)
        {
            await ArticleRecipe.WriteAsync(file, start, PerRecipe, TimeProvider.System, cancellationToken);
            await portal.RunRecipeAsync(file, cancellationToken);
        }

        return folder;
    }
}
