using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Data;
using OrchardSite.Tenants;
using Directory = System.IO.Directory;

namespace OrchardSite.Search.Indexing;

/// <param name="IsOutdated">True when it was made by an analysis of another version.</param>
/// <param name="Public">How many items readers can find.</param>
/// <param name="Items">How many items people of the dashboard can find.</param>
/// <param name="Behind">How many changes were committed since the index was last made safe on the disk.</param>
public sealed record IndexStatus(string Folder, bool IsOutdated, int Public, int Items, long Bytes, long Behind);

public enum IndexFault
{
    /// <summary>An item is not in the index.</summary>
    Missing,

    /// <summary>The index has another version of the item than the database.</summary>
    Outdated,

    /// <summary>The index has something that is not to be found.</summary>
    Surplus,
}

public sealed record IndexDifference(IndexFault Fault, int TenantId, string ItemId);

/// <summary>The index cannot be read; another is to be made.</summary>
public sealed class IndexDamagedException(string message) : Exception(message);

/// <summary>Looks at the index as it is on the disk and holds it against the database, also while a server writes it.</summary>
public sealed class InspectIndex
{
    // So long a server may take to make safe what it has indexed.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly IndexFolders _folders;
    private readonly IDbContextFactory<SiteDbContext> _contexts;

    internal InspectIndex(IndexFolders folders, IDbContextFactory<SiteDbContext> contexts) => (_folders, _contexts) = (folders, contexts);

    /// <returns>Null where there is no index.</returns>
    /// <exception cref="IndexDamagedException">It cannot be read.</exception>
    public async Task<IndexStatus?> StatusAsync(CancellationToken cancellationToken)
    {
        if (_folders.Current() is not { } folder)
        {
            return null;
        }

        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        using var directory = FSDirectory.Open(folder);
        using var reader = Open(directory);
        var position = IndexGeneration.PositionOf(reader) ?? 0;
        return new IndexStatus(
            folder,
            IndexFolders.IsOutdated(folder),
            Count(reader, SearchFields.Public),
            Count(reader, SearchFields.Desk),
            new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length),
            await db.Changes.CountAsync(change => change.Sequence > position, cancellationToken));
    }

    /// <returns>What is wrong; nothing when the index has just what it should. Null where there is no index.</returns>
    /// <exception cref="IndexDamagedException">It cannot be read.</exception>
    public async Task<IReadOnlyList<IndexDifference>?> VerifyAsync(CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        if (await OpenUpToDateAsync(await IndexMaker.EndOfFeedAsync(db, cancellationToken), cancellationToken) is not { } opened)
        {
            return null;
        }

        using var directory = opened.Directory;
        using var reader = opened.Reader;
        var differences = new List<IndexDifference>();
        var tenantIds = await db.Set<TenantRecord>().Select(tenant => tenant.Id).ToListAsync(cancellationToken);
        var publicItems = ReadVersions(reader, SearchFields.Public);
        var deskItems = ReadVersions(reader, SearchFields.Desk);
        foreach (var tenantId in tenantIds)
        {
            await using var own = _contexts.CreateForTenant(tenantId);
            await foreach (var row in own.Set<ContentItem>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                Compare(publicItems, IndexedContent.IsFoundByReaders(row) ? row.PublishedVersionId : null);
                Compare(deskItems, row.LatestVersionId);

                void Compare(Dictionary<(int, string), string> indexed, string? expected)
                {
                    var isThere = indexed.Remove((tenantId, row.Id), out var version);
                    if (version != expected)
                    {
                        differences.Add(new IndexDifference(!isThere ? IndexFault.Missing : expected is null ? IndexFault.Surplus : IndexFault.Outdated, tenantId, row.Id));
                    }
                }
            }
        }

        differences.AddRange(publicItems.Keys.Concat(deskItems.Keys).Distinct().Select(key => new IndexDifference(IndexFault.Surplus, key.Item1, key.Item2)));
        return differences;
    }

    private async Task<(FSDirectory Directory, DirectoryReader Reader)?> OpenUpToDateAsync(long position, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            if (_folders.Current() is not { } folder || !Directory.Exists(folder))
            {
                return null;
            }

            var directory = FSDirectory.Open(folder);
            var reader = Open(directory);
            if (IndexGeneration.PositionOf(reader) >= position || waited >= Patience)
            {
                return (directory, reader);
            }

            reader.Dispose();
            directory.Dispose();
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private static DirectoryReader Open(FSDirectory directory)
    {
        try
        {
            return DirectoryReader.Open(directory);
        }
        catch (IOException exception)
        {
            throw new IndexDamagedException(exception.Message);
        }
    }

    private static int Count(IndexReader reader, string scope)
    {
        var counter = new TotalHitCountCollector();
        new IndexSearcher(reader).Search(new TermQuery(new Term(SearchFields.Scope, scope)), counter);
        return counter.TotalHits;
    }

    private static Dictionary<(int TenantId, string ItemId), string> ReadVersions(IndexReader reader, string scope)
    {
        var searcher = new IndexSearcher(reader);
        var hits = searcher.Search(new TermQuery(new Term(SearchFields.Scope, scope)), null, Math.Max(1, reader.MaxDoc), Sort.INDEXORDER);
        var versions = new Dictionary<(int, string), string>(hits.TotalHits);
        foreach (var hit in hits.ScoreDocs)
        {
            var document = searcher.Doc(hit.Doc);
            versions[(int.Parse(document.Get(SearchFields.Tenant), CultureInfo.InvariantCulture), document.Get(SearchFields.Item))] = document.Get(SearchFields.Version);
        }

        return versions;
    }
}
