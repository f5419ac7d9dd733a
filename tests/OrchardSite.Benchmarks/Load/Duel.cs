using OrchardSite.Benchmarks.Report;

namespace OrchardSite.Benchmarks.Load;

/// <summary>Answers per second of two servers under the same load, in turns, so that both meet the same moods of the machine.</summary>
/// <param name="Part">Median of ours as a part of theirs in each round.</param>
internal sealed record Duel(double Ours, double Theirs, double Part)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public static async Task<Duel> RunAsync(string ours, string theirs, string? acceptEncoding, Workbench bench, CancellationToken cancellationToken)
    {
        var duration = TimeSpan.FromSeconds(bench.Count(full: 5, quick: 2));
        var rounds = bench.Count(full: 5, quick: 2);
        var rates = new List<(double Ours, double Theirs)>();
        await Wrk.MeasureAsync(ours, acceptEncoding, WarmUp, cancellationToken);
        await Wrk.MeasureAsync(theirs, acceptEncoding, WarmUp, cancellationToken);
        for (var round = 0; round < rounds; round++)
        {
            var their = await Wrk.MeasureAsync(theirs, acceptEncoding, duration, cancellationToken);
            rates.Add((await Wrk.MeasureAsync(ours, acceptEncoding, duration, cancellationToken), their));
        }

        return new Duel(rates.Select(rate => rate.Ours).Median(), rates.Select(rate => rate.Theirs).Median(), rates.Select(rate => rate.Ours / rate.Theirs).Median());
    }
}
