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

    /// <summary>Member of the site's settings with the lines that came with them.</summary>
    private const string SettingsMember = "SearchSynonyms";

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

        for (var index = 0; index < Math.Min(lines.Count, MostLines); index++)
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

    /// <summary>The site's own lines, and the revision that says whether they changed; until it has some, those that came with its settings, without a revision.</summary>
    public static async Task<(IReadOnlyList<string> Lines, int? Revision)> FindAsync(SiteDbContext db, CancellationToken cancellationToken)
    {
        var documents = await db.Set<SiteDocument>().AsNoTracking()
            .Where(row => row.Name == Name || row.Name == SiteSettings.Document)
            .ToDictionaryAsync(row => row.Name, cancellationToken);
        return documents.TryGetValue(Name, out var own)
            ? (LinesOf(JsonNode.Parse(own.Json)), own.Revision)
            : (Given(documents.GetValueOrDefault(SiteSettings.Document)), null);
    }

    public static JsonObject ToJson(IEnumerable<string> lines) => new() { ["Lines"] = new JsonArray([.. lines.Select(line => JsonValue.Create(line))]) };

    private static IReadOnlyList<string> LinesOf(JsonNode? document) =>
        document?["Lines"] is JsonArray lines ? [.. lines.Select(line => line?.GetValue<string>() ?? "")] : [];

    private static string[] Given(SiteDocument? settings) => settings is not null && JsonNode.Parse(settings.Json)?[SettingsMember] is JsonArray lines
        ? [.. lines.Where(line => line?.GetValueKind() == JsonValueKind.String).Select(line => line!.GetValue<string>())]
        : [];
}

/// <summary>The synonyms of a site, as searches apply them.</summary>
internal sealed class SynonymsSource(IStringLocalizer localizer) : ITenantCacheSource<Synonyms>
{
    public async Task<Synonyms> LoadAsync(SiteDbContext db, CancellationToken cancellationToken) =>
        new(SynonymsDocument.Read((await SynonymsDocument.FindAsync(db, cancellationToken)).Lines, localizer).Groups);

    public bool IsOutdatedBy(Change change) => change.Kind == ChangeKind.SiteChanged;
}
