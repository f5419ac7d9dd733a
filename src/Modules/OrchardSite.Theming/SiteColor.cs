using System.Globalization;
using System.Text.RegularExpressions;

namespace OrchardSite.Theming;

/// <summary>A tenant's colours, and the text colour that can be read on them.</summary>
public static partial class SiteColor
{
    // Between black and white any colour has 4.5:1 with one of the two; a softer black would leave some without.
    private const string Dark = "#000000";
    private const string Light = "#ffffff";

    public static bool IsColor(string? text) => text is not null && Pattern().IsMatch(text);

    /// <summary>Black or white, whichever has the higher contrast (WCAG 2 relative luminance).</summary>
    public static string ReadableOn(string color)
    {
        if (!IsColor(color))
        {
            return Dark;
        }

        return Contrast(Light, color) >= Contrast(Dark, color) ? Light : Dark;
    }

    /// <summary>How well one colour can be told from another: from 1, not at all, to 21, black and white (WCAG 2).</summary>
    /// <param name="first">As <c>#rrggbb</c>, like the second.</param>
    public static double Contrast(string first, string second)
    {
        var (one, other) = (Luminance(first), Luminance(second));
        return (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
    }

    private static double Luminance(string color) =>
        (0.2126 * Channel(color, 1)) + (0.7152 * Channel(color, 3)) + (0.0722 * Channel(color, 5));

    private static double Channel(string color, int start)
    {
        var value = int.Parse(color.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex(@"^#[0-9a-fA-F]{6}\z")]
    private static partial Regex Pattern();
}
