namespace OrchardSite.Content.Pages.Admin.Types;

/// <summary>The kinds of field, and the ways in which they are edited, as people call them.</summary>
public static class FieldKinds
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["TextField"] = "Plain text",
        ["HtmlField"] = "Formatted text",
        ["BooleanField"] = "Yes or no",
        ["NumericField"] = "A number",
        ["DateField"] = "Date",
        ["DateTimeField"] = "Date and time",
        ["LinkField"] = "Link",
        ["MediaField"] = "Files and pictures",
        ["ContentPickerField"] = "Other content",
        ["TaxonomyField"] = "Terms of a taxonomy",
    };

    private static readonly Dictionary<string, string> Stereotypes = new(StringComparer.Ordinal)
    {
        [""] = "Ordinary content",
        ["Widget"] = "Widget",
        ["MenuItem"] = "Menu item",
        ["CustomSettings"] = "Settings of the site",
    };

    /// <summary>English; those that may be added.</summary>
    public static IReadOnlyDictionary<string, string> Addable => Names;

    /// <summary>The ways in which plain text is typed, by Orchard Core's names.</summary>
    public static IReadOnlyDictionary<string, string> TextEditors { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [""] = "One line",
        ["TextArea"] = "Several lines",
        ["Color"] = "Colour",
        ["Email"] = "Email address",
    };

    public static string NameOf(string kind) => Names.GetValueOrDefault(kind, kind);

    public static string NameOfStereotype(string stereotype) => Stereotypes.GetValueOrDefault(stereotype, stereotype);
}
