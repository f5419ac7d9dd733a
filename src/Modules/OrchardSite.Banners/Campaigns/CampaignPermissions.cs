namespace OrchardSite.Banners.Campaigns;

public static class CampaignPermissions
{
    /// <summary>On the department's site alone: no other makes campaigns.</summary>
    public static Permission ManageCampaigns { get; } = new("ManageCampaigns", "Show banners of the department on the sites of units");

    internal static Permission[] All => [ManageCampaigns];
}
