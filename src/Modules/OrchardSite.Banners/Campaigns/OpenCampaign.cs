using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Banners.Campaigns;

/// <summary>What the operations of the department on a campaign begin and end with. Scoped.</summary>
public sealed class OpenCampaign(SiteDbContext db, CurrentTenant current, TenantDirectory tenants, TimeProvider time, IStringLocalizer localizer)
{
    private readonly CampaignNews _news = new(tenants, time);

    /// <summary>True on the site that makes campaigns.</summary>
    public bool IsDepartment => current.Name == TenantNames.DefaultTenant;

    /// <returns>Null where the person may make campaigns here.</returns>
    public Refusal? WhyNot(Actor actor) =>
        !IsDepartment ? new Refusal(RefusalKind.Forbidden, localizer["Campaigns are made on the department's site."])
        : actor.Can(CampaignPermissions.ManageCampaigns) ? null
        : new Refusal(RefusalKind.Forbidden, localizer["You may not make campaigns."]);

    internal async Task<OperationResult<BannerCampaign>> RunAsync(string id, int revision, CancellationToken cancellationToken)
    {
        if (await db.Set<BannerCampaign>().FirstOrDefaultAsync(row => row.Id == id && row.TenantId == db.TenantId, cancellationToken) is not { } campaign)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no such campaign."]);
        }

        return campaign.Revision == revision
            ? campaign
            : new Refusal(RefusalKind.Conflict, localizer["Somebody else has changed the campaign since you opened it. Compare before you save."]);
    }

    /// <summary>Tells the sites that the campaign is for.</summary>
    internal void Tell(BannerCampaign campaign) => _news.CampaignsChanged(db, [campaign]);
}
