using OrchardSite.Content.Layers;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Theming;
using OrchardSite.Theming.Templates;

namespace OrchardSite.Content.Display;

/// <summary>The newest item of a type, or one of its widgets, for the templates that draw those.</summary>
internal sealed class ContentTemplateSample(SiteDbContext db, ContentReader reader, ContentShapes shapes, TenantCache<SiteWidgets> widgets) : ITemplateSample
{
    public async ValueTask<Shape?> FindAsync(string template, PageRendering page)
    {
        if (template.Split('-', 2) is not [var kind, var rest])
        {
            return null;
        }

        if (kind == "Widget")
        {
            var widget = (await widgets.GetAsync(db.TenantId)).Widgets.FirstOrDefault(one => one.Item.ContentType == rest);
            return widget is null ? null : await shapes.BuildAsync(widget.Item, DisplayTypes.Widget, page);
        }

        var names = rest.Split('.', 2);
        return kind == "Content" && (await reader.NewestAsync(names[0], 1)).FirstOrDefault() is { } item
            ? await shapes.BuildAsync(item, names.Length > 1 ? names[1] : DisplayTypes.Detail, page)
            : null;
    }
}
