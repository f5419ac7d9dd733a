using System.Diagnostics;
using System.Runtime.CompilerServices;
using Npgsql;
using OrchardSite.Benchmarks.Portals;
using OrchardSite.Benchmarks.Report;

namespace OrchardSite.Benchmarks.Figures;

/// <summary>Articles brought in by one recipe, from reading its file to the commit.</summary>
internal sealed class RecipeImport : IBenchmark
{
    private const int Items = 10_000;
    private const double Reference = 583;
    private const double Aim = 5;

    public string Name => "import";

    public async IAsyncEnumerable<Row> MeasureAsync(Workbench bench, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var file = bench.Folders.FileNamed("import.recipe.json");
        await ArticleRecipe.WriteAsync(file, 0, Items, TimeProvider.System, cancellationToken);
        var times = new List<double>();
        for (var run = bench.Count(full: 5, quick: 2); run > 0; run--)
        {
            await using var portal = await OpenPortal.OpenAsync(await bench.Folders.SampleAsync($"import-{run}", cancellationToken), cancellationToken);
            times.Add(await RunAsync(portal, file, cancellationToken));
        }

        yield return RowOf("SQLite", times.Median());
        if (bench.PostgreSql is { } server)
        {
            yield return RowOf("PostgreSQL", await OnPostgreSqlAsync(bench, server, file, cancellationToken));
        }
    }

    private static async Task<double> OnPostgreSqlAsync(Workbench bench, string server, string file, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        for (var run = bench.Count(full: 5, quick: 2); run > 0; run--)
        {
            var database = $"orchardsite_benchmark_{Guid.NewGuid():N}";
            var connection = new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString;
            try
            {
                await using var portal = await OpenPortal.OpenAsync(bench.Folders.Empty(database), cancellationToken, connection);
                await portal.SetUpFirstAsync(int.MaxValue, cancellationToken);
                times.Add(await RunAsync(portal, file, cancellationToken));
            }
            finally
            {
                await DropAsync(server, database);
            }
        }

        return times.Median();
    }

    private static async Task<double> RunAsync(OpenPortal portal, string file, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        await portal.RunRecipeAsync(file, cancellationToken);
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    // The name is made here, so it needs no quoting.
    private static async Task DropAsync(string server, string database)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"DROP DATABASE IF EXISTS {database} WITH (FORCE)", connection);
        await command.ExecuteNonQueryAsync();
    }

    private static Row RowOf(string database, double seconds) => new(
        $"import of {Items:#,0} items by one recipe, {database}", Figure.Seconds(Reference), Figure.Seconds(seconds), Figure.Times(Reference / seconds), $"under {Figure.Seconds(Aim)}", seconds < Aim);
}
