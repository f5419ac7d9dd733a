using Fluid;
using Fluid.Values;
using OrchardSite.Theming.Liquid;
using OrchardSite.Theming.PageCache;
using OrchardSite.Theming.Templates;

namespace OrchardSite.Theming;

/// <summary>Draws shapes by the theme's templates. Scoped: it uses what its request's providers read.</summary>
public sealed class ShapeRenderer(LiquidEngine engine, PageFragments fragments, IEnumerable<IShapeProvider> providers, IEnumerable<IShapeDisplay> displays)
{
    // A shape that shows itself would otherwise take the stack with it.
    private const int DeepestNesting = 20;

    private readonly IShapeProvider[] _providers = providers.ToArray();
    private int _depth;

    /// <exception cref="InvalidOperationException">The theme has no template for the shape, or shapes show each other without end.</exception>
    public async ValueTask RenderAsync(Shape shape, TextWriter writer, TemplateContext context)
    {
        var page = context.Page();
        var own = page.Templates.Count == 0 ? null : page.Templates.Find(shape.Templates, engine);
        var template = own?.Template
            ?? engine.FindView(shape.Templates)
            ?? throw new InvalidOperationException($"The theme has no template for {string.Join(" or ", shape.Templates)}.");
        if (_depth >= DeepestNesting)
        {
            throw new InvalidOperationException($"{shape.Templates[0]} is nested too deeply.");
        }

        _depth++;
        context.EnterChildScope();
        try
        {
            context.SetValue("Model", new ObjectValue(shape));
            await (own is null ? template.RenderAsync(writer, LiquidEngine.Encoder, context) : TemplateBudget.RenderAsync(template, writer, context));
        }
        catch when (own is not null)
        {
            page.FailedTemplate ??= own;
            throw;
        }
        finally
        {
            context.ReleaseScope();
            _depth--;
        }
    }

    public async ValueTask<string> RenderAsync(Shape shape, TemplateContext context)
    {
        using var writer = new StringWriter();
        await RenderAsync(shape, writer, context);
        return writer.ToString();
    }

    /// <summary>Renders a shape that many pages share once, and any other each time.</summary>
    public ValueTask<string> RenderSharedAsync(Shape shape, TemplateContext context) => shape.Fragment is { } key
        ? fragments.GetOrRenderAsync(context.Page(), key, () => RenderAsync(shape, context))
        : RenderAsync(shape, context);

    /// <summary>The shape of a value for a display type, or null when no module knows the value.</summary>
    public async ValueTask<Shape?> BuildDisplayAsync(object value, string displayType, PageRendering page)
    {
        foreach (var display in displays)
        {
            if (await display.BuildAsync(value, displayType, page) is { } shape)
            {
                return shape;
            }
        }

        return null;
    }

    /// <summary>The named shape, or one with the arguments alone where no module provides that name.</summary>
    public async ValueTask<Shape?> BuildAsync(string name, IReadOnlyDictionary<string, string> arguments, PageRendering page)
    {
        if (_providers.FirstOrDefault(provider => string.Equals(provider.Name, name, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            return await found.BuildAsync(arguments, page);
        }

        var shape = new Shape(name);
        foreach (var (argument, value) in arguments)
        {
            shape[argument] = value;
        }

        return shape;
    }
}
