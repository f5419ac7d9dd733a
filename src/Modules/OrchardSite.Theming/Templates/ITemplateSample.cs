namespace OrchardSite.Theming.Templates;

/// <summary>Knows something real that a template can be tried out with. Scoped; a module adds one for the shapes that it makes.</summary>
public interface ITemplateSample
{
    /// <returns>A shape that the template draws; null when there is nothing of this module's.</returns>
    ValueTask<Shape?> FindAsync(string template, PageRendering page);
}
