using System.Globalization;
using System.Runtime.CompilerServices;
using OrchardSite.Benchmarks.Load;
using OrchardSite.Benchmarks.Portals;
using OrchardSite.Benchmarks.Report;

namespace OrchardSite.Benchmarks.Figures;

/// <summary>What editors wait for: lists of very many items and files, and saving with publishing.</summary>
internal sealed class DashboardWork : IBenchmark
{
    private const double SaveReference = 0.023;
    private const double SaveAim = 0.015;
    private const double ListAim = 0.05;
    private const double LibraryAim = 0.1;
    private const int People = 8;
    private const string Administrator = "benchmark";
    private const string Second = "benchmark-2";
    private const string Password = "mật khẩu của phép đo";
    private const string List = "/Admin/Contents/ContentItems/Article";

    private static readonly (string What, string Path, double Aim)[] Lists =
    [
        ("content list of {0:#,0} items, first page", List, ListAim),
        ("content list of {0:#,0} items, found by words of the title", List + "?q=san%20xuat%20cong%20nghiep%204321", ListAim),
        ("content list of {0:#,0} items, of one category and state", List + "?category=termthongbao00000000000000&state=Published", ListAim),
        ("media folder of {0:#,0} files, first page", $"/Admin/Media?folder={FileRecipe.Folder}", LibraryAim),
        ("media folder of {0:#,0} files, first page by name", $"/Admin/Media?folder={FileRecipe.Folder}&sort=Name", LibraryAim),
    ];

    public string Name => "dashboard";

    public async IAsyncEnumerable<Row> MeasureAsync(Workbench bench, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var articles = bench.Count(full: 100_000, quick: 20_000);
        var folder = await ManyArticles.FillAsync(bench, "dashboard", articles, cancellationToken);
        await using (var open = await OpenPortal.OpenAsync(folder, cancellationToken))
        {
            await open.AddAdministratorAsync(Administrator, Password);
            await open.AddAdministratorAsync(Second, Password);
            var recipe = bench.Folders.FileNamed("files.recipe.json");
            await FileRecipe.WriteAsync(recipe, articles, cancellationToken);
            await open.RunRecipeAsync(recipe, cancellationToken);
        }

        await using var portal = await ServerProcess.StartPortalAsync(bench.Portal, folder, cancellationToken);
        var browsers = await EditorsBrowser.SignInAsync(portal.Url, Administrator, Password, People, cancellationToken);
        try
        {
            await WaitForSearchAsync(browsers[0], cancellationToken);
            foreach (var (what, path, aim) in Lists)
            {
                await browsers[0].AskAsync(path, TimeSpan.FromSeconds(1), cancellationToken);
                var duration = TimeSpan.FromSeconds(bench.Count(full: 10, quick: 3));
                var times = (await Task.WhenAll(browsers.Select(browser => browser.AskAsync(path, duration, cancellationToken)))).SelectMany(all => all).ToArray();
                var slow = times.Percentile(0.95);
                yield return new Row(
                    $"{string.Format(CultureInfo.InvariantCulture, what, articles)}, {People} users",
                    "",
                    $"95 % within {Figure.Seconds(slow)}, half within {Figure.Seconds(times.Median())}",
                    "",
                    $"95 % within {Figure.Seconds(aim)}",
                    slow < aim);
            }

            using var second = await EditorsBrowser.SignInAsync(portal.Url, Second, Password, cancellationToken);
            var saves = await SaveAsync(browsers[0], second, bench.Count(full: 200, quick: 40), cancellationToken);
            var median = saves.Median();
            yield return new Row(
                "save one article and send it for review, approve and publish it", Figure.Seconds(SaveReference), $"{Figure.Seconds(median)} (95 % within {Figure.Seconds(saves.Percentile(0.95))})", Figure.Times(SaveReference / median), $"under {Figure.Seconds(SaveAim)}", median < SaveAim);
        }
        finally
        {
            Array.ForEach(browsers, browser => browser.Dispose());
        }
    }

    // The first start after such an import makes the search index anew; what is measured is the work of the days after.
    private static async Task WaitForSearchAsync(EditorsBrowser browser, CancellationToken cancellationToken)
    {
        while (!(await browser.GetAsync("/tim-kiem?q=tinh%20hinh%20san%20xuat", cancellationToken)).Contains("<mark>", StringComparison.Ordinal))
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        }

        await Task.Delay(TimeSpan.FromSeconds(5), cancellationToken);
    }

    // One saves and sends it for review, another approves and publishes it: the time of both.
    private static async Task<List<double>> SaveAsync(EditorsBrowser browser, EditorsBrowser second, int count, CancellationToken cancellationToken)
    {
        const int warmUp = 10;
        var times = new List<double>();
        for (var number = 0; number < count + warmUp; number++)
        {
            var address = $"/Admin/Contents/ContentItems/made{number:D22}/Edit";
            var form = await browser.GetAsync(address, cancellationToken);
            var sent = await browser.PostAsync(address, form, new Dictionary<string, string> { ["TitlePart.Title"] = $"Bản tin số {number}, đã sửa trong phép đo", ["action"] = "Submit" }, cancellationToken);
            times.Add(sent + await second.MoveAsync($"made{number:D22}", "ApproveAndPublish", cancellationToken));
        }

        return times.GetRange(warmUp, count);
    }
}
