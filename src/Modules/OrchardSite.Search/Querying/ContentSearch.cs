using System.Globalization;
using Lucene.Net.Search;
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
    private static readonly Sort ByDate = new(NewestFirst, SortField.FIELD_SCORE);

    /// <param name="facets">Are filled with their counts.</param>
    /// <returns>Null while the index cannot be searched.</returns>
    public SearchHits? Find(Query query, SearchScope scope, SearchOrder order, int skip, int take, IReadOnlyList<FacetCounter>? facets = null) =>
        Find(query, scope, order == SearchOrder.Newest ? ByDate : ByScore, skip, take, facets ?? []);

    public SearchHits? Find(Query query, SearchScope scope, Sort sort, int skip, int take, IReadOnlyList<FacetCounter> facets) => index.Search(searcher =>
    {
        var top = TopFieldCollector.Create(sort, skip + take, fillFields: false, trackDocScores: false, trackMaxScore: false, docsScoredInOrder: true);
        var collector = new FacetCollector(top, facets);
        searcher.Search(scope.Limit(query), collector);
        var hits = top.GetTopDocs().ScoreDocs.Skip(skip).Select(hit => searcher.Doc(hit.Doc))
            .Select(document => new SearchHit(int.Parse(document.Get(SearchFields.Tenant), CultureInfo.InvariantCulture), document.Get(SearchFields.Item)))
            .ToArray();
        return new SearchHits(hits, collector.Total);
    });
}
