using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OrchardSite.Data;

namespace OrchardSite.Tenants.Figures;

/// <summary>Counts anew, some seconds after each change, what the tenant concerned has; the database says how far that has come.</summary>
public sealed class KeepTenantFigures(
    IDbContextFactory<SiteDbContext> contexts, ITenantCacheSource<SiteSettings> settings, IEnumerable<ITenantFigureSource> sources, TimeProvider time, ILogger<KeepTenantFigures> logger)
    : SteadyWork(TimeSpan.FromSeconds(10), time, logger)
{
    internal const string Position = "tenant-figures";

    internal static readonly ChangeKind[] Kinds =
        [ChangeKind.TenantChanged, ChangeKind.SiteChanged, ChangeKind.ContentPublished, ChangeKind.ContentDrafted, ChangeKind.MediaChanged];

    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var position = await db.Set<FeedPosition>().FirstOrDefaultAsync(row => row.Name == Position, cancellationToken);
        var from = position?.Sequence ?? 0;
        var last = await db.Changes.MaxAsync(change => (long?)change.Sequence, cancellationToken) ?? 0;
        if (last <= from)
        {
            return;
        }

        var changed = await db.Changes.Where(change => change.Sequence > from && change.Sequence <= last && Kinds.Contains(change.Kind))
            .Select(change => change.TenantId).Distinct().OrderBy(id => id).ToListAsync(cancellationToken);
        foreach (var id in changed)
        {
            await CountAsync(id, cancellationToken);
        }

        await using var work = await db.BeginAsync(cancellationToken);
        if (position is null)
        {
            db.Add(new FeedPosition { Name = Position, Sequence = last });
        }
        else
        {
            position.Sequence = last;
        }

        await work.CommitAsync(cancellationToken);
    }

    private async Task CountAsync(int tenantId, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForTenant(tenantId);
        var counted = new TenantFigures { TenantId = tenantId, SiteName = (await settings.LoadAsync(db, cancellationToken)).SiteName };
        foreach (var source in sources)
        {
            await source.ReadAsync(db, counted, cancellationToken);
        }

        await using var work = await db.BeginAsync(cancellationToken);
        if (!await db.Set<TenantRecord>().AnyAsync(tenant => tenant.Id == tenantId, cancellationToken))
        {
            return;
        }

        if (await db.Set<TenantFigures>().FirstOrDefaultAsync(row => row.TenantId == tenantId, cancellationToken) is { } known)
        {
            db.Entry(known).CurrentValues.SetValues(counted);
        }
        else
        {
            db.Add(counted);
        }

        await work.CommitAsync(cancellationToken);
    }
}
