using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Workflows.Definition;

/// <summary>
/// Keeps the portal from starting with a definition that is wrong, or has no place for items that there are. Hundreds of sites are
/// asked only when the definition has changed since the last start.
/// </summary>
internal sealed class CheckWorkflow(WorkflowFile file, CheckTightening check, TenantDirectory tenants, IDbContextFactory<SiteDbContext> contexts, IStringLocalizer localizer) : IHostedService
{
    private const int MostNamed = 5;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await db.Set<CheckedDefinition>().FirstOrDefaultAsync(row => row.Name == WorkflowFile.Name, cancellationToken);
        if (known?.Sha256 == file.Sha256)
        {
            return;
        }

        var faults = new List<WorkflowFault>();
        foreach (var tenant in tenants.All)
        {
            faults.AddRange(await FaultsOfAsync(tenant, cancellationToken));
        }

        if (faults.Count > 0)
        {
            throw new WorkflowException(WorkflowFile.Name, faults);
        }

        if (known is null)
        {
            db.Add(new CheckedDefinition { Name = WorkflowFile.Name, Sha256 = file.Sha256 });
        }
        else
        {
            known.Sha256 = file.Sha256;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another node that starts at the same time has written it.
        }
    }

    private async Task<IReadOnlyList<WorkflowFault>> FaultsOfAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        var faults = new List<WorkflowFault>();
        var states = file.Workflow.States.Select(state => state.Name).ToArray();
        await using var db = contexts.CreateForTenant(tenant.Id);
        // What a site once made stricter must still be that.
        if (await Tightening.FindAsync(db, cancellationToken) is { } tightening)
        {
            faults.AddRange(check.Find(tightening, types: null).Where(fault => fault.Unreachable is null).Select(fault => fault with { Place = $"{tenant.Name}: {fault.Place}" }));
        }

        var lost =
            from row in db.Set<EditorialItem>()
            where !states.Contains(row.State)
            join item in db.Set<ContentItem>() on row.ItemId equals item.Id
            orderby row.State, item.LatestText
            select new { row.State, item.LatestText };
        if (await lost.Take(MostNamed).ToListAsync(cancellationToken) is { Count: > 0 } named)
        {
            var items = string.Join(", ", named.Select(item => $"“{item.LatestText}” ({item.State})"));
            faults.Add(new WorkflowFault(nameof(EditorialWorkflow.States), localizer["{0} items of the site {1} are in states that it has no more: {2}.", await lost.CountAsync(cancellationToken), tenant.Name, items]));
        }

        return faults;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
