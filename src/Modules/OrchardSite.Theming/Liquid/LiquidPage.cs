using Fluid;
using Fluid.Values;

namespace OrchardSite.Theming.Liquid;

/// <summary>How tags and filters reach the page that is being rendered.</summary>
public static class LiquidPage
{
    private const string PageKey = "Page";
    private const string RendererKey = "Renderer";

    public static TemplateContext Create(LiquidEngine engine, PageRendering page, ShapeRenderer renderer)
    {
        var context = new TemplateContext(engine.Options)
        {
            CultureInfo = page.Culture,
            TimeZone = page.Settings.TimeZone,
        };
        context.AmbientValues[PageKey] = page;
        context.AmbientValues[RendererKey] = renderer;
        context.SetValue("Site", new SiteValue(page));
        context.SetValue("Culture", StringValue.Create(page.Culture.TwoLetterISOLanguageName));
        context.SetValue("Request", new RequestValue(page));
        context.SetValue("Now", new DateTimeValue(page.Now));
        return context;
    }

    public static PageRendering Page(this TemplateContext context) => (PageRendering)context.AmbientValues[PageKey];

    public static ShapeRenderer Renderer(this TemplateContext context) => (ShapeRenderer)context.AmbientValues[RendererKey];

    /// <summary>The page, or null where a pattern is rendered outside one.</summary>
    public static PageRendering? TryPage(this TemplateContext context) =>
        context.AmbientValues.TryGetValue(PageKey, out var page) ? (PageRendering)page : null;
}
