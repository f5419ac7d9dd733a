using Fluid;
using OrchardSite.Content.Display;
using OrchardSite.Tenants;
using OrchardSite.Theming;
using OrchardSite.Theming.PageCache;
using OrchardSite.Users;

namespace OrchardSite.Content.Layers;

/// <summary>Puts the widgets of the layers that are active on a page into its zones. A widget is rendered once for all pages.</summary>
internal sealed class WidgetZones(TenantCache<SiteWidgets> widgets, PageFragments fragments, ContentShapes shapes, ShapeRenderer renderer, CurrentActor current) : IZoneContributor
{
    public async ValueTask ContributeAsync(PageRendering page, TemplateContext context)
    {
        var site = await widgets.GetAsync(page.Tenant!.Id);
        var asked = await LayerPage.OfAsync(page, site.AsksForRoles, current);
        foreach (var widget in site.Widgets)
        {
            if (widget.Layer?.Rule.Holds(asked) == true)
            {
                var key = new FragmentKey(widget.Item.Id, page.Culture.Name, shapes.VariesByPage(widget.Item.ContentType) ? page.Path : "");
                page.AddToZone(widget.Zone, await fragments.GetOrRenderAsync(page, key, () => RenderAsync(widget.Item, page, context)));
            }
        }
    }

    private async ValueTask<string> RenderAsync(ContentView item, PageRendering page, TemplateContext context) =>
        await renderer.RenderAsync(await shapes.BuildAsync(item, DisplayTypes.Widget, page), context);
}
