using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Deployment.Fleet;

/// <summary>
/// Lets one node alone work at a run. A node that ends gives it back; one that crashes loses it after a while. It saves work
/// and is no lock: that no site is done twice is seen to where the site's changes are committed.
/// </summary>
public sealed class FleetLease(IDbContextFactory<SiteDbContext> contexts, TimeProvider time)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(1);

    private readonly string _node = UniqueId.New();

    /// <summary>Takes the run that is under way, or keeps it.</summary>
    /// <returns>Null when there is none, or another node has it.</returns>
    public async Task<FleetRun?> TakeAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // Looked for each second, and there hardly ever is one: nobody is to wait for that.
        if (!await db.Set<FleetRun>().AnyAsync(run => run.State == FleetRunState.Running, cancellationToken))
        {
            return null;
        }

        await using var work = await db.BeginAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var run = await db.Set<FleetRun>().FirstOrDefaultAsync(
            row => row.State == FleetRunState.Running && (row.Node == _node || row.LeaseUntilUtc == null || row.LeaseUntilUtc < now), cancellationToken);
        if (run is not null)
        {
            (run.Node, run.LeaseUntilUtc) = (_node, now + Lasts);
            await work.CommitAsync(cancellationToken);
        }

        return run;
    }

    public async Task GiveBackAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Set<FleetRun>().Where(run => run.State == FleetRunState.Running && run.Node == _node)
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.LeaseUntilUtc, (DateTime?)null), cancellationToken);
    }
}
