using Fluid;

namespace OrchardSite.Theming;

/// <summary>Makes a shape that templates ask for by name: <c>{% shape "Menu", alias: "alias:main-menu" %}</c>. Scoped.</summary>
public interface IShapeProvider
{
    /// <summary>The shape's name in templates.</summary>
    string Name { get; }

    /// <param name="arguments">The tag's named arguments.</param>
    /// <returns>The shape, or null when there is nothing to show.</returns>
    ValueTask<Shape?> BuildAsync(IReadOnlyDictionary<string, string> arguments, PageRendering page);
}

/// <summary>Makes the shape of something that templates hold: <c>{{ item | shape_build_display: "Summary" }}</c>. Scoped.</summary>
public interface IShapeDisplay
{
    /// <returns>The shape, or null when it is nothing of this module's.</returns>
    ValueTask<Shape?> BuildAsync(object value, string displayType, PageRendering page);
}

/// <summary>Fills the zones of a page, such as with widgets. Scoped; called once a page, after its body and before its layout.</summary>
public interface IZoneContributor
{
    ValueTask ContributeAsync(PageRendering page, TemplateContext context);
}
