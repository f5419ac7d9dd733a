using OrchardSite.Theming.PageCache;

namespace OrchardSite.Theming;

/// <summary>Something to show: the names of the templates that may draw it, and what they are given as <c>Model</c>.</summary>
public sealed class Shape
{
    private readonly Dictionary<string, object?> _properties = new(StringComparer.Ordinal);

    /// <param name="templates">Template names without extension, the most specific first.</param>
    public Shape(params string[] templates) => Templates = templates;

    public IReadOnlyList<string> Templates { get; }

    /// <summary>Set when pages that ask for the same may share what is rendered.</summary>
    public FragmentKey? Fragment { get; init; }

    /// <summary>A property that templates read as <c>Model.Name</c>.</summary>
    public object? this[string name]
    {
        get => _properties.GetValueOrDefault(name);
        set => _properties[name] = value;
    }
}
