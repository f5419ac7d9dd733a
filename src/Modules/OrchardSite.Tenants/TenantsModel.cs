using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Tenants.Figures;

namespace OrchardSite.Tenants;

internal sealed class TenantsModel : IModelPart
{
    public void Build(ModelBuilder model)
    {
        model.Entity<TenantRecord>(tenant =>
        {
            tenant.ToTable("Tenants");
            tenant.HasKey(row => row.Id);
            tenant.Property(row => row.Name).HasMaxLength(TenantNames.Longest);
            tenant.Property(row => row.Hosts).HasMaxLength(1000);
            tenant.Property(row => row.Prefix).HasMaxLength(TenantNames.Longest);
            tenant.Property(row => row.Recipe).HasMaxLength(100);
            tenant.Property(row => row.Revision).IsConcurrencyToken();
            tenant.HasIndex(row => row.Name).IsUnique();
            tenant.HasIndex(row => new { row.Hosts, row.Prefix }).IsUnique();
        });
        model.Entity<TenantFeature>(feature =>
        {
            feature.ToTable("TenantFeatures");
            feature.HasKey(row => new { row.TenantId, row.FeatureId });
            feature.Property(row => row.FeatureId).HasMaxLength(100);
        });
        model.Entity<TenantFigures>(figures =>
        {
            figures.ToTable("TenantFigures");
            figures.HasKey(row => row.TenantId);
            figures.Property(row => row.TenantId).ValueGeneratedNever();
            figures.Property(row => row.SiteName).HasMaxLength(SaveSiteSettings.LongestName);
        });
        model.Entity<RequestCount>(count =>
        {
            count.ToTable("RequestCounts");
            count.HasKey(row => new { row.TenantId, row.Day });
            count.HasIndex(row => row.Day);
        });
        model.Entity<SiteDocument>(document =>
        {
            document.ToTable("SiteDocuments");
            document.HasKey(row => new { row.TenantId, row.Name });
            document.Property(row => row.Name).HasMaxLength(100);
            document.Property(row => row.Revision).IsConcurrencyToken();
        });
    }
}
