using System.Diagnostics;
using System.Reflection;
using OrchardSite.Benchmarks.Figures;
using OrchardSite.Benchmarks.Load;
using OrchardSite.Benchmarks.Portals;
using OrchardSite.Benchmarks.Report;
using OrchardSite.Web;

namespace OrchardSite.Benchmarks;

/// <summary>One run of all the benchmarks, or of some.</summary>
internal static class BenchmarkRun
{
    private static readonly IBenchmark[] All =
    [
        new PagesUnderLoad(),
        new ManyArticles(),
        new ProcessStart(),
        new FurtherTenants(),
        new ManyTenants(),
        new ManySites(),
        new RecipeImport(),
        new DashboardWork(),
        new SearchWork(),
        new WorkflowWork(),
        new DeliveryWork(),
    ];

    public static string[] Parts { get; } = [.. All.Select(benchmark => benchmark.Name)];

    /// <param name="only">The parts to measure; none means all.</param>
    public static async Task<int> RunAsync(IReadOnlyCollection<string> only, bool quick, CancellationToken cancellationToken)
    {
        if (Obstacle() is { } obstacle)
        {
            Console.Error.WriteLine(obstacle);
            return 1;
        }

        var postgreSql = Environment.GetEnvironmentVariable(DataFolders.PostgreSqlVariable);
        // The portals of this run have a database each; only the import is measured on PostgreSQL too.
        Environment.SetEnvironmentVariable(DataFolders.PostgreSqlVariable, null);
        var rows = new List<Row>();
        using var folders = new DataFolders();
        Console.Error.WriteLine("publish …");
        var portal = await PublishedPortal.PublishAsync(folders.FileNamed("portal"), cancellationToken);
        var bench = new Workbench(quick, portal, folders, postgreSql);
        foreach (var benchmark in All.Where(benchmark => only.Count == 0 || only.Contains(benchmark.Name)))
        {
            Console.Error.WriteLine($"{benchmark.Name} …");
            await foreach (var row in benchmark.MeasureAsync(bench, cancellationToken))
            {
                Console.Out.WriteLine(row);
                rows.Add(row);
            }
        }

        if (only.Count == 0 && !quick)
        {
            Readme.Write(rows);
        }

        return 0;
    }

    private static string? Obstacle() => typeof(PortalHost).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true }
        ? "A debug build measures nothing: run it with -c Release."
        : Wrk.IsThere ? null : "The load generator wrk is missing; on Debian: apt-get install wrk.";
}
