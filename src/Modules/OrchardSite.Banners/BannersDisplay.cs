using OrchardSite.Banners.Previewing;
using OrchardSite.Content;
using OrchardSite.Content.Display;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Theming;

namespace OrchardSite.Banners;

/// <summary>The widget with the banners of one position.</summary>
internal sealed class BannersDisplay(TenantCache<SiteBanners> banners) : IContentDisplay
{
    public string ContentType => "Banners";

    public async ValueTask BuildAsync(Shape shape, ContentView item, string displayType, PageRendering page)
    {
        if (!page.Tenant!.Features.Contains(BannersManifest.Feature))
        {
            return;
        }

        page.Shows(CacheTag.ListOf(SiteBanner.ContentType));
        var published = await banners.GetAsync(page.Tenant.Id);
        var all = (page.Http.Features.Get<PreviewedBanner>()?.Among(published) ?? published).All;
        var position = item.Text(ContentType, "Position");
        shape["Position"] = position;
        shape["Items"] = all.Where(banner => banner.Position == position && banner.IsShownAt(page.Now)).Select(banner => banner.Item).ToArray();
    }
}
