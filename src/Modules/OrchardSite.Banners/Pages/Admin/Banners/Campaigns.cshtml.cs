using OrchardSite.Admin;
using OrchardSite.Banners.Campaigns;

namespace OrchardSite.Banners.Pages.Admin;

/// <summary>The campaigns of the department.</summary>
public sealed class CampaignsModel(CampaignBoard board, TimeProvider time) : CampaignPage
{
    public IReadOnlyList<BannerCampaign> Campaigns { get; private set; } = [];

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Campaigns = await board.AllAsync(cancellationToken);
        Positions = await board.PositionsAsync();
    }
}
