using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Banners.Campaigns;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;

namespace OrchardSite.Tests.Banners;

/// <summary>The department shows banners on the sites of units.</summary>
internal static class Campaigning
{
    public static DateTime Now => PortalApp.Morning.UtcDateTime;

    /// <summary>For Lạng Sơn, at the top, for ten days from now on.</summary>
    public static CampaignEdit Of(params string[] bannerIds) => new(null, 0, "Hưởng ứng Ngày Quyền của người tiêu dùng", "Header", bannerIds, false, [PortalApp.LangSon], Now.AddHours(-1), Now.AddDays(10), false);

    public static Task<OperationResult<string>> CampaignAsync(this PortalApp portal, CampaignEdit edit, Actor? actor = null, string tenant = PortalApp.Department) =>
        portal.InTenantAsync(tenant, services => services.GetRequiredService<SaveCampaign>().RunAsync(edit, actor ?? Sites.Administrator, TestContext.Current.CancellationToken));

    /// <summary>A banner of the department that its own site shows at the foot.</summary>
    public static async Task<string> AddBannerAsync(this PortalApp portal, string title = "Ngày Quyền của người tiêu dùng", string url = "~/thong-bao") =>
        (await portal.AddAsync(PortalApp.Department, Samples.Banner(title).Set("Banner", "Position", new { Text = "Footer" }).Set("Banner", "Link", new { Url = url }))).ContentItemId;

    /// <summary>The descriptions of the banners at the top of a site's home page.</summary>
    public static async Task<IReadOnlyList<string>> TopAsync(this PortalApp portal, string prefix) =>
        [.. (await portal.Http.GetPageAsync(prefix + "/")).Document.QuerySelectorAll(".banners-header img").Select(image => image.GetAttribute("alt")!)];
}
