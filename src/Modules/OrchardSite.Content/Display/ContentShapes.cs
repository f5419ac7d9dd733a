using OrchardSite.Data;
using OrchardSite.Theming;

namespace OrchardSite.Content.Display;

/// <summary>Builds the shape of an item for a display type, with what the item's module adds. Scoped.</summary>
public sealed class ContentShapes(IEnumerable<IContentDisplay> displays, FieldViews fields) : IShapeDisplay
{
    private readonly Dictionary<string, IContentDisplay> _displays = displays.ToDictionary(display => display.ContentType, StringComparer.Ordinal);

    public bool VariesByPage(string contentType) => _displays.TryGetValue(contentType, out var display) && display.VariesByPage;

    public async ValueTask<Shape> BuildAsync(ContentView item, string displayType, PageRendering page)
    {
        var shape = new Shape(TemplatesOf(item.ContentType, displayType)) { ["ContentItem"] = item };
        page.Shows(CacheTag.Item(item.Id));
        if (displayType == DisplayTypes.Detail)
        {
            page.ContentType = item.ContentType;
        }

        if (_displays.TryGetValue(item.ContentType, out var display))
        {
            await display.BuildAsync(shape, item, displayType, page);
        }
        else if (displayType == DisplayTypes.Detail)
        {
            shape["Fields"] = new Fluid.Values.ArrayValue([.. await fields.OfAsync(item, page)]);
        }

        return shape;
    }

    public async ValueTask<Shape?> BuildAsync(object value, string displayType, PageRendering page) =>
        value is ContentView item ? await BuildAsync(item, displayType, page) : null;

    private static string[] TemplatesOf(string contentType, string displayType) => displayType switch
    {
        DisplayTypes.Detail => [$"Content-{contentType}", "Content"],
        DisplayTypes.Widget => [$"Widget-{contentType}", "Widget"],
        _ => [$"Content-{contentType}.{displayType}", $"Content.{displayType}"],
    };
}
