using System.Runtime.CompilerServices;
using System.Text;
using Lucene.Net.Documents;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Data;
using OrchardSite.Search.Files;
using OrchardSite.Tenants;

namespace OrchardSite.Search.Indexing;

/// <param name="Documents">What the index is to have of the item.</param>
internal sealed record IndexedEntry(string ItemId, IReadOnlyList<Document> Documents);

/// <summary>Reads what belongs into the index: every public item with an address of its own, and the newest version of every item.</summary>
internal sealed class IndexedContent(IDbContextFactory<SiteDbContext> contexts, TenantCache<SiteSettings> settings, ContentDocument documents, FileTexts texts)
{
    private const int BatchSize = 500;

    /// <returns>An entry for each of the items that there are; the others are to be forgotten.</returns>
    public async Task<IReadOnlyList<IndexedEntry>> ReadAsync(int tenantId, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForTenant(tenantId);
        var entries = new List<IndexedEntry>();
        foreach (var some in ids.Chunk(BatchSize))
        {
            var rows = await db.Set<ContentItem>().AsNoTracking().Where(row => some.Contains(row.Id)).ToListAsync(cancellationToken);
            entries.AddRange(await ToEntriesAsync(db, rows, cancellationToken));
        }

        return entries;
    }

    public async IAsyncEnumerable<IndexedEntry> ReadAllAsync(int tenantId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForTenant(tenantId);
        for (var last = ""; ;)
        {
            var rows = await db.Set<ContentItem>().AsNoTracking()
                .Where(row => string.Compare(row.Id, last) > 0).OrderBy(row => row.Id).Take(BatchSize)
                .ToListAsync(cancellationToken);
            foreach (var entry in await ToEntriesAsync(db, rows, cancellationToken))
            {
                yield return entry;
            }

            if (rows.Count < BatchSize)
            {
                yield break;
            }

            last = rows[^1].Id;
        }
    }

    private async Task<List<IndexedEntry>> ToEntriesAsync(SiteDbContext db, List<ContentItem> rows, CancellationToken cancellationToken)
    {
        var ids = rows.ConvertAll(row => row.Id);
        var versionIds = rows.SelectMany(VersionsOf).ToHashSet(StringComparer.Ordinal);
        var versions = await db.Set<ContentVersion>().AsNoTracking()
            .Where(version => versionIds.Contains(version.Id))
            .ToDictionaryAsync(version => version.Id, version => version.Json, StringComparer.Ordinal, cancellationToken);
        var terms = (await db.Set<ContentTerm>().AsNoTracking()
            .Where(term => term.IsDirect && ids.Contains(term.ItemId))
            .Select(term => new { term.ItemId, term.TermId }).ToListAsync(cancellationToken)).ToLookup(term => term.ItemId, term => term.TermId);
        var latest = (await db.Set<LatestTerm>().AsNoTracking()
            .Where(term => ids.Contains(term.ItemId))
            .Select(term => new { term.ItemId, term.TermId }).ToListAsync(cancellationToken)).ToLookup(term => term.ItemId, term => term.TermId);
        var files = await FilesAsync(await AttachedDocuments.OfVersionsAsync(db, versionIds, cancellationToken), cancellationToken);
        var site = await settings.GetAsync(db.TenantId);
        return rows
            // A version that is gone meanwhile belongs to a change that is still to come.
            .Where(row => versions.ContainsKey(row.LatestVersionId))
            .Select(row => new IndexedItem(
                db.TenantId,
                row,
                IsFoundByReaders(row) ? versions.GetValueOrDefault(row.PublishedVersionId!) : null,
                versions[row.LatestVersionId],
                [.. terms[row.Id]],
                [.. latest[row.Id]],
                files))
            .Select(item => new IndexedEntry(item.Row.Id, [.. documents.Of(item, site)]))
            .ToList();
    }

    // What is not known yet is read afterwards: nobody waits for a large file to find the words of the page.
    private async Task<Dictionary<string, FilesOfVersion>> FilesAsync(ILookup<string, string> documentsOf, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, FilesOfVersion>(StringComparer.Ordinal);
        foreach (var version in documentsOf)
        {
            var text = new StringBuilder();
            var isWhole = true;
            foreach (var sha256 in version)
            {
                var known = await texts.FindAsync(sha256, cancellationToken);
                isWhole &= known is not null;
                text.Append(known, 0, Math.Min(known?.Length ?? 0, FileTexts.MostCharacters - text.Length)).Append(text.Length < FileTexts.MostCharacters ? "\n" : "");
            }

            files.Add(version.Key, new FilesOfVersion(text.ToString(), isWhole));
        }

        return files;
    }

    internal static bool IsFoundByReaders(ContentItem row) => row is { IsPublic: true, Path: not null, DeletedUtc: null, PublishedVersionId: not null };

    private static IEnumerable<string> VersionsOf(ContentItem row) =>
        IsFoundByReaders(row) ? [row.LatestVersionId, row.PublishedVersionId!] : [row.LatestVersionId];
}
