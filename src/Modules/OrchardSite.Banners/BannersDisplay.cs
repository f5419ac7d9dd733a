using OrchardSite.Banners.Campaigns;
using OrchardSite.Banners.Previewing;
using OrchardSite.Content;
using OrchardSite.Content.Display;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Theming;

namespace OrchardSite.Banners;

/// <summary>The widget with the banners of one position: the site's own, and those that the department shows there.</summary>
internal sealed class BannersDisplay(TenantCache<SiteBanners> banners, ShownBanners shown, CampaignItems items) : IContentDisplay
{
    public string ContentType => "Banners";

    public async ValueTask BuildAsync(Shape shape, ContentView item, string displayType, PageRendering page)
    {
        if (!page.Tenant!.Features.Contains(BannersManifest.Feature))
        {
            return;
        }

        page.Shows(CacheTag.ListOf(SiteBanner.ContentType));
        var own = await banners.GetAsync(page.Tenant.Id);
        var previewed = page.Http.Features.Get<PreviewedBanner>();
        var position = item.Text(ContentType, "Position");
        var views = new List<ContentView>();
        foreach (var banner in await shown.AtAsync(page.Tenant.Id, page.Now, previewed?.Among(own) ?? own))
        {
            if (banner.Position == position && (banner.Campaign is null ? banner.Banner.Item : await items.ItemOfAsync(banner, page)) is { } view)
            {
                views.Add(view);
            }
        }

        shape["Position"] = position;
        shape["Items"] = views.ToArray();
    }
}
