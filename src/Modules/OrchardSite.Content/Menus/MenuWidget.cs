using OrchardSite.Content.Display;
using OrchardSite.Tenants;
using OrchardSite.Theming;

namespace OrchardSite.Content.Menus;

/// <summary>A widget that shows a menu.</summary>
internal sealed class MenuWidget(TenantCache<SiteMenus> menus) : IContentDisplay
{
    public string ContentType => "MenuWidget";

    // The link to the page itself is marked.
    public bool VariesByPage => true;

    public async ValueTask BuildAsync(Shape shape, ContentView item, string displayType, PageRendering page)
    {
        var site = await menus.GetAsync(page.Tenant!.Id);
        var menu = item.Texts("MenuWidget", "Menu", "ContentItemIds").Select(site.Find).FirstOrDefault();
        shape["Items"] = menu?.Items ?? [];
    }
}
