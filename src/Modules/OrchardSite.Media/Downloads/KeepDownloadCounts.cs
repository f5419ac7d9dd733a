using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OrchardSite.Data;
using OrchardSite.Data.Counting;

namespace OrchardSite.Media;

/// <summary>Writes down what was downloaded.</summary>
public sealed class KeepDownloadCounts(DownloadCounter counter, IDbContextFactory<SiteDbContext> contexts, TimeProvider time, ILogger<KeepDownloadCounts> logger)
    : KeepCounts<DownloadCount>(contexts, time, logger)
{
    protected override IReadOnlyList<DownloadCount> Take() => counter.Take();

    protected override void CountAgain(DownloadCount count) => counter.Add(count.TenantId, count.Path, count.Day, count.Times);

    protected override IEnumerable<DownloadCount> InOrder(IEnumerable<DownloadCount> counts) =>
        counts.OrderBy(count => count.Path, StringComparer.Ordinal).ThenBy(count => count.Day);

    protected override Task WriteAsync(SiteDbContext db, DownloadCount count, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "DownloadCounts" ("TenantId", "Path", "Day", "Times")
        VALUES ({count.TenantId}, {count.Path}, {count.Day}, {count.Times})
        ON CONFLICT ("TenantId", "Path", "Day") DO UPDATE SET "Times" = "DownloadCounts"."Times" + excluded."Times"
        """,
        cancellationToken);
}
