using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using OrchardSite.Search.Analysis;
using OrchardSite.Search.Indexing;
using OrchardSite.Text;

namespace OrchardSite.Search.Querying;

/// <param name="Query">Finds something.</param>
/// <param name="Changed">The folded syllables that were put in the place of others.</param>
/// <param name="Best">What it finds first.</param>
internal sealed record Correction(SearchQuery Query, IReadOnlyList<string> Changed, SearchHit Best);

/// <summary>What somebody may have meant who found nothing: another syllable that differs little, such as <c>xuất</c> for <c>suất</c>.</summary>
internal sealed class Spelling(SearchIndex index, ContentSearch search)
{
    private const int MostSyllables = 8;
    private const int MostCandidates = 6;

    // Shorter ones have too many neighbours.
    private const int ShortestSyllable = 2;

    // What sounds alike in one part of the country or another, where more than one letter differs.
    private static readonly (string One, string Other)[] SoundsAlike = [("tr", "ch"), ("gi", "d"), ("gi", "r"), ("qu", "w"), ("ph", "f")];

    /// <returns>Null when no small change finds anything in the scope, and while the index cannot be searched.</returns>
    public Correction? Correct(SearchQuery query, SearchScope scope)
    {
        var (syllables, candidates) = Candidates(query);
        return One(query, scope, syllables, candidates) ?? Several(query, scope, syllables, candidates);
    }

    /// <summary>How a folded syllable is written in a text, best beside a neighbour of the query.</summary>
    public static string? WrittenIn(string text, string folded, SearchQuery query)
    {
        var neighbours = query.Syllables.Select(syllable => syllable.Folded).ToHashSet(StringComparer.Ordinal);
        var inText = Syllables.Of(text).ToArray();
        var places = Enumerable.Range(0, inText.Length).Where(at => inText[at].Folded == folded).ToArray();
        var best = places.OrderByDescending(at => Neighbours(at).Count(neighbours.Contains)).Select(at => (int?)at).FirstOrDefault();
        return best is { } place ? text[inText[place].Start..inText[place].End].ToLowerInvariant() : null;

        IEnumerable<string> Neighbours(int at) => new[] { at - 1, at + 1 }.Where(other => other >= 0 && other < inText.Length).Select(other => inText[other].Folded);
    }

    private Correction? One(SearchQuery query, SearchScope scope, Syllable[] syllables, IReadOnlyList<string>[] candidates) => syllables
        .SelectMany((syllable, at) => candidates[at].Select(word => (Corrected: query.With(syllable, word), Word: word)))
        .Select(change => (change.Corrected, change.Word, Hits: Find(change.Corrected, scope)))
        .Where(change => change.Hits is { Total: > 0 })
        .OrderByDescending(change => change.Hits!.Total)
        .Select(change => new Correction(change.Corrected, [change.Word], change.Hits!.Hits[0]))
        .FirstOrDefault();

    // Where no single change helps: each syllable that the index does not know, from the last, so that places stay right; then
    // one of those that it knows from elsewhere.
    private Correction? Several(SearchQuery query, SearchScope scope, Syllable[] syllables, IReadOnlyList<string>[] candidates)
    {
        var changed = new List<string>();
        for (var at = syllables.Length - 1; at >= 0; at--)
        {
            if (candidates[at].Count > 0 && !IsKnown(syllables[at].Folded))
            {
                query = query.With(syllables[at], candidates[at][0]);
                changed.Add(candidates[at][0]);
            }
        }

        if (changed.Count == 0)
        {
            return null;
        }

        if (Find(query, scope) is { Total: > 0 } hits)
        {
            return new Correction(query, changed, hits.Hits[0]);
        }

        var (others, otherCandidates) = Candidates(query);
        return One(query, scope, others, otherCandidates) is { } one ? one with { Changed = [.. one.Changed, .. changed] } : null;
    }

    private (Syllable[] Syllables, IReadOnlyList<string>[] Candidates) Candidates(SearchQuery query)
    {
        var syllables = query.Syllables.Where(syllable => syllable.Folded.Length >= ShortestSyllable && !syllable.Folded.Any(char.IsAsciiDigit)).Take(MostSyllables).ToArray();
        return (syllables, [.. syllables.Select((syllable, at) => CandidatesFor(
            syllable.Folded,
            at > 0 ? syllables[at - 1].Folded : null,
            at + 1 < syllables.Length ? syllables[at + 1].Folded : null))]);
    }

    private SearchHits? Find(SearchQuery query, SearchScope scope) => search.Find(Ranking.Of(query, Synonyms.None), scope, SearchOrder.Best, 0, 1);

    private bool IsKnown(string folded) => index.Search(searcher => new Known(ContentSearch.FrequencyOf(searcher.IndexReader, folded) > 0)) is { Is: true };

    // Terms of all sites and drafts: only a change that finds something in the scope is ever told. First what goes with its neighbours.
    private IReadOnlyList<string> CandidatesFor(string folded, string? before, string? after) => index.Search(searcher =>
    {
        var reader = searcher.IndexReader;
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var other in AlikeTo(folded))
        {
            found[other] = ContentSearch.FrequencyOf(reader, other);
        }

        if (MultiFields.GetTerms(reader, SearchFields.Body) is { } terms)
        {
            var near = new FuzzyTermsEnum(terms, new AttributeSource(), new Term(SearchFields.Body, folded), 1, 0, true);
            while (near.MoveNext())
            {
                var word = near.Term.Utf8ToString();
                // Only syllables without diacritics: each that is written with them is there without them too.
                if (word != folded && word.Length > 1 && word.All(char.IsAsciiLetterLower))
                {
                    found[word] = near.DocFreq;
                }
            }
        }

        return found.Where(pair => pair.Value > 0)
            .OrderByDescending(pair => PairFrequencyOf(reader, before, pair.Key) + PairFrequencyOf(reader, pair.Key, after)).ThenByDescending(pair => pair.Value)
            .Take(MostCandidates).Select(pair => pair.Key).ToArray();
    }) ?? [];

    private static int PairFrequencyOf(IndexReader reader, string? first, string? second) =>
        first is null || second is null ? 0 : ContentSearch.FrequencyOf(reader, VietnameseAnalyzer.Pair(first, second));

    private static IEnumerable<string> AlikeTo(string folded)
    {
        foreach (var (one, other) in SoundsAlike)
        {
            if (folded.StartsWith(one, StringComparison.Ordinal))
            {
                yield return other + folded[one.Length..];
            }

            if (folded.StartsWith(other, StringComparison.Ordinal))
            {
                yield return one + folded[other.Length..];
            }
        }
    }

    private sealed record Known(bool Is);
}
