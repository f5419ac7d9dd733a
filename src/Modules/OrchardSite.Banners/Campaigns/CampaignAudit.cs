namespace OrchardSite.Banners.Campaigns;

/// <summary>What the module's operations write into the audit log.</summary>
internal static class CampaignAudit
{
    public static (string Name, string Description)[] Operations { get; } =
    [
        (nameof(SaveCampaign), "Saved a campaign of banners"),
        (nameof(EndCampaign), "Ended a campaign of banners"),
        ("SwitchCampaign.On", "Showed a campaign of banners again"),
        ("SwitchCampaign.Off", "Switched a campaign of banners off"),
    ];
}
