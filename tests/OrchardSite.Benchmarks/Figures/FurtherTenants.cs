using System.Diagnostics;
using System.Runtime.CompilerServices;
using OrchardSite.Benchmarks.Portals;
using OrchardSite.Benchmarks.Report;

namespace OrchardSite.Benchmarks.Figures;

/// <summary>A partner unit is added to a running portal and set up, and its home page is asked for.</summary>
internal sealed class FurtherTenants : IBenchmark
{
    private const double Reference = 0.64 + 0.34;
    private const double Aim = 0.15;

    public string Name => "tenant";

    public async IAsyncEnumerable<Row> MeasureAsync(Workbench bench, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var portal = await OpenPortal.OpenAsync(await bench.Folders.SampleAsync(Name, cancellationToken), cancellationToken);
        await portal.ServeAsync(cancellationToken);
        using var http = new HttpClient();
        var times = new List<double>();
        for (var number = bench.Count(full: 25, quick: 9); number > 0; number--)
        {
            var began = Stopwatch.GetTimestamp();
            await portal.AddPartnerUnitAsync($"unit-{number}", cancellationToken);
            await http.GetByteArrayAsync($"{portal.Url}/unit-{number}/", cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
        }

        var median = times.Median();
        yield return new Row(
            "a further tenant: set up and first page", "0.64 s and 0.34 s", Figure.Seconds(median), Figure.Times(Reference / median), $"under {Figure.Seconds(Aim)} together", median < Aim);
    }
}
