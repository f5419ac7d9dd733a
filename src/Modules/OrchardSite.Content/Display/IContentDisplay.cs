using OrchardSite.Theming;

namespace OrchardSite.Content.Display;

/// <summary>Gives the templates of one content type what they need beyond the item itself. Scoped.</summary>
public interface IContentDisplay
{
    string ContentType { get; }

    /// <summary>True for a widget that does not look the same on every page.</summary>
    bool VariesByPage => false;

    /// <summary>Sets properties that templates read as <c>Model.Name</c>; tells the page what else it shows by <see cref="PageRendering.Shows(string)"/>.</summary>
    /// <param name="displayType">See <see cref="DisplayTypes"/>.</param>
    ValueTask BuildAsync(Shape shape, ContentView item, string displayType, PageRendering page);
}

/// <summary>Orchard Core's display types.</summary>
public static class DisplayTypes
{
    /// <summary>A page of its own: template <c>Content-Type</c>.</summary>
    public const string Detail = "Detail";

    /// <summary>An entry of a list: template <c>Content-Type.Summary</c>.</summary>
    public const string Summary = "Summary";

    /// <summary>A widget in a zone: template <c>Widget-Type</c>.</summary>
    public const string Widget = "Widget";
}
