using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OrchardSite.Data;

namespace OrchardSite.Media;

/// <summary>Writes down what was downloaded, each minute and when the portal ends; a node that crashes loses a minute of it.</summary>
public sealed partial class KeepDownloadCounts(DownloadCounter counter, IDbContextFactory<SiteDbContext> contexts, TimeProvider time, ILogger<KeepDownloadCounts> logger)
    : SteadyWork(TimeSpan.FromMinutes(1), time, logger)
{
    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var site in counter.Take().GroupBy(count => count.TenantId))
        {
            try
            {
                await WriteAsync(site.Key, site, cancellationToken);
            }
            catch (Exception exception)
            {
                foreach (var count in site)
                {
                    counter.Add(count.TenantId, count.Path, count.Day, count.Times);
                }

                LogFailure(Logger, exception);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await RunAsync(cancellationToken);
    }

    private async Task WriteAsync(int tenantId, IEnumerable<DownloadCount> counts, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForTenant(tenantId);
        await using var work = await db.BeginAsync(cancellationToken);
        // In one order on every node, so that none waits for the other in a circle.
        foreach (var count in counts.OrderBy(count => count.Path, StringComparer.Ordinal).ThenBy(count => count.Day))
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "DownloadCounts" ("TenantId", "Path", "Day", "Times")
                VALUES ({tenantId}, {count.Path}, {count.Day}, {count.Times})
                ON CONFLICT ("TenantId", "Path", "Day") DO UPDATE SET "Times" = "DownloadCounts"."Times" + excluded."Times"
                """,
                cancellationToken);
        }

        await work.CommitAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was downloaded could not be written down; it is tried again")]
    private static partial void LogFailure(ILogger logger, Exception exception);
}
