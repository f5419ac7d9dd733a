using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrchardSite.Data;

namespace OrchardSite.Search.Insight;

/// <summary>Writes down what readers asked for, each minute and when the portal ends, and forgets what is older than a year.</summary>
public sealed partial class KeepSearchCounts(SearchCounter counter, IDbContextFactory<SiteDbContext> contexts, ILogger<KeepSearchCounts> logger) : BackgroundService
{
    private const int KeptDays = 365;

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var site in counter.Take().GroupBy(count => count.TenantId))
        {
            try
            {
                await WriteAsync(site.Key, [.. site], cancellationToken);
            }
            catch (Exception exception)
            {
                foreach (var count in site)
                {
                    counter.Add(count.TenantId, count.Day, count.Words, count.Times, count.TimesInVain);
                }

                LogFailure(logger, exception);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await RunAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, stoppingToken);
            await RunAsync(stoppingToken);
        }
    }

    private async Task WriteAsync(int tenantId, IReadOnlyList<SearchCount> counts, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForTenant(tenantId);
        await using var work = await db.BeginAsync(cancellationToken);
        // In one order on every node, so that none waits for the other in a circle.
        foreach (var count in counts.OrderBy(count => count.Day).ThenBy(count => count.Words, StringComparer.Ordinal))
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "SearchCounts" ("TenantId", "Day", "Words", "Times", "TimesInVain")
                VALUES ({tenantId}, {count.Day}, {count.Words}, {count.Times}, {count.TimesInVain})
                ON CONFLICT ("TenantId", "Day", "Words") DO UPDATE
                SET "Times" = "SearchCounts"."Times" + excluded."Times", "TimesInVain" = "SearchCounts"."TimesInVain" + excluded."TimesInVain"
                """,
                cancellationToken);
        }

        var oldest = counts.Max(count => count.Day).AddDays(-KeptDays);
        await db.Set<SearchCount>().Where(count => count.Day < oldest).ExecuteDeleteAsync(cancellationToken);
        await work.CommitAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What readers searched for could not be written down; it is tried again")]
    private static partial void LogFailure(ILogger logger, Exception exception);
}
