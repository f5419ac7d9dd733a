using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Workflows.Schedules;

/// <summary>Looks each second for what is due on any site, and does it.</summary>
public sealed partial class KeepSchedule(IServiceProvider services, IDbContextFactory<SiteDbContext> contexts, TenantDirectory tenants, TenantCache<SiteSettings> settings, TimeProvider time, ILogger<KeepSchedule> logger)
    : SteadyWork(TimeSpan.FromSeconds(1), time, logger)
{
    private const int Batch = 100;

    /// <summary>Does all that is due now.</summary>
    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow().UtcDateTime;
        List<PlannedMove> due;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            due = await db.Set<PlannedMove>().AsNoTracking().Where(move => move.AtUtc <= now).OrderBy(move => move.AtUtc).Take(Batch).ToListAsync(cancellationToken);
        }

        foreach (var move in due)
        {
            // A site that was stopped keeps its plans until it runs again.
            if (tenants.Find(move.TenantId) is { State: TenantState.Running } tenant)
            {
                await RunAsync(tenant, move, cancellationToken);
            }
        }
    }

    private async Task RunAsync(Tenant tenant, PlannedMove move, CancellationToken cancellationToken)
    {
        // What it tells colleagues and readers, it tells in the site's language.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo((await settings.GetAsync(tenant.Id)).Culture);
        IReadOnlyList<Refusal> refusals;
        await using (var scope = services.CreateTenantScope(tenant.Identity))
        {
            refusals = await scope.ServiceProvider.GetRequiredService<RunPlannedMove>().RunAsync(move.ItemId, move.Kind, cancellationToken);
        }

        if (refusals.Count > 0)
        {
            await using var scope = services.CreateTenantScope(tenant.Identity);
            await scope.ServiceProvider.GetRequiredService<RunPlannedMove>().CallOffAsync(move.ItemId, string.Join(' ', refusals.Select(refusal => refusal.Message)), cancellationToken);
            LogRefused(Logger, move.ItemId, tenant.Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The item {ItemId} of {Tenant} could not be published on time and waits for its editors")]
    private static partial void LogRefused(ILogger logger, string itemId, string tenant);
}
