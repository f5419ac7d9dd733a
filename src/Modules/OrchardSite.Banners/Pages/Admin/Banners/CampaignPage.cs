using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using OrchardSite.Admin;
using OrchardSite.Banners.Campaigns;
using OrchardSite.Content.Definitions;
using OrchardSite.Tenants;

namespace OrchardSite.Banners.Pages.Admin;

/// <summary>A page about campaigns: on the department's site alone.</summary>
public abstract class CampaignPage : AdminPage
{
    public IReadOnlyList<FieldOption> Positions { get; protected set; } = [];

    protected override Permission Needed => CampaignPermissions.ManageCampaigns;

    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (HttpContext.Tenant().Name == TenantNames.DefaultTenant)
        {
            return base.OnPageHandlerExecutionAsync(context, next);
        }

        context.Result = NotFound();
        return Task.CompletedTask;
    }

    public string PositionOf(BannerCampaign campaign) => Positions.FirstOrDefault(option => option.Value == campaign.Position)?.Name ?? campaign.Position;
}
