using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Content.Health;

internal sealed class HealthTables : IModelPart
{
    private const int LongestPlace = 400;
    private const int LongestDetail = 64;

    public void Build(ModelBuilder model)
    {
        model.Entity<FeedPosition>().HasData(new FeedPosition { Name = KeepHealth.Position, Sequence = 0 });
        model.Entity<HealthCase>(row =>
        {
            row.ToTable("HealthCases");
            row.HasKey(one => new { one.TenantId, one.ItemId, one.Number });
            row.Property(one => one.ItemId).HasMaxLength(UniqueId.Length);
            row.Property(one => one.ContentType).HasMaxLength(64);
            row.Property(one => one.Title).HasMaxLength(ContentModel.LongestDisplayText);
            row.Property(one => one.TitleKey).HasMaxLength(ContentModel.LongestDisplayText);
            row.Property(one => one.Owner).HasMaxLength(ContentModel.LongestPerson);
            row.Property(one => one.Place).HasMaxLength(LongestPlace);
            row.Property(one => one.Label).HasMaxLength(HealthCase.LongestText);
            row.Property(one => one.Inside).HasMaxLength(HealthCase.LongestText);
            row.Property(one => one.Text).HasMaxLength(HealthCase.LongestText);
            row.Property(one => one.Address).HasMaxLength(HealthCase.LongestAddress);
            row.Property(one => one.Detail).HasMaxLength(LongestDetail);
            row.HasIndex(one => new { one.TenantId, one.Kind, one.ContentType, one.OwnerId, one.ItemId });
        });
        model.Entity<HealthState>(state =>
        {
            state.ToTable("HealthStates");
            state.HasKey(row => row.TenantId);
        });
        model.Entity<SiteLink>(link =>
        {
            link.ToTable("SiteLinks");
            link.HasKey(row => new { row.TenantId, row.ItemId, row.TargetTenantId, row.Target });
            link.Property(row => row.ItemId).HasMaxLength(UniqueId.Length);
            link.Property(row => row.Target).HasMaxLength(ContentModel.LongestPath);
            link.HasIndex(row => new { row.TargetTenantId, row.Target });
        });
    }
}
