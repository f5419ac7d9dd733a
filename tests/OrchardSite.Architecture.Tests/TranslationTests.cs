using System.Text.RegularExpressions;
using OrchardSite.Data;
using OrchardSite.Localization;
using OrchardSite.Users;

namespace OrchardSite.Architecture.Tests;

/// <summary>English is the text in the code; Vietnamese stands beside it, complete and with nothing left over.</summary>
public sealed partial class TranslationTests
{
    public static TheoryData<string> Sources { get; } = [.. Repository.Projects.Select(project => project.Folder).Append("themes/Portal")];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Every_text_is_in_Vietnamese_too(string folder)
    {
        var vietnamese = Read(folder);

        TextsIn(folder).Where(text => !vietnamese.ContainsKey(text)).Distinct().ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void No_translation_is_left_of_a_text_that_is_gone(string folder)
    {
        var sources = string.Concat(SourceFiles(folder).Select(Repository.Text));

        Read(folder).Keys.Where(id => !sources.Contains(Escape(id), StringComparison.Ordinal) && !IsEnumName(id, sources)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_translation_has_the_same_places_for_values(string folder)
    {
        foreach (var (id, text) in Read(folder))
        {
            Places(text).ShouldBe(Places(id), ignoreOrder: true, customMessage: id);
        }
    }

    // The modules' texts are looked up together: of two translations one would be shown in the other's place.
    [Fact]
    public void A_text_has_one_translation_in_all_modules()
    {
        var several =
            from translation in Sources.SelectMany(source => Read(source.Data))
            group translation.Value by translation.Key into translations
            where translations.Distinct(StringComparer.Ordinal).Count() > 1
            select $"{translations.Key}: {string.Join(" | ", translations.Distinct(StringComparer.Ordinal))}";

        several.ShouldBeEmpty();
    }

    [Fact]
    public void What_a_module_says_of_itself_is_in_Vietnamese_too()
    {
        var translations = PortalServices.Get<Translations>();
        var catalog = PortalServices.Get<FeatureCatalog>();
        var texts = catalog.Manifests.SelectMany(manifest => new[] { manifest.Name, manifest.Description })
            .Concat(catalog.Features.SelectMany(feature => new[] { feature.Name, feature.Description }))
            .Concat(PortalServices.Get<IEnumerable<Permission>>().Select(permission => permission.Description))
            .Concat(PortalServices.Get<IEnumerable<AuditedOperation>>().Select(operation => operation.Description));

        texts.Where(text => translations.Find(new("vi"), text) is null).Distinct().ShouldBeEmpty();
    }

    private static Dictionary<string, string> Read(string folder)
    {
        var file = Path.Combine(Repository.Root, folder, "Localization", "vi.po");
        if (!File.Exists(file))
        {
            return [];
        }

        using var reader = new StreamReader(file);
        return PoCatalog.Read(reader, file).ToDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<string> TextsIn(string folder) =>
        from file in SourceFiles(folder)
        from Match match in (file.EndsWith(".liquid", StringComparison.Ordinal) ? InTemplate() : InCode()).Matches(Repository.Text(file))
        select Regex.Unescape(match.Groups["text"].Value);

    private static IEnumerable<string> SourceFiles(string folder) => Repository.Files(folder, ".cs", ".cshtml", ".liquid");

    private static string Escape(string id) => id.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    // Members of an enum are translated by name.
    private static bool IsEnumName(string id, string sources) => Regex.IsMatch(sources, $@"\[\w+(\.\w+)*\.ToString\(\)\]") && Regex.IsMatch(id, @"^\w+$");

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Distinct();

    [GeneratedRegex("""(?<=\b(localizer|[tT]ext|[tT])\[)\s*\$?"(?<text>(\\.|[^"\\])*)"(?=[,\]])""")]
    private static partial Regex InCode();

    [GeneratedRegex("""(?<quote>["'])(?<text>((?!\k<quote>).)*)\k<quote>\s*\|\s*t\b""")]
    private static partial Regex InTemplate();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();
}
