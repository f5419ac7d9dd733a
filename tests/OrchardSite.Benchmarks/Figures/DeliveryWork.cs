using System.Globalization;
using System.Runtime.CompilerServices;
using OrchardSite.Benchmarks.Load;
using OrchardSite.Benchmarks.Portals;
using OrchardSite.Benchmarks.Report;

namespace OrchardSite.Benchmarks.Figures;

/// <summary>What the department and its units wait for when directives go to all units.</summary>
internal sealed class DeliveryWork : IBenchmark
{
    private const string Administrator = "benchmark";
    private const string Password = "mật khẩu của phép đo";
    private const double PublishAim = 1;
    private const double BoardAim = 0.3;
    private const double InboxAim = 0.1;

    public string Name => "deliveries";

    public async IAsyncEnumerable<Row> MeasureAsync(Workbench bench, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var units = bench.Count(full: 300, quick: 30);
        var directives = bench.Count(full: 200, quick: 20);
        var drafts = bench.Count(full: 20, quick: 5);
        var folder = await FillAsync(bench, units, directives - drafts, drafts, cancellationToken);
        await using var portal = await ServerProcess.StartPortalAsync(bench.Portal, folder, cancellationToken);
        using var browser = await EditorsBrowser.SignInAsync(portal.Url, Administrator, Password, cancellationToken);
        var published = new List<double>();
        for (var number = directives - drafts + 1; number <= directives; number++)
        {
            var address = $"/Admin/Contents/ContentItems/{DirectiveRecipe.IdOf(number)}/Edit";
            var form = await browser.GetAsync(address, cancellationToken);
            published.Add(await browser.PostAsync(address, form, new Dictionary<string, string> { ["action"] = "Publish" }, cancellationToken));
        }

        var what = string.Create(CultureInfo.InvariantCulture, $"{units} units x {directives} directives, SQLite");
        yield return RowOf($"a directive is published to all units, {what}", published, PublishAim);
        foreach (var (name, path, aim) in new[]
        {
            ("the issuer's board by directive", "/Admin/Directives/Board", BoardAim),
            ("the issuer's board by unit", "/Admin/Directives/Board?by=unit", BoardAim),
            ("a unit's inbox", $"/{DirectiveRecipe.SiteOf(1)}/Admin/Directives/Inbox", InboxAim),
        })
        {
            await browser.AskAsync(path, TimeSpan.FromSeconds(1), cancellationToken);
            yield return RowOf($"{name}, {what}", await browser.AskAsync(path, TimeSpan.FromSeconds(bench.Count(full: 10, quick: 3)), cancellationToken), aim);
        }
    }

    private static Row RowOf(string what, List<double> times, double aim) => new(
        what, "", $"95 % within {Figure.Seconds(times.Percentile(0.95))}, half within {Figure.Seconds(times.Median())}", "", $"95 % within {Figure.Seconds(aim)}", times.Percentile(0.95) < aim);

    private static async Task<string> FillAsync(Workbench bench, int units, int published, int drafts, CancellationToken cancellationToken)
    {
        var folder = await bench.Folders.SingleAsync("deliveries", cancellationToken);
        var file = bench.Folders.FileNamed("directives.recipe.json");
        await using var portal = await OpenPortal.OpenAsync(folder, cancellationToken);
        await portal.AddAdministratorAsync(Administrator, Password);
        for (var number = 1; number <= units; number++)
        {
            await portal.AddPartnerUnitAsync(DirectiveRecipe.SiteOf(number), cancellationToken);
        }

        await DirectiveRecipe.WriteAsync(file, units, published, drafts, TimeProvider.System, cancellationToken);
        await portal.RunRecipeAsync(file, cancellationToken);
        return folder;
    }
}
