using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using OrchardSite.Data;
using OrchardSite.Recipes;
using OrchardSite.Tenants;

namespace OrchardSite.Deployment.Fleet;

/// <summary>Goes on with the run that is under way, site by site: what one comes to holds up no other.</summary>
public sealed partial class KeepFleetRuns(
    IServiceProvider services, IDbContextFactory<SiteDbContext> contexts, FleetLease lease, TimeProvider time, ILogger<KeepFleetRuns> logger)
    : SteadyWork(TimeSpan.FromSeconds(1), time, logger)
{
    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        // Taken anew before each site: somebody may have stopped it.
        while (await lease.TakeAsync(cancellationToken) is { } run)
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(run.Culture);
            if (await NextAsync(run, cancellationToken) is { } tenantId)
            {
                await DoAsync(run, tenantId, cancellationToken);
            }
            else
            {
                await EndAsync(run, cancellationToken);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await lease.GiveBackAsync(cancellationToken);
    }

    private async Task<int?> NextAsync(FleetRun run, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<FleetSite>().Where(site => site.RunId == run.Id && site.State == FleetSiteState.Waiting)
            .OrderBy(site => site.TenantId).Select(site => (int?)site.TenantId).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task DoAsync(FleetRun run, int tenantId, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(await AskAsync(run, tenantId, cancellationToken), cancellationToken);
        }
        catch (FleetSiteTakenException)
        {
            LogTaken(Logger, tenantId, run.Id);
        }
        catch (RecipeException failure)
        {
            string?[] place = [failure.File, failure.Step, failure.Path];
            await WriteAsync(Failed(run, tenantId, string.Join(", ", place.Where(part => part is not null)), failure.Reason), cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailure(Logger, run.Title, tenantId, failure);
            await WriteAsync(Failed(run, tenantId, null, failure.GetBaseException().Message), cancellationToken);
        }
    }

    private async Task<FleetSite> AskAsync(FleetRun run, int tenantId, CancellationToken cancellationToken)
    {
        var localizer = services.GetRequiredService<IStringLocalizer>();
        if (services.GetRequiredService<TenantDirectory>().Find(tenantId) is not { State: TenantState.Running } tenant)
        {
            return Failed(run, tenantId, null, localizer["The site was switched off before its turn came."]);
        }

        var name = run.Recipe.Length > 0 ? run.Recipe : tenant.Recipe;
        if (services.GetRequiredService<RecipeCatalog>().Find(name) is not { } recipe)
        {
            return Failed(run, tenantId, null, localizer["There is no recipe {0}.", name]);
        }

        await using var scope = services.CreateTenantScope(tenant.Identity);
        var site = scope.ServiceProvider;
        return run.Kind == FleetKind.Compare
            ? await site.GetRequiredService<CompareFleetSite>().RunAsync(run, recipe, cancellationToken)
            : await site.GetRequiredService<RunFleetSite>().RunAsync(run, recipe, cancellationToken);
    }

    private FleetSite Failed(FleetRun run, int tenantId, string? place, string reason) =>
        new() { RunId = run.Id, TenantId = tenantId, State = FleetSiteState.Failed, Place = place, Reason = reason, EndedUtc = Time.GetUtcNow().UtcDateTime };

    // What a run has changed is written with it already; then this writes the same once more.
    private async Task WriteAsync(FleetSite result, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var work = await db.BeginAsync(cancellationToken);
        // The site may have been removed, and its results with it.
        if (await FleetResults.WriteAsync(db, result, onlyWaiting: false, cancellationToken))
        {
            await FleetResults.WriteDetailsAsync(db, result, cancellationToken);
        }

        await work.CommitAsync(cancellationToken);
    }

    private async Task EndAsync(FleetRun ended, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForTenant(services.GetRequiredService<TenantDirectory>().Find(TenantNames.DefaultTenant)!.Id);
        await using var work = await db.BeginAsync(cancellationToken);
        var run = await db.Set<FleetRun>().FirstAsync(row => row.Id == ended.Id, cancellationToken);
        if (run.State == FleetRunState.Running)
        {
            var counts = await db.Set<FleetSite>().Where(site => site.RunId == run.Id).GroupBy(site => site.State)
                .Select(sites => new { State = sites.Key, Count = sites.Count() }).ToDictionaryAsync(sites => sites.State, sites => sites.Count, cancellationToken);
            var now = Time.GetUtcNow().UtcDateTime;
            (run.State, run.EndedUtc) = (FleetRunState.Done, now);
            int Count(FleetSiteState state) => counts.GetValueOrDefault(state);
            db.Add(AuditEntry.Of(Actor.Host(run.StartedBy), "EndFleetRun", now, detail: string.Create(
                CultureInfo.InvariantCulture, $"{run.Title}: ~{Count(FleetSiteState.Changed)} ={Count(FleetSiteState.Unchanged)} !{Count(FleetSiteState.Failed)}")));
        }

        await work.CommitAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Recipe} has failed on site {TenantId}")]
    private static partial void LogFailure(ILogger logger, string recipe, int tenantId, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Site {TenantId} of run {RunId} was done by another node meanwhile")]
    private static partial void LogTaken(ILogger logger, int tenantId, int runId);
}
