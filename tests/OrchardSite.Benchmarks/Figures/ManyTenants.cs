using System.Diagnostics;
using System.Runtime.CompilerServices;
using OrchardSite.Benchmarks.Portals;
using OrchardSite.Benchmarks.Report;

namespace OrchardSite.Benchmarks.Figures;

/// <summary>Resident memory with one tenant and with very many, and the first page of each of those.</summary>
internal sealed class ManyTenants : IBenchmark
{
    private const double OneTenantReference = 253;
    private const double FurtherTenantReference = 10;
    private const double ColdPageReference = 0.34;
    private const double OneTenantAim = 200;
    private const double ManyTenantsAim = 300;
    private const double FurtherTenantAim = 0.1;
    private const double ColdPageAim = 0.02;

    private static readonly string[] FirstPages = ["/", "/tin-tuc-su-kien", "/van-ban", "/gioi-thieu", "/so-do-trang", "/rss.xml"];

    public string Name => "tenants";

    public async IAsyncEnumerable<Row> MeasureAsync(Workbench bench, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var folder = await bench.Folders.SingleAsync(Name, cancellationToken);
        var one = await WithOneTenantAsync(bench.Portal, folder, cancellationToken);
        yield return new Row(
            "resident memory, 1 tenant", Figure.Megabytes(OneTenantReference), Figure.Megabytes(one), Figure.Times(OneTenantReference / one), $"under {Figure.Megabytes(OneTenantAim)}", one < OneTenantAim);

        var further = bench.Count(full: 999, quick: 99);
        await AddUnitsAsync(folder, further, cancellationToken);
        var (many, times) = await WithManyTenantsAsync(bench.Portal, folder, further, cancellationToken);
        var all = $"{further + 1:#,0} tenants";
        var manyReference = OneTenantReference + (further * FurtherTenantReference);
        yield return new Row(
            $"resident memory, {all} visited once each", $"about {Figure.Megabytes(manyReference)} (computed)", Figure.Megabytes(many), Figure.Times(manyReference / many), $"under {Figure.Megabytes(ManyTenantsAim)}", many < ManyTenantsAim);

        var each = (many - one) / further;
        yield return new Row(
            "resident memory, each further tenant", $"about {Figure.Megabytes(FurtherTenantReference)}", Figure.Megabytes(each), Figure.Times(FurtherTenantReference / each), $"under {Figure.Megabytes(FurtherTenantAim)}", each < FurtherTenantAim);

        var median = times.Median();
        yield return new Row(
            $"first page of a cold tenant, of {all}",
            Figure.Seconds(ColdPageReference),
            $"{Figure.Seconds(median)} (95 % within {Figure.Seconds(times.Percentile(0.95))})",
            Figure.Times(ColdPageReference / median),
            $"under {Figure.Seconds(ColdPageAim)}",
            median < ColdPageAim);
    }

    private static async Task<double> WithOneTenantAsync(string program, string folder, CancellationToken cancellationToken)
    {
        await using var portal = await ServerProcess.StartPortalAsync(program, folder, cancellationToken);
        using var http = new HttpClient();
        foreach (var page in FirstPages)
        {
            await http.GetByteArrayAsync(portal.Url + page, cancellationToken);
        }

        return portal.ResidentMegabytes();
    }

    private static async Task AddUnitsAsync(string folder, int count, CancellationToken cancellationToken)
    {
        await using var portal = await OpenPortal.OpenAsync(folder, cancellationToken);
        for (var number = 0; number < count; number++)
        {
            await portal.AddPartnerUnitAsync($"unit-{number}", cancellationToken);
        }
    }

    private static async Task<(double Megabytes, List<double> Seconds)> WithManyTenantsAsync(string program, string folder, int units, CancellationToken cancellationToken)
    {
        await using var portal = await ServerProcess.StartPortalAsync(program, folder, cancellationToken);
        using var http = new HttpClient();
        var times = new List<double>();
        for (var number = 0; number < units; number++)
        {
            var began = Stopwatch.GetTimestamp();
            await http.GetByteArrayAsync($"{portal.Url}/unit-{number}/", cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
        }

        return (portal.ResidentMegabytes(), times);
    }
}
