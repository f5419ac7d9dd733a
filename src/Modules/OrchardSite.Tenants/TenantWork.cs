using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Tenants;

/// <summary>One transaction on an existing tenant, in a context of its own: whoever manages tenants sits in another one, or in none.</summary>
internal sealed class TenantWork : IAsyncDisposable
{
    private readonly UnitOfWork _work;

    private TenantWork(SiteDbContext db, UnitOfWork work, TenantRecord tenant)
    {
        Db = db;
        Tenant = tenant;
        _work = work;
    }

    public SiteDbContext Db { get; }

    public TenantRecord Tenant { get; }

    /// <returns>Null when there is no tenant of that name.</returns>
    public static async Task<TenantWork?> BeginAsync(IDbContextFactory<SiteDbContext> contexts, string name, CancellationToken cancellationToken)
    {
        if (await FindIdAsync(contexts, name, cancellationToken) is not { } id)
        {
            return null;
        }

        var db = contexts.CreateForTenant(id);
        var work = await db.BeginAsync(cancellationToken);
        // Read again: another process may have removed it meanwhile.
        if (await db.Set<TenantRecord>().FirstOrDefaultAsync(tenant => tenant.Id == id, cancellationToken) is { } record)
        {
            return new TenantWork(db, work, record);
        }

        await work.DisposeAsync();
        await db.DisposeAsync();
        return null;
    }

    public static async Task<int?> FindIdAsync(IDbContextFactory<SiteDbContext> contexts, string name, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var lowerName = name.ToLowerInvariant();
        return await db.Set<TenantRecord>()
            .Where(tenant => tenant.Name.ToLower() == lowerName)
            .Select(tenant => (int?)tenant.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }

    public async Task CommitAsync(string operation, Actor actor, TimeProvider time, string? detail, CancellationToken cancellationToken)
    {
        Tenant.Revision++;
        Db.RecordTenantChange(Tenant.Id, operation, actor, time, detail);
        await _work.CommitAsync(cancellationToken);
    }

    /// <summary>Commits the tenant's removal: there is nothing left that an audit entry could belong to.</summary>
    public async Task CommitRemovalAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        Db.Add(new Change { TenantId = Tenant.Id, Kind = ChangeKind.TenantChanged, OccurredUtc = time.GetUtcNow().UtcDateTime });
        await _work.CommitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _work.DisposeAsync();
        await Db.DisposeAsync();
    }
}
