using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Banners.Campaigns;

internal sealed class CampaignTables : IModelPart
{
    public void Build(ModelBuilder model)
    {
        model.Entity<BannerCampaign>(campaign =>
        {
            campaign.ToTable("BannerCampaigns");
            campaign.HasKey(row => row.Id);
            campaign.Property(row => row.Id).HasMaxLength(UniqueId.Length);
            campaign.Property(row => row.Name).HasMaxLength(BannerCampaign.LongestName);
            campaign.Property(row => row.Position).HasMaxLength(32);
            campaign.Property(row => row.Banners).HasMaxLength(BannerCampaign.LongestList);
            campaign.Property(row => row.Sites).HasMaxLength(BannerCampaign.LongestList);
            campaign.Property(row => row.Revision).IsConcurrencyToken();
            campaign.Ignore(row => row.BannerIds);
            campaign.Ignore(row => row.SiteNames);
            campaign.HasIndex(row => row.EndUtc);
        });
        model.Entity<CampaignRefusal>(refusal =>
        {
            refusal.ToTable("BannerCampaignRefusals");
            refusal.HasKey(row => new { row.TenantId, row.CampaignId });
            refusal.Property(row => row.CampaignId).HasMaxLength(UniqueId.Length);
            refusal.HasIndex(row => row.CampaignId);
        });
    }
}
