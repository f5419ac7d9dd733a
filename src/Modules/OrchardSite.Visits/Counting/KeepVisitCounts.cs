using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OrchardSite.Data;
using OrchardSite.Data.Counting;
using OrchardSite.Visits.Figures;

namespace OrchardSite.Visits.Counting;

/// <summary>Writes down how much was read. Pages are forgotten after 400 days; the numbers of a site as a whole stay for ever.</summary>
public sealed class KeepVisitCounts(VisitCounter counter, SiteTotals totals, IDbContextFactory<SiteDbContext> contexts, TimeProvider time, ILogger<KeepVisitCounts> logger)
    : KeepCounts<VisitCount>(contexts, time, logger)
{
    /// <summary>A year, and a month of the year before to compare with.</summary>
    public const int KeptDays = 400;

    protected override IReadOnlyList<VisitCount> Take() => counter.Take();

    protected override void CountAgain(VisitCount count) => counter.Add(count.TenantId, count.Path, count.Day, new VisitNumbers(count.Views, count.Visits));

    protected override IEnumerable<VisitCount> InOrder(IEnumerable<VisitCount> counts) =>
        counts.OrderBy(count => count.Path, StringComparer.Ordinal).ThenBy(count => count.Day);

    protected override Task WriteAsync(SiteDbContext db, VisitCount count, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "VisitCounts" ("TenantId", "Path", "Day", "Views", "Visits")
        VALUES ({count.TenantId}, {count.Path}, {count.Day}, {count.Views}, {count.Visits})
        ON CONFLICT ("TenantId", "Path", "Day") DO UPDATE
        SET "Views" = "VisitCounts"."Views" + excluded."Views", "Visits" = "VisitCounts"."Visits" + excluded."Visits"
        """,
        cancellationToken);

    protected override Task ForgetAsync(SiteDbContext db, IReadOnlyList<VisitCount> written, CancellationToken cancellationToken)
    {
        var oldest = written.Max(count => count.Day).AddDays(1 - KeptDays);
        return db.Set<VisitCount>().Where(count => count.Day < oldest && count.Path != VisitCount.WholeSite).ExecuteDeleteAsync(cancellationToken);
    }

    protected override void Finish()
    {
        // What other nodes have counted is learnt by the same reading.
        totals.ReadAnew();
        counter.Finish();
    }
}
