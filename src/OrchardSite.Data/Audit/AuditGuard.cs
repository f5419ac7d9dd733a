using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OrchardSite.Data;

/// <summary>Throws where an audit entry would be deleted, or changed in anything but being sealed once.</summary>
internal sealed class AuditGuard : SaveChangesInterceptor
{
    private static readonly string[] SealColumns = [nameof(AuditEntry.Number), nameof(AuditEntry.SealedUtc), nameof(AuditEntry.Hash)];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private static void Check(DbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries<AuditEntry>())
        {
            if (entry.State == EntityState.Deleted || entry.State == EntityState.Modified && !IsSealing(entry))
            {
                throw new InvalidOperationException("What is in the audit log stays as it is.");
            }
        }
    }

    private static bool IsSealing(EntityEntry<AuditEntry> entry) =>
        entry.Property(row => row.Number).OriginalValue is null
        && entry.Properties.Where(property => property.IsModified).All(property => SealColumns.Contains(property.Metadata.Name));
}
