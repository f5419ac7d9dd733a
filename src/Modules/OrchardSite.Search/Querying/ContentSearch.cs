using Lucene.Net.Index;
using Lucene.Net.Search;
using OrchardSite.Search.Analysis;
using OrchardSite.Search.Indexing;

namespace OrchardSite.Search.Querying;

/// <param name="ItemIds">Best first.</param>
/// <param name="Total">Of all pages.</param>
public sealed record SearchHits(IReadOnlyList<string> ItemIds, int Total);

/// <summary>
/// Finds the public items of a tenant. A document's number comes first, then the phrase as it was typed, then the phrase
/// without diacritics, then all syllables near each other, then all of them; titles before leads before texts; of equals the
/// newer.
/// </summary>
public sealed class ContentSearch(SearchIndex index, TimeProvider time)
{
    /// <summary>Deeper than this nobody turns the pages.</summary>
    public const int MostHits = 1000;

    private const int NearBy = 12;

    private static readonly (string Field, float Weight)[] Fields = [(SearchFields.Title, 8), (SearchFields.Lead, 3), (SearchFields.Body, 1)];

    private static readonly Sort BestThenNewest = new(SortField.FIELD_SCORE, new SortField(SearchFields.Published, SortFieldType.INT64, reverse: true));

    /// <returns>Null while the index cannot be searched.</returns>
    public SearchHits? Find(int tenantId, SearchQuery query, int skip, int take)
    {
        var lucene = OfTenant(tenantId, Build(query));
        return index.Search(searcher =>
        {
            var top = searcher.Search(lucene, null, Math.Min(skip + take, MostHits), BestThenNewest, doDocScores: true, doMaxScore: false);
            var ids = top.ScoreDocs.Skip(skip).Select(hit => searcher.Doc(hit.Doc).Get(SearchFields.Item)).ToArray();
            return new SearchHits(ids, Math.Min(top.TotalHits, MostHits));
        });
    }

    // The one place that says whose content is searched.
    private BooleanQuery OfTenant(int tenantId, Query query)
    {
        var now = time.GetUtcNow().UtcTicks;
        return new BooleanQuery
        {
            { query, Occur.MUST },
            { Silent(new TermQuery(new Term(SearchFields.Tenant, tenantId.ToString(null, null)))), Occur.MUST },
            { Silent(NumericRangeQuery.NewInt64Range(SearchFields.Expires, now, null, minInclusive: false, maxInclusive: true)), Occur.MUST },
        };
    }

    private static ConstantScoreQuery Silent(Query query) => new(query) { Boost = 0 };

    private static BooleanQuery Build(SearchQuery query)
    {
        var words = new BooleanQuery();
        foreach (var phrase in query.Wanted)
        {
            words.Add(InAnyField(phrase), Occur.MUST);
        }

        foreach (var phrase in query.Unwanted)
        {
            words.Add(InAnyField(phrase), Occur.MUST_NOT);
        }

        var syllables = query.Syllables.ToArray();
        if (syllables.Length > 1)
        {
            foreach (var (field, weight) in Fields)
            {
                words.Add(Phrase(field, syllables, syllable => syllable.Exact, 0, weight * 12), Occur.SHOULD);
                words.Add(Phrase(field, syllables, syllable => syllable.Folded, 0, weight * 6), Occur.SHOULD);
                words.Add(Phrase(field, syllables, syllable => syllable.Folded, NearBy, weight * 2), Occur.SHOULD);
            }
        }

        var all = new BooleanQuery { { words, Occur.SHOULD } };
        if (query.NumberKey is { } number)
        {
            all.Add(new ConstantScoreQuery(new TermQuery(new Term(SearchFields.Number, number))) { Boost = 1_000_000 }, Occur.SHOULD);
            all.Add(new ConstantScoreQuery(new PrefixQuery(new Term(SearchFields.Number, number))) { Boost = 1000 }, Occur.SHOULD);
        }

        return all;
    }

    private static BooleanQuery InAnyField(IReadOnlyList<Syllable> phrase)
    {
        var any = new BooleanQuery();
        foreach (var (field, weight) in Fields)
        {
            any.Add(Phrase(field, phrase, syllable => syllable.Exact, 0, weight * 2), Occur.SHOULD);
            any.Add(Phrase(field, phrase, syllable => syllable.Folded, 0, weight), Occur.SHOULD);
        }

        return any;
    }

    private static Query Phrase(string field, IReadOnlyList<Syllable> syllables, Func<Syllable, string> form, int slop, float weight)
    {
        if (syllables.Count == 1)
        {
            return new TermQuery(new Term(field, form(syllables[0]))) { Boost = weight };
        }

        var phrase = new PhraseQuery { Slop = slop, Boost = weight };
        foreach (var syllable in syllables)
        {
            phrase.Add(new Term(field, form(syllable)));
        }

        return phrase;
    }
}
