using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Fluid;
using Microsoft.Extensions.Localization;
using OrchardSite.Theming.Liquid;

namespace OrchardSite.Theming.Templates;

/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="IsWarning">True where the template can be saved all the same.</param>
public sealed record TemplateFault(int Line, int Column, string Message, bool IsWarning = false);

/// <summary>Says what is wrong with a template and where, in the person's language. Cheap enough to be asked while somebody types.</summary>
public sealed partial class TemplateCheck(LiquidEngine engine, ThemeTemplates theme, IStringLocalizer localizer)
{
    /// <summary>Bytes in UTF-8.</summary>
    public const int LargestTemplate = 64 * 1024;

    // Beyond these a template is no page any more but an attack on the parser's stack.
    private const int LongestTag = 2_000;
    private const int DeepestBlocks = 50;
    private const int MostFaults = 20;

    public IReadOnlyList<TemplateFault> Run(string text) => Run(text, out _);

    /// <param name="template">Null where the template cannot be rendered.</param>
    public IReadOnlyList<TemplateFault> Run(string text, out IFluidTemplate? template)
    {
        template = null;
        if (Encoding.UTF8.GetByteCount(text) > LargestTemplate)
        {
            return [new TemplateFault(1, 1, TooLarge())];
        }

        var tags = TemplateScan.Tags(text);
        if (tags.Where(tag => tag.Text.Length > LongestTag).Select(tag => (LiquidTag?)tag).FirstOrDefault() is { } huge)
        {
            return [At(text, huge.Start, localizer["A tag may have {0} characters at most.", LongestTag])];
        }

        if (TemplateScan.TooDeep(tags, DeepestBlocks) is { } deep)
        {
            return [At(text, deep.Start, localizer["Blocks may be {0} deep within each other at most.", DeepestBlocks])];
        }

        template = engine.TryParse(text, out var error);
        if (template is null)
        {
            return [OfParser(error ?? "")];
        }

        var faults = Names(text, tags).Concat(Warnings(text, tags).DistinctBy(warning => warning.Message)).Take(MostFaults).ToArray();
        template = faults.All(fault => fault.IsWarning) ? template : null;
        return faults;
    }

    public string TooLarge() => localizer["A template may have {0} KB at most.", LargestTemplate / 1024];

    private IEnumerable<TemplateFault> Names(string text, List<LiquidTag> tags)
    {
        foreach (var tag in tags.Where(tag => !IsVerbatim(tag.Name)))
        {
            foreach (var (start, name) in TemplateScan.Filters(tag).Where(filter => !engine.Options.Filters.TryGetValue(filter.Name, out _)))
            {
                yield return At(text, start, localizer["There is no filter named “{0}”.", name]);
            }

            if (!tag.IsOutput && Included().Match(tag.Text) is { Success: true } match && !theme.Parts.Contains(match.Groups["name"].Value))
            {
                yield return At(text, tag.Start, localizer["The theme has no part named “{0}”.", match.Groups["name"].Value]);
            }
        }
    }

    private IEnumerable<TemplateFault> Warnings(string text, List<LiquidTag> tags)
    {
        foreach (var (start, _) in tags.SelectMany(TemplateScan.Filters).Where(filter => filter.Name == "raw"))
        {
            yield return At(text, start, localizer["“raw” writes text as it is: use it only for HTML that the portal has cleaned, such as the text of an article, a zone or a shape."], isWarning: true);
        }

        foreach (Match match in InlineScript().Matches(text))
        {
            yield return At(text, match.Index, localizer["Browsers will not run this: the site's pages allow no scripts but those of its own files."], isWarning: true);
        }

        foreach (Match match in Foreign().Matches(text))
        {
            yield return At(text, match.Index, localizer["Browsers will not load this: the site's pages take scripts, styles, pictures and frames from the site itself alone."], isWarning: true);
        }
    }

    // The parser's words are English and few.
    private TemplateFault OfParser(string error)
    {
        var place = Place().Match(error);
        var message = error switch
        {
            _ when UnknownTag().Match(error) is { Success: true } match => localizer["There is no tag named “{0}”, or nothing is open that it could end.", match.Groups["name"].Value],
            _ when InvalidTag().Match(error) is { Success: true } match => localizer["The tag “{0}” is not written correctly.", match.Groups["name"].Value],
            _ when Expected().Match(error) is { Success: true } match => localizer["{0} is missing.", match.Groups["what"].Value],
            _ when Ended().Match(error) is { Success: true } match => localizer["{0} is missing, or something stands before it that does not belong there.", match.Groups["what"].Value],
            _ => localizer["This is no correct Liquid: {0}", error.Split('\n')[0]],
        };
        return place.Success ? new TemplateFault(Number(place, "line"), Number(place, "column"), message) : new TemplateFault(1, 1, message);
    }

    private static int Number(Match place, string group) => int.Parse(place.Groups[group].Value, CultureInfo.InvariantCulture);

    private static bool IsVerbatim(string tag) => tag is "comment" or "raw" or "doc";

    private static TemplateFault At(string text, int index, string message, bool isWarning = false)
    {
        var place = TemplateScan.PlaceOf(text, index);
        return new TemplateFault(place.Line, place.Column, message, isWarning);
    }

    [GeneratedRegex(@"at \((?<line>\d+):(?<column>\d+)\)")]
    private static partial Regex Place();

    [GeneratedRegex("^Unknown tag '(?<name>[^']*)'")]
    private static partial Regex UnknownTag();

    [GeneratedRegex("^Invalid '(?<name>[^']*)' tag")]
    private static partial Regex InvalidTag();

    [GeneratedRegex("^'(?<what>[^']*)' was expected")]
    private static partial Regex Expected();

    [GeneratedRegex("^End of tag '(?<what>[^']*)' was expected")]
    private static partial Regex Ended();

    [GeneratedRegex("""^-?\s*(include|render)\s+(?<quote>["'])(?<name>[^"']*)\k<quote>""")]
    private static partial Regex Included();

    [GeneratedRegex("""<script(?![^>]{0,300}\b(src|type\s*=\s*["']?application/(ld\+)?json))|\son[a-z]+\s*=\s*["']|javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();

    [GeneratedRegex("""<(script|img|iframe|source|video|audio)\b[^>]{0,300}\bsrc\s*=\s*["']?(https?:)?//""", RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();
}
