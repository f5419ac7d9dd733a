using System.Collections.Frozen;
using Fluid;
using Fluid.Values;
using OrchardSite.Theming.Liquid;

namespace OrchardSite.Theming;

/// <summary>Draws shapes by the theme's templates. Scoped: it uses what its request's providers read.</summary>
public sealed class ShapeRenderer(LiquidEngine engine, IEnumerable<IShapeProvider> providers)
{
    // A shape that shows itself would otherwise take the stack with it.
    private const int DeepestNesting = 20;

    private readonly IShapeProvider[] _providers = providers.ToArray();
    private int _depth;

    /// <exception cref="InvalidOperationException">The theme has no template for the shape, or shapes show each other without end.</exception>
    public async ValueTask RenderAsync(Shape shape, TextWriter writer, TemplateContext context)
    {
        var template = engine.FindView(shape.Templates)
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
            await template.RenderAsync(writer, LiquidEngine.Encoder, context);
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
