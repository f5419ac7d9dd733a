using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OrchardSite.Data;

namespace OrchardSite.Tenants.Figures;

/// <summary>Writes down how many requests came, each minute and when the portal ends; a node that crashes loses a minute of it.</summary>
public sealed class KeepRequestCounts(TenantDirectory tenants, TenantCache<SiteSettings> settings, IDbContextFactory<SiteDbContext> contexts, TimeProvider time, ILogger<KeepRequestCounts> logger)
    : SteadyWork(TimeSpan.FromMinutes(1), time, logger)
{
    /// <summary>Days that are kept, today among them.</summary>
    public const int KeptDays = 30;

    private DateOnly _tidied;

    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        if (tenants.Find(TenantNames.DefaultTenant) is not { } first)
        {
            return;
        }

        var today = Time.TodayIn((await settings.GetAsync(first.Id)).TimeZone);
        // In one order on every node, so that none waits for the other in a circle.
        var counts = tenants.All.OrderBy(tenant => tenant.Id).Select(tenant => (Tenant: tenant, Times: tenant.Requests.Take())).Where(count => count.Times > 0).ToList();
        try
        {
            await WriteAsync(counts, today, cancellationToken);
        }
        catch
        {
            counts.ForEach(count => count.Tenant.Requests.GiveBack(count.Times));
            throw;
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await RunAsync(cancellationToken);
    }

    private async Task WriteAsync(List<(Tenant Tenant, long Times)> counts, DateOnly today, CancellationToken cancellationToken)
    {
        if (counts.Count == 0 && _tidied == today)
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var work = await db.BeginAsync(cancellationToken);
        foreach (var (tenant, times) in counts)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "RequestCounts" ("TenantId", "Day", "Times") VALUES ({tenant.Id}, {today}, {times})
                ON CONFLICT ("TenantId", "Day") DO UPDATE SET "Times" = "RequestCounts"."Times" + excluded."Times"
                """,
                cancellationToken);
        }

        if (_tidied != today)
        {
            var oldest = today.AddDays(1 - KeptDays);
            await db.Set<RequestCount>().Where(count => count.Day < oldest).ExecuteDeleteAsync(cancellationToken);
        }

        await work.CommitAsync(cancellationToken);
        _tidied = today;
    }
}
