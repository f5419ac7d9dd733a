using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Operations;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Data;
using OrchardSite.Text;

namespace OrchardSite.Content.Editing;

/// <summary>What the page of the editor needs beside the item. Scoped.</summary>
public sealed class ContentEditor(SiteDbContext db, DefinitionStore definitions, TermStore terms)
{
    private const int MostCandidates = 20;
    private const int LongestQuery = 200;

    public async ValueTask<ContentType?> TypeAsync(string name) => (await definitions.GetAsync()).Find(name);

    public async Task<ItemForm> FormAsync(ContentType type, JsonObject content, TimeZoneInfo timeZone, IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        var contained = await ContainedAsync(type);
        var bags = BagInput.PartsOf(type).SelectMany(bag => BagInput.ItemsOf(content, bag)).OfType<JsonObject>();
        var inBags = bags.Select(item => (contained.GetValueOrDefault(item.Text("ContentType") ?? ""), item));
        return new ItemForm(type, content, await terms.GetAsync(), timeZone, refusals) { Titles = await TitlesAsync(inBags.Append((type, content)), cancellationToken), Contained = contained };
    }

    /// <summary>The form of the entries of a tree: of the item that holds them it has no field.</summary>
    public async Task<ItemForm> EntriesFormAsync(
        ContentType type, IEnumerable<(ContentType? Type, JsonObject Item)> entries, TimeZoneInfo timeZone, IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken) =>
        new(type, [], await terms.GetAsync(), timeZone, refusals) { Titles = await TitlesAsync(entries, cancellationToken) };

    private async Task<IReadOnlyDictionary<string, string>> TitlesAsync(IEnumerable<(ContentType? Type, JsonObject Item)> items, CancellationToken cancellationToken)
    {
        var ids = items.SelectMany(item => item.Type is null ? [] : PickedIn(item.Type, item.Item)).Distinct().ToArray();
        return ids.Length == 0
            ? new Dictionary<string, string>()
            : await db.Set<ContentItem>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.LatestText, cancellationToken);
    }

    /// <summary>The types of what the bags of a type hold, by name.</summary>
    public async Task<IReadOnlyDictionary<string, ContentType>> ContainedAsync(ContentType type)
    {
        var all = await definitions.GetAsync();
        return BagInput.PartsOf(type).SelectMany(BagInput.TypesOf).Distinct().Select(all.Find).OfType<ContentType>().ToDictionary(inner => inner.Name, StringComparer.Ordinal);
    }

    private static IEnumerable<string> PickedIn(ContentType type, JsonObject content) =>
        from part in type.Parts
        from field in part.Fields
        where field.Type == "ContentPickerField"
        from id in ((content[part.Name] as JsonObject)?[field.Name] as JsonObject)?["ContentItemIds"] as JsonArray ?? []
        select id?.ToString() ?? "";

    /// <summary>Public items with an address, whose titles have these words; none without words.</summary>
    public async Task<IReadOnlyList<ContentItem>> LinkTargetsAsync(string? typed, CancellationToken cancellationToken)
    {
        var words = WordsOf(typed);
        var query = db.Set<ContentItem>().AsNoTracking().Where(row => row.IsPublic && row.Path != null && row.DeletedUtc == null);
        foreach (var word in words)
        {
            query = query.Where(row => row.LatestKey.Contains(word));
        }

        return words.Length == 0 ? [] : await query.OrderByDescending(row => row.EditedUtc).ThenByDescending(row => row.Id).Take(MostCandidates).ToListAsync(cancellationToken);
    }

    /// <summary>What somebody typed to find a title, as titles are searched.</summary>
    public static string[] WordsOf(string? typed) =>
        VietnameseText.Fold((typed ?? "").Trim()[..Math.Min((typed ?? "").Trim().Length, LongestQuery)]).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Items that a field may refer to, the last edited first.</summary>
    /// <param name="types">Names of content types; none: all whose items have addresses.</param>
    /// <param name="words">Folded; all of them are in the title.</param>
    public async Task<List<ContentItem>> CandidatesAsync(IReadOnlyCollection<string> types, IEnumerable<string> words, Actor actor, CancellationToken cancellationToken)
    {
        types = types.Count > 0 ? types : [.. (await definitions.GetAsync()).Types.Where(type => type.RoutePattern is not null).Select(type => type.Name)];
        var all = types.Where(actor.MayList).ToArray();
        var publicOnly = types.Except(all).ToArray();
        var query = db.Set<ContentItem>().AsNoTracking()
            .Where(row => row.DeletedUtc == null && (all.Contains(row.ContentType) || (row.IsPublic && publicOnly.Contains(row.ContentType))));
        foreach (var word in words)
        {
            query = query.Where(row => row.LatestKey.Contains(word));
        }

        return await query.OrderByDescending(row => row.EditedUtc).ThenByDescending(row => row.Id).Take(MostCandidates).ToListAsync(cancellationToken);
    }
}
