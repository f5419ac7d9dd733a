using OrchardSite.Benchmarks.Portals;
using OrchardSite.Benchmarks.Report;

namespace OrchardSite.Benchmarks;

/// <summary>A part of a run: one thing that is set up once and gives some rows of the table.</summary>
internal interface IBenchmark
{
    /// <summary>As it is named after <c>--only</c>.</summary>
    string Name { get; }

    IAsyncEnumerable<Row> MeasureAsync(Workbench bench, CancellationToken cancellationToken);
}

/// <param name="IsQuick">True when rough figures are enough.</param>
/// <param name="Portal">The published program.</param>
/// <param name="PostgreSql">Connection string of a server on which databases may be created, or null.</param>
internal sealed record Workbench(bool IsQuick, string Portal, DataFolders Folders, string? PostgreSql)
{
    /// <summary>How often, or how many: less of it in a quick run.</summary>
    public int Count(int full, int quick) => IsQuick ? quick : full;
}
