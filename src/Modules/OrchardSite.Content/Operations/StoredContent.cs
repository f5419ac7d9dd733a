using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Content.Operations;

/// <summary>What is stored already of items that are to be written.</summary>
internal sealed class StoredContent
{
    private const int Batch = 500;

    private readonly Dictionary<string, ContentItem> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContentVersion> _versions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lastNumbers = new(StringComparer.Ordinal);

    public static async Task<StoredContent> ReadAsync(SiteDbContext db, IEnumerable<string> itemIds, IEnumerable<string?> versionIds, CancellationToken cancellationToken)
    {
        var stored = new StoredContent();
        foreach (var chunk in itemIds.Chunk(Batch))
        {
            foreach (var item in await db.Set<ContentItem>().Where(item => chunk.Contains(item.Id)).ToListAsync(cancellationToken))
            {
                stored._items[item.Id] = item;
            }
        }

        var versions = versionIds.OfType<string>().Concat(stored._items.Values.Select(item => item.LatestVersionId)).Distinct();
        foreach (var chunk in versions.Chunk(Batch))
        {
            foreach (var version in await db.Set<ContentVersion>().AsNoTracking().Where(version => chunk.Contains(version.Id)).ToListAsync(cancellationToken))
            {
                stored._versions[version.Id] = version;
            }
        }

        foreach (var chunk in stored._items.Keys.Chunk(Batch))
        {
            var numbers = db.Set<ContentVersion>().Where(version => chunk.Contains(version.ItemId)).GroupBy(version => version.ItemId)
                .Select(group => new { group.Key, Last = group.Max(version => version.Number) });
            await foreach (var row in numbers.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                stored._lastNumbers[row.Key] = row.Last;
            }
        }

        return stored;
    }

    public ContentItem? Item(string id) => _items.GetValueOrDefault(id);

    public int NextNumber(string itemId) => _lastNumbers.GetValueOrDefault(itemId) + 1;

    /// <summary>The wanted id, or a new one when a version has it already or has just been given it.</summary>
    public string FreeVersionId(string? wanted) =>
        UniqueId.IsValid(wanted) && !_versions.ContainsKey(wanted!) && _given.Add(wanted!) ? wanted! : UniqueId.New();

    /// <summary>True when the item's newest version says the same, or when that version was brought in before and has been superseded since.</summary>
    public bool Has(ContentItem item, ContentMetadata metadata, (string Json, string? Private) wanted)
    {
        var isPublished = item.PublishedVersionId is not null;
        return (isPublished == metadata.Published && IsSame(item.LatestVersionId)) || IsSame(metadata.VersionId);

        bool IsSame(string? versionId) => versionId is not null
            && _versions.TryGetValue(versionId, out var version)
            && version.ItemId == item.Id
            && version.Json == wanted.Json
            && version.PrivateJson == wanted.Private;
    }
}
