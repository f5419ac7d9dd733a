using System.Runtime.CompilerServices;
using OrchardSite.Benchmarks.Portals;
using OrchardSite.Benchmarks.Report;

namespace OrchardSite.Benchmarks.Figures;

/// <summary>From the start of the server's process over an existing database until its home page has arrived.</summary>
internal sealed class ProcessStart : IBenchmark
{
    private const double Reference = 3.3;
    private const double Aim = 1.5;

    public string Name => "start";

    public async IAsyncEnumerable<Row> MeasureAsync(Workbench bench, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var folder = await bench.Folders.SampleAsync(Name, cancellationToken);
        var times = new List<double>();
        for (var run = bench.Count(full: 15, quick: 5); run > 0; run--)
        {
            await using var portal = await ServerProcess.StartPortalAsync(bench.Portal, folder, cancellationToken);
            times.Add(portal.FirstPageAfter.TotalSeconds);
        }

        var median = times.Median();
        yield return new Row("process start to first page", Figure.Seconds(Reference), Figure.Seconds(median), Figure.Times(Reference / median), $"under {Figure.Seconds(Aim)}", median < Aim);
    }
}
