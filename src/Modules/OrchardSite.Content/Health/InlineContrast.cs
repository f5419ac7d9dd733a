using System.Globalization;
using AngleSharp.Dom;
using OrchardSite.Theming;

namespace OrchardSite.Content.Health;

/// <summary>
/// Whether texts can be read in the colours that styles inside the text itself give them. The theme's and the site's own colours
/// are readable by how they are made, see <see cref="SiteColor.ReadableOn"/>.
/// </summary>
internal sealed class InlineContrast
{
    private const double Least = 4.5;

    // Farther out nobody sets the colours of one text.
    private const int Farthest = 100;

    // What the theme sets running text in.
    private const string Ink = "#1b2430";
    private const string Paper = "#ffffff";

    private readonly Dictionary<IElement, Colors> _known = [];
    private readonly HashSet<(IElement?, IElement?)> _told = [];

    /// <returns>The contrast and the two colours, with spaces between them; null where it is high enough, unknown, or has been told of the same colours.</returns>
    public string? TooLow(IText text, IElement body)
    {
        if (string.IsNullOrWhiteSpace(text.Data))
        {
            return null;
        }

        IElement? inked = null, grounded = null;
        var isLink = false;
        var steps = 0;
        for (var element = text.ParentElement; element is not null && element != body && steps++ < Farthest; element = element.ParentElement)
        {
            var colors = Of(element);
            inked ??= colors.Ink is null ? null : element;
            grounded ??= colors.Ground is null && !colors.IsPicture ? null : element;
            isLink |= inked is null && element.LocalName == "a";
        }

        // A picture behind the text, and the colour of links, are not known here.
        if ((inked is null && (grounded is null || isLink)) || (grounded is not null && Of(grounded).IsPicture))
        {
            return null;
        }

        var (ink, ground) = (inked is null ? Ink : Of(inked).Ink!, grounded is null ? Paper : Of(grounded).Ground!);
        var contrast = SiteColor.Contrast(ink, ground);
        return contrast < Least && _told.Add((inked, grounded)) ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(contrast * 10) / 10:0.0} {ink} {ground}") : null;
    }

    private Colors Of(IElement element)
    {
        if (!_known.TryGetValue(element, out var colors))
        {
            _known[element] = colors = Read(element);
        }

        return colors;
    }

    private static Colors Read(IElement element)
    {
        // Old pages have colours in attributes, too.
        var ink = element.LocalName == "font" ? CssColor.Read(element.GetAttribute("color")) : null;
        var ground = CssColor.Read(element.GetAttribute("bgcolor"));
        var isPicture = false;
        foreach (var declaration in (element.GetAttribute("style") ?? "").Split(';'))
        {
            var (name, value) = declaration.Split(':', 2) is [var before, var after] ? (before.Trim().ToLowerInvariant(), Plain(after)) : ("", "");
            switch (name)
            {
                case "color":
                    ink = CssColor.Read(value) ?? ink;
                    break;
                case "background-color":
                    ground = CssColor.Read(value) ?? ground;
                    break;
                case "background" or "background-image" when value.Contains('(', StringComparison.Ordinal) && !value.StartsWith("rgb", StringComparison.OrdinalIgnoreCase):
                    isPicture = true;
                    break;
                case "background":
                    ground = CssColor.Read(value) ?? value.Split(' ').Select(CssColor.Read).FirstOrDefault(color => color is not null) ?? ground;
                    break;
            }
        }

        return new Colors(ink, ground, isPicture);
    }

    private static string Plain(string value) => value.Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim();

    private readonly record struct Colors(string? Ink, string? Ground, bool IsPicture);
}
