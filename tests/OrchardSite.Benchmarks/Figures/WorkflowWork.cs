using System.Globalization;
using System.Runtime.CompilerServices;
using OrchardSite.Benchmarks.Load;
using OrchardSite.Benchmarks.Portals;
using OrchardSite.Benchmarks.Report;

namespace OrchardSite.Benchmarks.Figures;

/// <summary>What the people of an editorial office wait for: their inbox, and making a transition.</summary>
internal sealed class WorkflowWork : IBenchmark
{
    private const int People = 50;
    private const int Heads = 8;
    private const double InboxAim = 0.1;
    private const double MoveAim = 0.05;
    private const string Password = "mật khẩu của phép đo";
    private const string List = "/Admin/Contents/ContentItems/Article";

    public string Name => "workflow";

    public async IAsyncEnumerable<Row> MeasureAsync(Workbench bench, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var articles = bench.Count(full: 100_000, quick: 20_000);
        var waiting = bench.Count(full: 2_000, quick: 400);
        var folder = await ManyArticles.FillAsync(bench, "workflow", articles, cancellationToken);
        await using (var open = await OpenPortal.OpenAsync(folder, cancellationToken))
        {
            var people = new List<Actor>();
            for (var number = 0; number < People; number++)
            {
                people.Add(await open.AddMemberAsync($"nguoi-{number}", Password, number < Heads ? "Trưởng ban biên tập" : "Biên tập viên"));
            }

            for (var number = 0; number < waiting; number++)
            {
                await open.SubmitAsync($"made{number:D22}", $"Bản tin số {number}, chờ duyệt trong phép đo", people[Heads + (number % (People - Heads))], cancellationToken);
            }
        }

        await using var portal = await ServerProcess.StartPortalAsync(bench.Portal, folder, cancellationToken);
        var browsers = await Task.WhenAll(Enumerable.Range(0, Heads).Select(number => EditorsBrowser.SignInAsync(portal.Url, $"nguoi-{number}", Password, cancellationToken)));
        try
        {
            var duration = TimeSpan.FromSeconds(bench.Count(full: 10, quick: 3));
            var list = await AskAsync(browsers, List, duration, cancellationToken);
            var inbox = await AskAsync(browsers, "/Admin/Inbox", duration, cancellationToken);
            var what = string.Create(CultureInfo.InvariantCulture, $"{articles:#,0} items, {waiting:#,0} of them waiting, {People} people");
            var slow = inbox.Percentile(0.95);
            yield return new Row(
                $"inbox, {what}, {Heads} at once",
                "",
                $"95 % within {Figure.Seconds(slow)}, half within {Figure.Seconds(inbox.Median())}: {Figure.Times(inbox.Median() / list.Median())} the content list's {Figure.Seconds(list.Median())}",
                "",
                $"95 % within {Figure.Seconds(InboxAim)}",
                slow < InboxAim);

            var moves = new List<double>();
            for (var number = 0; number < bench.Count(full: 300, quick: 60); number++)
            {
                moves.Add(await browsers[number % Heads].MoveAsync($"made{number:D22}", number % 2 == 0 ? "Approve" : "ApproveAndPublish", cancellationToken));
            }

            slow = moves.Percentile(0.95);
            yield return new Row(
                $"a transition, {what}", "", $"95 % within {Figure.Seconds(slow)}, half within {Figure.Seconds(moves.Median())}", "", $"95 % within {Figure.Seconds(MoveAim)}", slow < MoveAim);
        }
        finally
        {
            Array.ForEach(browsers, browser => browser.Dispose());
        }
    }

    private static async Task<double[]> AskAsync(EditorsBrowser[] browsers, string path, TimeSpan duration, CancellationToken cancellationToken)
    {
        await browsers[0].AskAsync(path, TimeSpan.FromSeconds(1), cancellationToken);
        return [.. (await Task.WhenAll(browsers.Select(browser => browser.AskAsync(path, duration, cancellationToken)))).SelectMany(all => all)];
    }
}
