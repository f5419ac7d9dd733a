using Fluid;
using Fluid.Values;

namespace OrchardSite.Theming.Liquid;

/// <summary>Filters that make addresses (of the theme's files, inside the site, absolute) and those that draw shapes.</summary>
internal sealed class AddressFilters(ThemeFiles files) : ILiquidSetup
{
    public void SetUp(OrchardParser parser, TemplateOptions options)
    {
        var filters = options.Filters;
        filters.AddFilter("theme_url", (input, _, context) =>
            StringValue.Create(files.Url(context.Page(), input.ToStringValue())));
        filters.AddFilter("href", (input, _, context) => StringValue.Create(Href(context.Page(), input.ToStringValue())));
        filters.AddFilter("absolute_url", (input, _, context) => StringValue.Create(Absolute(context.Page(), input.ToStringValue())));
        filters.AddFilter("shape_build_display", BuildDisplayAsync);
        filters.AddFilter("shape_render", RenderShapeAsync);
    }

    /// <summary>An address of the site gets the tenant's prefix; any other stays as it is.</summary>
    private static string Href(PageRendering page, string address) =>
        address.StartsWith("~/", StringComparison.Ordinal) ? page.Url(address) : address;

    private static string Absolute(PageRendering page, string address) => address switch
    {
        _ when address.Contains("://", StringComparison.Ordinal) => address,
        _ when address.StartsWith("~/", StringComparison.Ordinal) => page.Origin + page.Url(address),
        _ when address.StartsWith('/') => page.Origin + address,
        _ => page.Origin + page.Url(address),
    };

    private static async ValueTask<FluidValue> BuildDisplayAsync(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        await context.Renderer().BuildDisplayAsync(input.ToObjectValue(), arguments.At(0).ToStringValue(), context.Page()) is { } shape
            ? new ObjectValue(shape)
            : NilValue.Instance;

    private static async ValueTask<FluidValue> RenderShapeAsync(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        input.ToObjectValue() is Shape shape
            ? new StringValue(await context.Renderer().RenderAsync(shape, context), encode: false)
            : NilValue.Instance;
}
