using Microsoft.EntityFrameworkCore;

namespace OrchardSite.Data;

internal static class AuditModel
{
    private const int LongestName = 200;

    public static void Build(ModelBuilder model)
    {
        model.Entity<AuditEntry>(entry =>
        {
            entry.HasKey(row => new { row.TenantId, row.Id });
            entry.Property(row => row.Id).HasMaxLength(UniqueId.Length);
            entry.Property(row => row.ItemId).HasMaxLength(UniqueId.Length);
            entry.Property(row => row.Operation).HasMaxLength(LongestName);
            entry.Property(row => row.Hash).HasMaxLength(AuditChain.HashLength);
            // Of two nodes that seal the same entry one finds it sealed.
            entry.Property(row => row.Number).IsConcurrencyToken();
            entry.HasIndex(row => new { row.TenantId, row.Number }).IsUnique();
            entry.HasIndex(row => new { row.TenantId, row.OccurredUtc, row.Id });
            entry.HasIndex(row => new { row.TenantId, row.ItemId, row.OccurredUtc });
            entry.HasIndex(row => new { row.TenantId, row.AccountId, row.OccurredUtc });
            entry.HasIndex(row => new { row.TenantId, row.OccurredUtc, row.Id }, "IX_AuditEntries_Unsealed").HasFilter("\"Number\" IS NULL");
        });
        model.Entity<AuditHead>(head =>
        {
            head.HasKey(row => row.TenantId);
            head.Property(row => row.Number).IsConcurrencyToken();
            head.Property(row => row.Hash).HasMaxLength(AuditChain.HashLength);
        });
    }
}
