using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using OrchardSite.Benchmarks.Load;
using OrchardSite.Benchmarks.Portals;
using OrchardSite.Benchmarks.Report;

namespace OrchardSite.Benchmarks.Figures;

/// <summary>Search in very many items of very many tenants: the index, what readers wait for, and how soon they find what is new.</summary>
internal sealed class SearchWork : IBenchmark
{
    private const int People = 8;
    private const double VisibleAim = 1;
    private const string Administrator = "benchmark";
    private const string Second = "benchmark-2";
    private const string Password = "mật khẩu của phép đo";
    private const string Everywhere = "xúc tiến thương mại";
    private const string Somewhere = "bản tin số 4321";

    public string Name => "search";

    public async IAsyncEnumerable<Row> MeasureAsync(Workbench bench, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tenants = bench.Count(full: 300, quick: 30);
        var each = bench.Count(full: 100_000, quick: 10_000) / tenants;
        var items = tenants * each;
        var folder = await FillAsync(bench, tenants, each, cancellationToken);
        await using var portal = await ServerProcess.StartPortalAsync(bench.Portal, folder, cancellationToken);
        var browsers = await EditorsBrowser.SignInAsync(portal.Url, Administrator, Password, People, cancellationToken);
        try
        {
            var seconds = await WaitForIndexAsync(browsers[0], cancellationToken);
            yield return new Row(
                $"search index of {items:#,0} items of {tenants} tenants, made anew", "", $"{Figure.Rate(items / seconds)}; {Figure.Megabytes(SizeOf(Path.Combine(folder, "search")))}", "", "", null);

            // To have the total that a page of results shows, such a search reads every text.
            var scan = await ScanAsync(folder, bench.Count(full: 5, quick: 2), cancellationToken);
            (string What, string Path)[] pages =
            [
                ("search over all units for words that every item has", Of("", Everywhere)),
                ("search over all units for words that few items have", Of("", Somewhere)),
                ("search on one site", Of("/unit-1", Everywhere)),
                ("suggestions while typing, over all units", $"/tim-kiem/goi-y?q={Uri.EscapeDataString("ban tin so 43")}"),
            ];
            foreach (var (what, path) in pages)
            {
                await browsers[0].AskAsync(path, TimeSpan.FromSeconds(1), cancellationToken);
                var duration = TimeSpan.FromSeconds(bench.Count(full: 10, quick: 3));
                var times = (await Task.WhenAll(browsers.Select(browser => browser.AskAsync(path, duration, cancellationToken)))).SelectMany(all => all).ToArray();
                var (slow, median) = (times.Percentile(0.95), times.Median());
                yield return new Row(
                    $"{what}, {items:#,0} items, {People} users",
                    "",
                    $"95 % within {Figure.Seconds(slow)}, half within {Figure.Seconds(median)}: {Figure.Times(scan / median)} as fast as one user's LIKE in {Figure.Seconds(scan)}",
                    "",
                    "",
                    null);
            }

            using var second = await EditorsBrowser.SignInAsync(portal.Url, Second, Password, cancellationToken);
            var visible = await PublishAsync(browsers[0], second, bench.Count(full: 50, quick: 10), cancellationToken);
            yield return new Row(
                $"an article among {items:#,0} is published, until readers find it",
                "",
                $"95 % within {Figure.Seconds(visible.Percentile(0.95))}, half within {Figure.Seconds(visible.Median())}",
                "",
                $"under {Figure.Seconds(VisibleAim)}",
                visible.Max() < VisibleAim);
        }
        finally
        {
            Array.ForEach(browsers, browser => browser.Dispose());
        }
    }

    private static async Task<string> FillAsync(Workbench bench, int tenants, int each, CancellationToken cancellationToken)
    {
        var folder = await bench.Folders.SingleAsync("search", cancellationToken);
        var file = bench.Folders.FileNamed("search.recipe.json");
        await using var portal = await OpenPortal.OpenAsync(folder, cancellationToken);
        await portal.AddAdministratorAsync(Administrator, Password);
        await portal.AddAdministratorAsync(Second, Password);
        for (var number = 0; number < tenants; number++)
        {
            var tenant = number == 0 ? OpenPortal.Department : $"unit-{number}";
            if (number > 0)
            {
                await portal.AddPartnerUnitAsync(tenant, cancellationToken);
            }

            await ArticleRecipe.WriteAsync(file, number * each, each, TimeProvider.System, cancellationToken, isUnit: number > 0);
            await portal.RunRecipeAsync(file, cancellationToken, tenant);
        }

        return folder;
    }

    private static string Of(string site, string words) => $"{site}/tim-kiem?q={Uri.EscapeDataString(words)}";

    // From the first page on: the index is begun when the server listens.
    private static async Task<double> WaitForIndexAsync(EditorsBrowser browser, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        while (!(await browser.GetAsync(Of("", Everywhere), cancellationToken)).Contains("<mark>", StringComparison.Ordinal))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
        }

        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static double SizeOf(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length) / 1024.0 / 1024;

    private static async Task<double> ScanAsync(string folder, int runs, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "orchardsite.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM ContentItems item JOIN ContentVersions version ON version.TenantId = item.TenantId AND version.Id = item.PublishedVersionId WHERE version.Json LIKE '%' || $words || '%'";
        command.Parameters.AddWithValue("$words", Everywhere);
        var times = new List<double>();
        for (var run = 0; run <= runs; run++)
        {
            var began = Stopwatch.GetTimestamp();
            await command.ExecuteScalarAsync(cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
        }

        return times.Skip(1).Median();
    }

    private static async Task<List<double>> PublishAsync(EditorsBrowser browser, EditorsBrowser second, int count, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        for (var number = 0; number < count; number++)
        {
            // A word of its own, which nothing else has.
            var word = string.Create(CultureInfo.InvariantCulture, $"zuvo{number}x");
            var address = $"/Admin/Contents/ContentItems/made{number:D22}/Edit";
            var form = await browser.GetAsync(address, cancellationToken);
            await browser.PostAsync(address, form, new Dictionary<string, string> { ["TitlePart.Title"] = $"Bản tin {word}", ["action"] = "Submit" }, cancellationToken);
            await second.MoveAsync($"made{number:D22}", "ApproveAndPublish", cancellationToken);
            var published = Stopwatch.GetTimestamp();
            while (!(await browser.GetAsync(Of("", word), cancellationToken)).Contains("<mark>", StringComparison.Ordinal))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), cancellationToken);
            }

            times.Add(Stopwatch.GetElapsedTime(published).TotalSeconds);
        }

        return times;
    }
}
