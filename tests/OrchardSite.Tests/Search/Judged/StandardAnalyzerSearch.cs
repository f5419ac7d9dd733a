using Lucene.Net.Analysis.Standard;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.QueryParsers.Classic;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace OrchardSite.Tests.Search.Judged;

/// <summary>The same documents in Lucene as it comes: its standard analyzer, its query parser over title, lead and body, its BM25.</summary>
internal sealed class StandardAnalyzerSearch : IDisposable
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private static readonly Dictionary<string, float> Boosts = new() { ["title"] = 3, ["lead"] = 2, ["body"] = 1 };

    private readonly RAMDirectory _directory = new();
    private readonly StandardAnalyzer _analyzer = new(Version);
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    public StandardAnalyzerSearch()
    {
        using (var writer = new IndexWriter(_directory, new IndexWriterConfig(Version, _analyzer)))
        {
            foreach (var document in JudgedCorpus.All)
            {
                writer.AddDocument(
                [
                    new TextField("title", document.Title, Field.Store.NO),
                    new TextField("lead", document.Lead, Field.Store.NO),
                    new TextField("body", document.Body, Field.Store.NO),
                ]);
            }
        }

        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader) { Similarity = new BM25Similarity() };
    }

    public IReadOnlyList<JudgedDocument> Find(string text)
    {
        var parser = new MultiFieldQueryParser(Version, [.. Boosts.Keys], _analyzer, Boosts);
        var escaped = QueryParserBase.Escape(text).Replace("\\\"", "\"", StringComparison.Ordinal);
        return [.. _searcher.Search(parser.Parse(escaped), RankingScore.Depth).ScoreDocs.Select(hit => JudgedCorpus.All[hit.Doc])];
    }

    public void Dispose()
    {
        _reader.Dispose();
        _analyzer.Dispose();
        _directory.Dispose();
    }
}
