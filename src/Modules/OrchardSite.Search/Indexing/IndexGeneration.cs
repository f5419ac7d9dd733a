using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using OrchardSite.Search.Analysis;
using OrchardSite.Search.Querying;

namespace OrchardSite.Search.Indexing;

/// <summary>One folder with a whole index, open for writing. Written by one thread, searched by many.</summary>
internal sealed class IndexGeneration : IDisposable
{
    private const string PositionKey = "position";
    private const double Megabytes = 32;

    // Each part of a query is looked up in each segment, so few of them are worth some merging.
    private const int Segments = 4;

    private readonly VietnameseAnalyzer _analyzer = new();
    private readonly FSDirectory _directory;
    private readonly IndexWriter _writer;
    private readonly SearcherManager _searchers;
    private bool _isDisposed;

    /// <exception cref="IOException">Another process has it open, it is damaged, or the disk does not take it.</exception>
    public IndexGeneration(string folder)
    {
        Folder = folder;
        System.IO.Directory.CreateDirectory(folder);
        // Not mapped into memory: there each clone of an open file is kept in one table under one lock, and searches wait for each other.
        _directory = new NIOFSDirectory(folder);
        try
        {
            _writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, _analyzer)
            {
                OpenMode = OpenMode.CREATE_OR_APPEND,
                RAMBufferSizeMB = Megabytes,
                MergePolicy = new TieredMergePolicy { SegmentsPerTier = Segments, MaxMergeAtOnce = Segments },
                WriteLockTimeout = 0,
            });
            _searchers = new SearcherManager(_writer, applyAllDeletes: true, new RankedSearchers());
        }
        catch
        {
            _writer?.Rollback();
            _directory.Dispose();
            _analyzer.Dispose();
            throw;
        }

        Position = ReadPosition(_writer.CommitData);
    }

    public string Folder { get; }

    /// <summary>The change feed's position that it has; null while it is not whole.</summary>
    public long? Position { get; set; }

    /// <summary>The position that a folder's last commit has; null where it is not whole.</summary>
    /// <exception cref="IOException">It is damaged or no index.</exception>
    public static long? PositionOf(DirectoryReader reader) => ReadPosition(reader.IndexCommit.UserData);

    public void Add(IndexedEntry entry) => _writer.AddDocuments(entry.Documents);

    public void Update(string key, IndexedEntry entry) => _writer.UpdateDocuments(new Term(SearchFields.Key, key), entry.Documents);

    public void Delete(string field, string value) => _writer.DeleteDocuments(new Term(field, value));

    /// <summary>Shows what was written to the searches that begin from now on.</summary>
    public void Refresh() => _searchers.MaybeRefreshBlocking();

    /// <summary>Makes what was written safe on the disk, with the position.</summary>
    public void Commit()
    {
        if (Position is { } reached)
        {
            _writer.SetCommitData(new Dictionary<string, string> { [PositionKey] = reached.ToString(CultureInfo.InvariantCulture) });
        }

        _writer.Commit();
    }

    /// <exception cref="ObjectDisposedException">Another index has taken its place.</exception>
    public T Search<T>(Func<IndexSearcher, T> search)
    {
        var searcher = _searchers.Acquire();
        try
        {
            return search(searcher);
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    /// <summary>Closes it without what is not committed: that is read from the change feed again.</summary>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        _searchers.Dispose();
        _writer.Rollback();
        _directory.Dispose();
        _analyzer.Dispose();
    }

    private static long? ReadPosition(IDictionary<string, string> data) =>
        data.TryGetValue(PositionKey, out var position) ? long.Parse(position, CultureInfo.InvariantCulture) : null;

    private sealed class RankedSearchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = new TierSimilarity() };
    }
}
