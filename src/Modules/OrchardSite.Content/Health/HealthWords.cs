using Microsoft.Extensions.Localization;

namespace OrchardSite.Content.Health;

/// <summary>Says what is wrong, for who is to mend it.</summary>
public static class HealthWords
{
    public static string Of(HealthKind kind, IStringLocalizer localizer) => kind switch
    {
        HealthKind.Links => localizer["Broken links"],
        HealthKind.Pictures => localizer["Pictures without a description"],
        _ => localizer["Headings and contrast"],
    };

    /// <summary>A sentence; the words of a link and its address, the name of a picture or the words of a heading are in it.</summary>
    public static string Of(HealthCase one, IStringLocalizer localizer) => one.Kind switch
    {
        HealthKind.Links => OfLink(one, one.Text.Length > 0 ? one.Text : one.Address, localizer),
        HealthKind.Pictures => OfPicture(one, localizer),
        _ => OfText(one, localizer),
    };

    /// <summary>Where in the item it is: the entry or widget, and the field.</summary>
    public static string PlaceOf(HealthCase one, IStringLocalizer localizer)
    {
        var field = one.Label.Length > 0 ? one.Label : one.Place.EndsWith("HtmlBodyPart", StringComparison.Ordinal) ? localizer["Text"].Value : "";
        return string.Join(" › ", new[] { one.Inside, field }.Where(part => part.Length > 0));
    }

    private static string OfLink(HealthCase one, string text, IStringLocalizer localizer) => one.Problem switch
    {
        HealthProblem.NoFile => localizer["“{0}” leads to {1}: the library has no such file for readers.", text, one.Address],
        HealthProblem.NoContent => localizer["“{0}” stands for content that readers cannot see, so they do not see the entry either.", text],
        HealthProblem.NoAnchor => localizer["“{0}” leads to {1}: the page has no such place.", text, one.Address],
        HealthProblem.ClosedSite => localizer["“{0}” leads to {1}: that site is not running.", text, one.Address],
        HealthProblem.BadAddress when one.Address.Length == 0 => localizer["“{0}” is a link without an address.", text],
        HealthProblem.BadAddress => localizer["“{0}” leads to {1}, which is no address that a browser can open.", text, one.Address],
        HealthProblem.HomeSign => localizer["“{0}” leads to {1}: inside a text, an address that begins with ~/ leads nowhere. Choose the page with the button for links.", text, one.Address],
        _ => localizer["“{0}” leads to {1}, where there is no page.", text, one.Address],
    };

    private static string OfPicture(HealthCase one, IStringLocalizer localizer) => one.Problem switch
    {
        HealthProblem.FileName => localizer["The description of the picture {0} is the name of a file. Say what is to be seen.", one.Text],
        _ when one.Text.Length == 0 => localizer["A picture has no description for people who cannot see it."],
        _ => localizer["The picture {0} has no description for people who cannot see it.", one.Text],
    };

    private static string OfText(HealthCase one, IStringLocalizer localizer)
    {
        var detail = one.Detail.Split(' ');
        return one.Problem switch
        {
            HealthProblem.SkippedHeading when detail.Length == 2 => localizer["The heading “{0}” skips a level: {1} comes after {2}.", one.Text, detail[1], detail[0]],
            HealthProblem.EmptyHeading => localizer["A heading ({0}) has no words.", one.Detail],
            HealthProblem.SecondTitle => localizer["“{0}” is a heading of the first level (h1): the page has one already, its title.", one.Text],
            HealthProblem.LowContrast when detail.Length == 3 => localizer["“{0}” is hard to read: {1} on {2} has a contrast of {3}:1, and 4.5:1 is needed.", one.Text, detail[1], detail[2], detail[0]],
            _ => localizer["The text is too long, too deep or too damaged to be checked."],
        };
    }
}
