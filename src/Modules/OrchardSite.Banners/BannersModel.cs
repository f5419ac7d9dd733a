using Microsoft.EntityFrameworkCore;
using OrchardSite.Banners.Statistics;
using OrchardSite.Data;

namespace OrchardSite.Banners;

internal sealed class BannersModel : IModelPart
{
    public void Build(ModelBuilder model) => model.Entity<BannerCount>(count =>
    {
        count.ToTable("BannerCounts");
        count.HasKey(row => new { row.TenantId, row.ItemId, row.SiteId, row.Day });
        count.Property(row => row.ItemId).HasMaxLength(UniqueId.Length);
    });
}
