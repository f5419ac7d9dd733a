using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Search.Analysis;
using OrchardSite.Tenants;
using OrchardSite.Text;

namespace OrchardSite.Search.Querying;

/// <summary>
/// The file of a site's synonyms: a line for each group of phrases that mean the same, with equals signs between them. Empty
/// lines, and those that begin with a number sign, say nothing.
/// </summary>
internal static class SynonymsDocument
{
    /// <summary>Name of the site's document.</summary>
    public const string Name = "search-synonyms";

    public const int MostLines = 500;
    private const int MostPhrases = 10;
    private const int LongestPhrase = 8;

    /// <returns>The groups, or what is wrong with a line, each with its number from 1.</returns>
    public static (IReadOnlyList<IReadOnlyList<string>> Groups, IReadOnlyList<string> Errors) Read(IReadOnlyList<string> lines, IStringLocalizer localizer)
    {
        var groups = new List<IReadOnlyList<string>>();
        var errors = new List<string>();
        if (lines.Count > MostLines)
        {
            errors.Add(localizer["There may be {0} lines at most.", MostLines]);
        }

        for (var index = 0; index < lines.Count && errors.Count == 0; index++)
        {
            var line = VietnameseText.ToNfc(lines[index]).Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var phrases = line.Split('=', StringSplitOptions.TrimEntries);
            if (phrases.Length is < 2 or > MostPhrases)
            {
                errors.Add(localizer["Line {0} needs two to {1} phrases with an equals sign between them.", index + 1, MostPhrases]);
            }
            else if (Array.Exists(phrases, phrase => Syllables.Of(phrase).Count() is 0 or > LongestPhrase))
            {
                errors.Add(localizer["In line {0} each phrase needs one to {1} syllables.", index + 1, LongestPhrase]);
            }

            groups.Add(phrases);
        }

        return (groups, errors);
    }

    public static JsonObject ToJson(IEnumerable<string> lines) => new() { ["Lines"] = new JsonArray([.. lines.Select(line => JsonValue.Create(line))]) };

    public static IReadOnlyList<string> LinesOf(JsonNode? document) =>
        document?["Lines"] is JsonArray lines ? [.. lines.Select(line => line?.GetValue<string>() ?? "")] : [];
}

/// <summary>The site's own synonyms; until it has some, those that came with its settings.</summary>
internal sealed class SynonymsSource(IStringLocalizer localizer) : ITenantCacheSource<Synonyms>
{
    /// <summary>Member of the site's settings.</summary>
    private const string SettingsMember = "SearchSynonyms";

    public async Task<Synonyms> LoadAsync(SiteDbContext db, CancellationToken cancellationToken)
    {
        var documents = await db.Set<SiteDocument>().AsNoTracking()
            .Where(row => row.Name == SynonymsDocument.Name || row.Name == SiteSettings.Document)
            .ToDictionaryAsync(row => row.Name, row => JsonNode.Parse(row.Json), cancellationToken);
        var lines = documents.TryGetValue(SynonymsDocument.Name, out var own) ? SynonymsDocument.LinesOf(own) : Given(documents.GetValueOrDefault(SiteSettings.Document));
        return new Synonyms(SynonymsDocument.Read(lines, localizer).Groups);
    }

    public bool IsOutdatedBy(Change change) => change.Kind == ChangeKind.SiteChanged;

    private static string[] Given(JsonNode? settings) => settings?[SettingsMember] is JsonArray lines
        ? [.. lines.Where(line => line?.GetValueKind() == JsonValueKind.String).Select(line => line!.GetValue<string>())]
        : [];
}
