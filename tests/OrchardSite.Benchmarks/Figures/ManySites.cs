using System.Runtime.CompilerServices;
using OrchardSite.Benchmarks.Load;
using OrchardSite.Benchmarks.Portals;
using OrchardSite.Benchmarks.Report;

namespace OrchardSite.Benchmarks.Figures;

/// <summary>What who runs the installation waits for: the list of very many sites with the figures of each.</summary>
internal sealed class ManySites : IBenchmark
{
    private const double Aim = 0.1;
    private const string Administrator = "benchmark";
    private const string Password = "mật khẩu của phép đo";

    private static readonly (string What, string Path)[] Lists =
    [
        ("first page", "/Admin/Tenants"),
        ("those asked for most", "/Admin/Tenants?sort=Month"),
        ("found by name", "/Admin/Tenants?q=don%20vi%20unit-12"),
    ];

    public string Name => "sites";

    public async IAsyncEnumerable<Row> MeasureAsync(Workbench bench, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sites = bench.Count(full: 1000, quick: 200);
        var folder = await bench.Folders.SingleAsync(Name, cancellationToken);
        await using (var open = await OpenPortal.OpenAsync(folder, cancellationToken))
        {
            await open.AddAdministratorAsync(Administrator, Password);
            for (var number = 1; number < sites; number++)
            {
                await open.AddPartnerUnitAsync($"unit-{number}", cancellationToken);
            }

            await open.CountSitesAsync(cancellationToken);
        }

        await using var portal = await ServerProcess.StartPortalAsync(bench.Portal, folder, cancellationToken);
        using var browser = await EditorsBrowser.SignInAsync(portal.Url, Administrator, Password, cancellationToken);
        foreach (var (what, path) in Lists)
        {
            await browser.AskAsync(path, TimeSpan.FromSeconds(1), cancellationToken);
            var times = await browser.AskAsync(path, TimeSpan.FromSeconds(bench.Count(full: 10, quick: 3)), cancellationToken);
            var slow = times.Percentile(0.95);
            yield return new Row(
                $"list of {sites:#,0} sites, {what}",
                "",
                $"95 % within {Figure.Seconds(slow)}, half within {Figure.Seconds(times.Median())}",
                "",
                $"95 % within {Figure.Seconds(Aim)}",
                slow < Aim);
        }
    }
}
