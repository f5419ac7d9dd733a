using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Editing;
using OrchardSite.Content.Operations;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Data;

namespace OrchardSite.Content.Trees;

/// <summary>The trees of a site, and what is needed to show and to read the form of one. Scoped.</summary>
public sealed class TreeWork(SiteDbContext db, ContentEditions editions, DefinitionStore definitions, ContentEditor editor, TermUses uses, IContentMoves moves, ContentPermits permits)
{
    /// <summary>The items of a kind by title, each with its newest version.</summary>
    public async Task<IReadOnlyList<(ContentEdition Edition, int Count)>> ListAsync(TreeKind kind, CancellationToken cancellationToken)
    {
        var known = await definitions.GetAsync();
        var types = TypesOf(kind, known).Select(type => type.Name).ToArray();
        var rows = await (
            from item in db.Set<ContentItem>().AsNoTracking()
            where types.Contains(item.ContentType) && item.DeletedUtc == null
            join version in db.Set<ContentVersion>().AsNoTracking() on item.LatestVersionId equals version.Id
            select new { Item = item, Version = version }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new ContentEdition(row.Item, row.Version)).Select(edition => (edition, EntryTree.Read(kind, edition.Content(), known).Count)).OrderBy(row => row.edition.Item.LatestText, StringComparer.CurrentCulture)];
    }

    /// <summary>The type that a new item of the kind would be of; null where people cannot make one.</summary>
    public async Task<ContentType?> NewTypeAsync(TreeKind kind) => TypesOf(kind, await definitions.GetAsync()).FirstOrDefault(type => type.IsCreatable);

    /// <param name="key">The item's id or its alias.</param>
    /// <returns>Null when the site has no such item of the kind.</returns>
    public async Task<ContentEdition?> FindAsync(TreeKind kind, string key, CancellationToken cancellationToken)
    {
        var types = TypesOf(kind, await definitions.GetAsync()).Select(type => type.Name).ToArray();
        var id = await db.Set<ContentItem>()
            .Where(item => (item.Id == key || item.Alias == key) && types.Contains(item.ContentType) && item.DeletedUtc == null)
            .Select(item => item.Id).FirstOrDefaultAsync(cancellationToken);
        return id is null ? null : await editions.NewestAsync(id, cancellationToken);
    }

    public Task<ContentEdition?> VersionAsync(string itemId, string? versionId, CancellationToken cancellationToken) => editions.FindAsync(itemId, versionId ?? "", cancellationToken);

    public async Task<List<TreeEntry>> EntriesAsync(TreeKind kind, ContentEdition edition) => EntryTree.Read(kind, edition.Content(), await definitions.GetAsync());

    /// <returns>Null for what no page of ours sends.</returns>
    public async Task<List<TreeEntry>?> ReadFormAsync(TreeKind kind, ContentEdition began, IFormCollection form, TimeZoneInfo timeZone) =>
        TreeForm.Read(form, await EntriesAsync(kind, began), await definitions.GetAsync(), timeZone);

    /// <returns>A new entry at the end of the first level; null for a type that there is none of.</returns>
    public async Task<TreeEntry?> NewEntryAsync(TreeKind kind, ContentEdition edition, string typeName)
    {
        if (kind.TypesOf(edition.Content(), await definitions.GetAsync()).FirstOrDefault(type => type.Name == typeName) is not { } type)
        {
            return null;
        }

        var json = ItemFormReader.Defaults(type);
        (json["ContentItemId"], json["ContentType"]) = (UniqueId.New(), type.Name);
        return new TreeEntry(type, json, 0);
    }

    public async Task<TreeView> ViewAsync(
        TreeKind kind, ContentEdition began, IReadOnlyList<TreeEntry> entries, IReadOnlyList<Refusal> refusals, TimeZoneInfo timeZone, Actor actor, CancellationToken cancellationToken)
    {
        var known = await definitions.GetAsync();
        var type = known.Find(began.Item.ContentType)!;
        var form = await editor.EntriesFormAsync(type, entries.Select(entry => (entry.Type, entry.Json)), timeZone, refusals, cancellationToken);
        using var permit = permits.Give(began.Item.Id);
        var marks = await moves.MarksAsync([began.Item], cancellationToken);
        return new TreeView(kind, began, entries, form, kind.LevelsOf(type, began.Item.Alias), kind.TypesOf(began.Content(), known))
        {
            Uses = kind == TreeKind.Taxonomies ? Sum(entries, await uses.CountAsync([.. entries.Select(entry => entry.Id).Distinct()], cancellationToken)) : new Dictionary<string, int>(),
            Moves = await moves.AfterSaveAsync(type, began.Item, actor, cancellationToken),
            Marks = marks.GetValueOrDefault(began.Item.Id) ?? [],
        };
    }

    // With what is below it, as the list of an entry's items has them too.
    private static Dictionary<string, int> Sum(IReadOnlyList<TreeEntry> entries, IReadOnlyDictionary<string, int> own)
    {
        var sums = new Dictionary<string, int>(StringComparer.Ordinal);
        var above = new List<string>();
        foreach (var entry in entries)
        {
            above.RemoveRange(entry.Level, above.Count - entry.Level);
            above.Add(entry.Id);
            foreach (var id in own.TryGetValue(entry.Id, out var count) ? above : [])
            {
                sums[id] = sums.GetValueOrDefault(id) + count;
            }
        }

        return sums;
    }

    private static IEnumerable<ContentType> TypesOf(TreeKind kind, ContentDefinitions definitions) => definitions.Types.Where(type => type.FindPart(kind.Part) is not null);
}
