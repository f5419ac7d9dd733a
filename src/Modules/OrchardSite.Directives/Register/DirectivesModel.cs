using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Directives;

internal sealed class DirectivesModel : IModelPart
{
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
            directive.HasIndex(row => new { row.TenantId, row.NumberKey });
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
