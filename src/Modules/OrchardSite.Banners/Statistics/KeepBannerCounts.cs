using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OrchardSite.Data;
using OrchardSite.Data.Counting;

namespace OrchardSite.Banners.Statistics;

/// <summary>Writes down how often banners were seen and followed, and forgets what is older than three years.</summary>
public sealed class KeepBannerCounts(BannerCounter counter, IDbContextFactory<SiteDbContext> contexts, TimeProvider time, ILogger<KeepBannerCounts> logger)
    : KeepCounts<BannerCount>(contexts, time, logger)
{
    private const int KeptYears = 3;

    protected override IReadOnlyList<BannerCount> Take() => counter.Take();

    protected override void CountAgain(BannerCount count) => counter.Add(count.TenantId, count.ItemId, count.SiteId, count.Day, new BannerNumbers(count.Views, count.Clicks));

    protected override IEnumerable<BannerCount> InOrder(IEnumerable<BannerCount> counts) =>
        counts.OrderBy(count => count.ItemId, StringComparer.Ordinal).ThenBy(count => count.SiteId).ThenBy(count => count.Day);

    protected override Task WriteAsync(SiteDbContext db, BannerCount count, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "BannerCounts" ("TenantId", "ItemId", "SiteId", "Day", "Views", "Clicks")
        VALUES ({count.TenantId}, {count.ItemId}, {count.SiteId}, {count.Day}, {count.Views}, {count.Clicks})
        ON CONFLICT ("TenantId", "ItemId", "SiteId", "Day") DO UPDATE
        SET "Views" = "BannerCounts"."Views" + excluded."Views", "Clicks" = "BannerCounts"."Clicks" + excluded."Clicks"
        """,
        cancellationToken);

    protected override Task ForgetAsync(SiteDbContext db, IReadOnlyList<BannerCount> written, CancellationToken cancellationToken)
    {
        var oldest = written.Max(count => count.Day).AddYears(-KeptYears);
        return db.Set<BannerCount>().Where(count => count.Day < oldest).ExecuteDeleteAsync(cancellationToken);
    }
}
