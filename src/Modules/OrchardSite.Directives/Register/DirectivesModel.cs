using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Directives.Delivery;

namespace OrchardSite.Directives;

internal sealed class DirectivesModel : IModelPart
{
    private const int LongestName = 256;

    // As a condition of the index, since SQLite does not look a bare boolean up in one.
    private const string ForReaders = "\"IsForEveryReader\"";

    public void Build(ModelBuilder model)
    {
        model.Entity<DirectiveRow>(directive =>
        {
            directive.ToTable("Directives");
            directive.HasKey(row => new { row.TenantId, row.ItemId });
            directive.Property(row => row.ItemId).HasMaxLength(UniqueId.Length);
            directive.Property(row => row.System).HasMaxLength(32);
            directive.Property(row => row.DocumentType).HasMaxLength(32);
            directive.Property(row => row.Number).HasMaxLength(80);
            directive.Property(row => row.NumberKey).HasMaxLength(80);
            directive.HasIndex(row => new { row.TenantId, row.Year, row.IssuedOn, row.ItemId, row.IsForEveryReader }).HasFilter(ForReaders);
            directive.HasIndex(row => new { row.TenantId, row.DocumentType, row.Year, row.IssuedOn, row.ItemId, row.IsForEveryReader }).HasFilter(ForReaders);
            directive.Property(row => row.Symbol).HasMaxLength(80);
            directive.Property(row => row.Issuer).HasMaxLength(LongestName);
            directive.Property(row => row.Signer).HasMaxLength(LongestName);
            directive.Property(row => row.Subject).HasMaxLength(500);
            directive.HasIndex(row => new { row.TenantId, row.NumberKey });
            directive.HasIndex(row => new { row.TenantId, row.Year, row.Issuer });
        });
        model.Entity<DirectiveDelivery>(delivery =>
        {
            delivery.ToTable("DirectiveDeliveries");
            delivery.HasKey(row => row.Id);
            delivery.Property(row => row.Id).HasMaxLength(UniqueId.Length);
            delivery.Property(row => row.ItemId).HasMaxLength(UniqueId.Length);
            delivery.Property(row => row.UnitId).HasMaxLength(UniqueId.Length);
            delivery.Property(row => row.UnitName).HasMaxLength(LongestName);
            delivery.Property(row => row.ParentId).HasMaxLength(UniqueId.Length);
            delivery.Property(row => row.PassedOnBy).HasMaxLength(LongestName);
            delivery.Property(row => row.Site).HasMaxLength(LongestName);
            delivery.Property(row => row.Number).HasMaxLength(80);
            delivery.Property(row => row.Subject).HasMaxLength(500);
            delivery.Property(row => row.DocumentType).HasMaxLength(32);
            delivery.Property(row => row.Issuer).HasMaxLength(LongestName);
            delivery.Property(row => row.Urgency).HasMaxLength(32);
            delivery.Property(row => row.Role).HasMaxLength(DirectiveDelivery.LongestRole);
            delivery.Property(row => row.Revision).IsConcurrencyToken();
            delivery.HasIndex(row => new { row.TenantId, row.SourceId, row.ItemId, row.UnitId }).IsUnique();
            delivery.HasIndex(row => new { row.SourceId, row.ItemId });
            delivery.HasIndex(row => row.ParentId);
            // The boards count tens of thousands: from these alone, without the rows.
            delivery.HasIndex(row => new { row.TenantId, row.ItemId, row.State, row.DueOn, row.AskedUntil, row.Id });
            delivery.HasIndex(row => new { row.TenantId, row.UnitId, row.State, row.DueOn, row.AskedUntil, row.Id });
            delivery.HasIndex(row => new { row.Site, row.State, row.DueOn });
        });
        model.Entity<DeliveryEntry>(entry =>
        {
            entry.ToTable("DirectiveDeliveryEntries");
            entry.HasKey(row => row.Id);
            entry.Property(row => row.Id).HasMaxLength(UniqueId.Length);
            entry.Property(row => row.DeliveryId).HasMaxLength(UniqueId.Length);
            entry.Property(row => row.Move).HasMaxLength(32);
            entry.Property(row => row.Person).HasMaxLength(LongestName);
            entry.Property(row => row.Text).HasMaxLength(DeliveryEntry.LongestText);
            entry.HasIndex(row => new { row.DeliveryId, row.Number });
        });
        model.Entity<DeliveryFile>(file =>
        {
            file.ToTable("DirectiveDeliveryFiles");
            file.HasKey(row => row.Id);
            file.Property(row => row.Id).HasMaxLength(UniqueId.Length);
            file.Property(row => row.DeliveryId).HasMaxLength(UniqueId.Length);
            file.Property(row => row.EntryId).HasMaxLength(UniqueId.Length);
            file.Property(row => row.Name).HasMaxLength(LongestName);
            file.Property(row => row.ContentType).HasMaxLength(100);
            file.Property(row => row.Sha256).HasMaxLength(64);
            file.HasIndex(row => row.DeliveryId);
            file.HasIndex(row => new { row.Sha256, row.TenantId });
        });
        model.Entity<DirectiveRelationRow>(relation =>
        {
            relation.ToTable("DirectiveRelations");
            relation.HasKey(row => new { row.TenantId, row.ItemId, row.Position });
            relation.Property(row => row.ItemId).HasMaxLength(UniqueId.Length);
            relation.Property(row => row.Kind).HasMaxLength(32);
            relation.Property(row => row.TargetId).HasMaxLength(UniqueId.Length);
            relation.Property(row => row.TargetText).HasMaxLength(500);
            relation.HasIndex(row => new { row.TenantId, row.TargetId });
        });
    }
}
