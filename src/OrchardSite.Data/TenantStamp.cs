using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OrchardSite.Data;

/// <summary>Stamps new rows with the context's tenant, and throws when a row of another tenant, or of none, would be written.</summary>
internal sealed class TenantStamp : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Stamp((SiteDbContext)eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Stamp((SiteDbContext)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private static void Stamp(SiteDbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries<ITenantOwned>())
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            {
                TenantOwnership.Claim(entry.Entity, db.TenantId);
            }
        }
    }
}

internal static class TenantOwnership
{
    /// <exception cref="InvalidOperationException">There is no tenant, or the row is another tenant's.</exception>
    public static void Claim(ITenantOwned row, int tenantId)
    {
        if (tenantId == 0)
        {
            throw new InvalidOperationException($"A {row.GetType().Name} belongs to a tenant, but this scope has entered none.");
        }

        if (row.TenantId == 0)
        {
            row.TenantId = tenantId;
        }

        if (row.TenantId != tenantId)
        {
            throw new InvalidOperationException($"A {row.GetType().Name} of tenant {row.TenantId} cannot be written in the scope of tenant {tenantId}.");
        }
    }
}
