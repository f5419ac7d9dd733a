using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using OrchardSite.Search.Analysis;
using Directory = System.IO.Directory;

namespace OrchardSite.Search.Indexing;

/// <summary>
/// The one index of this node, for all tenants, in <c>search/</c> of the data folder. Everything in it can be read from the
/// database again. One process at a time writes it: the server.
/// </summary>
public sealed class SearchIndex(PortalPaths paths) : IDisposable
{
    private const string PositionKey = "position";
    private const double Megabytes = 32;

    private readonly string _folder = Path.Combine(paths.Data, "search", string.Create(CultureInfo.InvariantCulture, $"v{VietnameseAnalyzer.Version}"));
    private readonly VietnameseAnalyzer _analyzer = new();
    private FSDirectory? _directory;
    private IndexWriter? _writer;
    private volatile SearcherManager? _searchers;

    // Half an index would say of much that it is not there.
    private volatile bool _isComplete;

    /// <summary>Opens the index, or begins an empty one where there is none or it is damaged.</summary>
    /// <returns>The change feed's position that it has; null for an empty one.</returns>
    /// <exception cref="IOException">Another process has it open, or the disk does not take it.</exception>
    internal long? Open()
    {
        try
        {
            return OpenFolder();
        }
        catch (Exception exception) when (exception is CorruptIndexException or IndexFormatTooOldException or IndexFormatTooNewException or EndOfStreamException)
        {
            Close();
            Directory.Delete(_folder, recursive: true);
            return OpenFolder();
        }
    }

    internal void Update(string key, Document document) => _writer!.UpdateDocument(new Term(SearchFields.Key, key), document);

    internal void Add(Document document) => _writer!.AddDocument(document);

    internal void Delete(string field, string value) => _writer!.DeleteDocuments(new Term(field, value));

    /// <summary>Shows what was written to the searches that begin from now on.</summary>
    internal void Refresh()
    {
        _searchers!.MaybeRefreshBlocking();
        _isComplete = true;
    }

    /// <param name="position">The change feed's position that the index has; null while it is not complete.</param>
    internal void Commit(long? position)
    {
        if (position is { } reached)
        {
            _writer!.SetCommitData(new Dictionary<string, string> { [PositionKey] = reached.ToString(CultureInfo.InvariantCulture) });
        }

        _writer!.Commit();
    }

    internal void Clear() => _writer!.DeleteAll();

    /// <returns>Null while the index cannot be searched.</returns>
    internal T? Search<T>(Func<IndexSearcher, T> search)
        where T : class
    {
        if (!_isComplete || _searchers is not { } searchers || Acquire(searchers) is not { } searcher)
        {
            return null;
        }

        try
        {
            return search(searcher);
        }
        finally
        {
            searchers.Release(searcher);
        }
    }

    // It may be closed between the look and the leap.
    private static IndexSearcher? Acquire(SearcherManager searchers)
    {
        try
        {
            return searchers.Acquire();
        }
        catch (ObjectDisposedException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        Close();
        _analyzer.Dispose();
    }

    private long? OpenFolder()
    {
        Directory.CreateDirectory(_folder);
        _directory = FSDirectory.Open(_folder);
        _writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, _analyzer) { OpenMode = OpenMode.CREATE_OR_APPEND, RAMBufferSizeMB = Megabytes });
        _searchers = new SearcherManager(_writer, applyAllDeletes: true, null);
        _isComplete = _writer.CommitData.TryGetValue(PositionKey, out var position);
        return _isComplete ? long.Parse(position!, CultureInfo.InvariantCulture) : null;
    }

    internal void Close()
    {
        _isComplete = false;
        _searchers?.Dispose();
        _searchers = null;
        // What is not committed is read from the change feed again.
        _writer?.Rollback();
        _writer = null;
        _directory?.Dispose();
        _directory = null;
    }
}
