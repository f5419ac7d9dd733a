using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using OrchardSite.Search.Facets;
using OrchardSite.Search.Indexing;

namespace OrchardSite.Search.Querying;

public enum SearchOrder
{
    Best,
    Newest,
}

internal readonly record struct SearchHit(int TenantId, string ItemId);

/// <param name="Hits">Those of the page that was asked for.</param>
/// <param name="Total">Of all pages.</param>
internal sealed record SearchHits(IReadOnlyList<SearchHit> Hits, int Total);

/// <summary>Finds documents of the index.</summary>
internal sealed class ContentSearch(SearchIndex index)
{
    /// <summary>Deeper than this nobody turns the pages.</summary>
    public const int MostHits = 1000;

    private static readonly SortField NewestFirst = new(SearchFields.Published, SortFieldType.INT64, reverse: true);
    private static readonly Sort ByScore = new(SortField.FIELD_SCORE, NewestFirst);
    private static readonly Sort ByDate = new(NewestFirst);

    /// <param name="facets">Are filled with their counts.</param>
    /// <returns>Null while the index cannot be searched.</returns>
    public SearchHits? Find(RankedQuery query, SearchScope scope, SearchOrder order, int skip, int take, IReadOnlyList<FacetCounter>? facets = null) =>
        Find(query, scope, order == SearchOrder.Newest ? ByDate : ByScore, skip, take, facets ?? []);

    public SearchHits? Find(RankedQuery query, SearchScope scope, Sort sort, int skip, int take, IReadOnlyList<FacetCounter> facets) => index.Search(searcher =>
        sort.GetSort()[0].Type == SortFieldType.SCORE
            ? FindBest(searcher, query, scope, sort, skip, take, facets)
            : Find(searcher, query.Roughly, scope, sort, skip, take, facets));

    public SearchHits? Find(Query query, SearchScope scope, Sort sort, int skip, int take, IReadOnlyList<FacetCounter> facets) =>
        index.Search(searcher => Find(searcher, query, scope, sort, skip, take, facets));

    /// <summary>What comes nearest to a query of which nothing has all.</summary>
    /// <returns>Null while the index cannot be searched.</returns>
    public SearchHits? FindNear(SearchQuery query, SearchScope scope, int take) => index.Search(searcher =>
    {
        float Rarity(string term) => MathF.Log(1 + (searcher.IndexReader.NumDocs / (1f + FrequencyOf(searcher.IndexReader, term))));
        return Find(searcher, Ranking.Nearly(query, Rarity), scope, ByScore, 0, take, []);
    });

    /// <summary>In how many documents, of all tenants and drafts too, a term is.</summary>
    public static int FrequencyOf(IndexReader reader, string term) => Math.Max(reader.DocFreq(new Term(SearchFields.Body, term)), reader.DocFreq(new Term(SearchFields.Title, term)));

    private static SearchHits Find(IndexSearcher searcher, Query query, SearchScope scope, Sort sort, int skip, int take, IReadOnlyList<FacetCounter> facets)
    {
        var top = TopFieldCollector.Create(sort, skip + take, fillFields: false, trackDocScores: false, trackMaxScore: false, docsScoredInOrder: true);
        var collector = new FacetCollector(top, facets);
        searcher.Search(scope.Limit(query), collector);
        return new SearchHits(HitsOf(searcher, top.GetTopDocs().ScoreDocs.Skip(skip)), collector.Total);
    }

    // However many are found, only the best of them are looked at closely.
    private static SearchHits FindBest(IndexSearcher searcher, RankedQuery query, SearchScope scope, Sort sort, int skip, int take, IReadOnlyList<FacetCounter> facets)
    {
        var rough = TopFieldCollector.Create(sort, Math.Max(MostHits, skip + take), fillFields: false, trackDocScores: false, trackMaxScore: false, docsScoredInOrder: true);
        var collector = new FacetCollector(rough, facets);
        searcher.Search(scope.Limit(query.Roughly), collector);
        var best = new FilteredQuery(query.Exactly, new DocumentsFilter(rough.GetTopDocs().ScoreDocs), FilteredQuery.LEAP_FROG_FILTER_FIRST_STRATEGY);
        return new SearchHits(HitsOf(searcher, searcher.Search(best, skip + take, sort).ScoreDocs.Skip(skip)), collector.Total);
    }

    private static SearchHit[] HitsOf(IndexSearcher searcher, IEnumerable<ScoreDoc> documents) =>
    [
        .. documents.Select(hit => searcher.Doc(hit.Doc))
            .Select(document => new SearchHit(int.Parse(document.Get(SearchFields.Tenant), CultureInfo.InvariantCulture), document.Get(SearchFields.Item))),
    ];

    private sealed class DocumentsFilter(ScoreDoc[] documents) : Filter
    {
        private readonly int[] _documents = [.. documents.Select(document => document.Doc).Order()];

        public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs)
        {
            var set = new FixedBitSet(context.AtomicReader.MaxDoc);
            foreach (var document in _documents.Where(document => document >= context.DocBase && document < context.DocBase + context.AtomicReader.MaxDoc))
            {
                set.Set(document - context.DocBase);
            }

            return set;
        }
    }
}
