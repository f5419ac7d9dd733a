using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Visits.Counting;

namespace OrchardSite.Visits;

internal sealed class VisitsModel : IModelPart
{
    public void Build(ModelBuilder model)
    {
        model.Entity<VisitCount>(count =>
        {
            count.ToTable("VisitCounts");
            count.HasKey(row => new { row.TenantId, row.Path, row.Day });
            count.HasIndex(row => new { row.TenantId, row.Day });
            count.Property(row => row.Path).HasMaxLength(VisitCount.LongestPath);
        });
        model.Entity<OnlineCount>(count =>
        {
            count.ToTable("OnlineCounts");
            count.HasKey(row => new { row.TenantId, row.Node });
            count.Property(row => row.Node).HasMaxLength(UniqueId.Length);
        });
    }
}
