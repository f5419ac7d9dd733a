using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OrchardSite.Data;
using OrchardSite.Data.Counting;

namespace OrchardSite.Search.Insight;

/// <summary>Writes down what readers asked for, and forgets what is older than a year.</summary>
public sealed class KeepSearchCounts(SearchCounter counter, IDbContextFactory<SiteDbContext> contexts, TimeProvider time, ILogger<KeepSearchCounts> logger)
    : KeepCounts<SearchCount>(contexts, time, logger)
{
    private const int KeptDays = 365;

    protected override IReadOnlyList<SearchCount> Take() => counter.Take();

    protected override void CountAgain(SearchCount count) => counter.Add(count.TenantId, count.Day, count.Words, count.Times, count.TimesInVain);

    protected override IEnumerable<SearchCount> InOrder(IEnumerable<SearchCount> counts) =>
        counts.OrderBy(count => count.Day).ThenBy(count => count.Words, StringComparer.Ordinal);

    protected override Task WriteAsync(SiteDbContext db, SearchCount count, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "SearchCounts" ("TenantId", "Day", "Words", "Times", "TimesInVain")
        VALUES ({count.TenantId}, {count.Day}, {count.Words}, {count.Times}, {count.TimesInVain})
        ON CONFLICT ("TenantId", "Day", "Words") DO UPDATE
        SET "Times" = "SearchCounts"."Times" + excluded."Times", "TimesInVain" = "SearchCounts"."TimesInVain" + excluded."TimesInVain"
        """,
        cancellationToken);

    protected override Task ForgetAsync(SiteDbContext db, IReadOnlyList<SearchCount> written, CancellationToken cancellationToken)
    {
        var oldest = written.Max(count => count.Day).AddDays(-KeptDays);
        return db.Set<SearchCount>().Where(count => count.Day < oldest).ExecuteDeleteAsync(cancellationToken);
    }
}
