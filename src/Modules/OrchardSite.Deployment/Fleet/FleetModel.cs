using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Deployment.Fleet;

internal sealed class FleetModel : IModelPart
{
    private const int LongestName = 100;

    public void Build(ModelBuilder model)
    {
        model.Entity<FleetRun>(run =>
        {
            run.ToTable("FleetRuns");
            run.HasKey(row => row.Id);
            run.Ignore(row => row.Title);
            run.Property(row => row.Recipe).HasMaxLength(LongestName);
            run.Property(row => row.Culture).HasMaxLength(LongestName);
            run.Property(row => row.Node).HasMaxLength(LongestName);
            run.HasIndex(row => row.State);
        });
        model.Entity<FleetSite>(site =>
        {
            site.ToTable("FleetSites");
            site.HasKey(row => new { row.RunId, row.TenantId });
            site.Ignore(row => row.Changes);
            site.Ignore(row => row.Differences);
            site.HasOne<FleetRun>().WithMany().HasForeignKey(row => row.RunId);
        });
        model.Entity<FleetDetail>(detail =>
        {
            detail.ToTable("FleetDetails");
            detail.HasKey(row => new { row.RunId, row.TenantId });
            detail.HasOne<FleetRun>().WithMany().HasForeignKey(row => row.RunId);
        });
    }
}
