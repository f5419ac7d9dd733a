using Lucene.Net.Index;
using Lucene.Net.Search;
using OrchardSite.Search.Analysis;
using OrchardSite.Search.Indexing;

namespace OrchardSite.Search.Querying;

/// <summary>A query in two parts.</summary>
/// <param name="Roughly">Finds, and is soon done for each document: what comes first is among its best.</param>
/// <param name="Exactly">Says of documents that were found which comes first; takes any.</param>
internal sealed record RankedQuery(Query Roughly, Query Exactly);

/// <summary>
/// What comes first. The number of a document; then the phrase as it was typed, the phrase without diacritics, all syllables
/// near each other, all of them anywhere; in each of these a title before a lead before a text before an attached file. Of
/// those that are found in the same way, the one whose title has more of the syllables and their pairs, then the newer.
/// </summary>
internal static class Ranking
{
    private const float WholeNumber = 1000;
    private const float StartOfNumber = 500;
    private const float MentionedNumber = 45;

    // A synonym is not quite what was asked for.
    private const float Synonym = 0.9f;
    private const int MostSequences = 5;

    // Shared by the syllables, or by their pairs, that are there.
    private const float SyllablesInTitle = 12;
    private const float SyllablesInLead = 4;
    private const float ExactSyllablesInTitle = 6;
    private const float PairsInTitle = 15;
    private const float PairsInText = 4;
    private const int NearBy = 12;

    // Of a number that is still being typed.
    private const int ShortestNumberStart = 3;

    // Who asks a whole question does not look for these.
    private static readonly string[] QuestionPairs =
    [
        "nhu the", "the nao", "nhu nao", "khi nao", "luc nao", "bao gio", "bao lau", "bao nhieu", "o dau", "tai dau", "lam sao", "lam the", "vi sao", "tai sao", "la gi", "can gi", "hoi ai", "co the", "duoc khong",
    ];

    private static readonly Tier[] Tiers =
    [
        new(SearchFields.Title, Exact: 100, Folded: 80, Near: 55, All: 26),
        new(SearchFields.Lead, Exact: 60, Folded: 50, Near: 28, All: 12),
        new(SearchFields.Body, Exact: 40, Folded: 30, Near: 20, All: 10),
        new(SearchFields.Files, Exact: 9, Folded: 8, Near: 7, All: 6),
    ];

    /// <summary>What has all that is wanted.</summary>
    /// <param name="lastIsBegun">True: the last syllable may be the start of a longer one, for it is still being typed.</param>
    public static RankedQuery Of(SearchQuery query, Synonyms synonyms, bool lastIsBegun = false)
    {
        var elements = synonyms.Expand(query);
        var rough = Required(query, elements, lastIsBegun);
        AddRoughly(rough, elements);
        var exact = Any();
        exact.Add(Best(elements, query.IsExact), Occur.SHOULD);
        AddParts(exact, [.. query.Syllables]);
        return new RankedQuery(WithNumbers(rough, query), WithNumbers(exact, query));
    }

    /// <summary>What has a title or a number that begins as is typed.</summary>
    public static RankedQuery Begun(SearchQuery query)
    {
        Syllable[] syllables = [.. query.Syllables];
        var rough = BegunInTitle(syllables);
        foreach (var pair in PairsOf(syllables))
        {
            rough.Add(Scored(Term(SearchFields.Title, pair), 1), Occur.SHOULD);
        }

        var exact = Any();
        AddParts(exact, syllables);
        return new RankedQuery(WithNumbers(rough, query), WithNumbers(exact, query));
    }

    /// <summary>
    /// What has most of the words, for a query of which nothing has all, such as a whole question. A word of Vietnamese has two
    /// syllables as a rule, so a pair says more than its syllables, and more the fewer documents have it.
    /// </summary>
    /// <param name="rarity">Of a term: the larger, the fewer documents have it.</param>
    public static Query Nearly(SearchQuery query, Func<string, float> rarity)
    {
        Syllable[] syllables = [.. query.Syllables];
        var pairs = PairsOf(syllables).Except(QuestionPairs).ToArray();
        var near = new BooleanQuery
        {
            { Some(pairs, pairs.Length / 3, rarity), Occur.SHOULD },
            { Some([.. syllables.Select(syllable => syllable.Folded).Distinct()], syllables.Length * 2 / 3, _ => 1), Occur.SHOULD },
        };
        foreach (var part in query.Unwanted)
        {
            near.Add(InAnyField(part.Syllables, isExact: false), Occur.MUST_NOT);
        }

        return near;
    }

    /// <summary>Something that must be so and says nothing of what comes first.</summary>
    public static ConstantScoreQuery Silent(Query query) => Scored(query, 0);

    private static ConstantScoreQuery Scored(Query query, float score) => new(query) { Boost = score };

    private static Query WithNumbers(BooleanQuery words, SearchQuery query)
    {
        var keys = query.NumberKeys.ToArray();
        if (keys.Length == 0)
        {
            return words;
        }

        var all = new BooleanQuery { { words, Occur.SHOULD } };
        foreach (var key in keys)
        {
            all.Add(Scored(Term(SearchFields.Number, key), WholeNumber), Occur.SHOULD);
            all.Add(Scored(Term(SearchFields.Mention, key), MentionedNumber), Occur.SHOULD);
        }

        if (keys[0].Length >= ShortestNumberStart && keys[0].Any(char.IsAsciiLetter))
        {
            all.Add(Scored(new PrefixQuery(new Term(SearchFields.Number, keys[0])), StartOfNumber), Occur.SHOULD);
        }

        return all;
    }

    private static BooleanQuery Some(IReadOnlyCollection<string> terms, int least, Func<string, float> weight)
    {
        var some = new BooleanQuery { MinimumNumberShouldMatch = Math.Max(1, least) };
        foreach (var term in terms)
        {
            var any = new DisjunctionMaxQuery(0);
            foreach (var tier in Tiers)
            {
                any.Add(Scored(Term(tier.Field, term), tier.All * weight(term)));
            }

            some.Add(any, Occur.SHOULD);
        }

        return some;
    }

    private static IEnumerable<string> PairsOf(IReadOnlyList<Syllable> syllables) =>
        syllables.Zip(syllables.Skip(1), (first, second) => VietnameseAnalyzer.Pair(first, second)).Distinct();

    private static BooleanQuery Required(SearchQuery query, IReadOnlyList<QueryElement> elements, bool lastIsBegun)
    {
        var words = new BooleanQuery();
        for (var index = 0; index < elements.Count; index++)
        {
            words.Add(Silent(Wanted(elements[index], query.IsExact, lastIsBegun && index == elements.Count - 1)), Occur.MUST);
        }

        foreach (var part in query.Unwanted)
        {
            words.Add(InAnyField(part.Syllables, query.IsExact), Occur.MUST_NOT);
        }

        return words;
    }

    private static BooleanQuery Any() => new() { { Silent(new MatchAllDocsQuery()), Occur.MUST } };

    private static BooleanQuery BegunInTitle(Syllable[] syllables)
    {
        var title = new BooleanQuery();
        for (var index = 0; index < syllables.Length; index++)
        {
            var term = new Term(SearchFields.Title, syllables[index].Folded);
            title.Add(Silent(index == syllables.Length - 1 ? new PrefixQuery(term) : new TermQuery(term)), Occur.MUST);
        }

        return title;
    }

    // Which pairs of syllables are in which field says nearly as much as phrases do, and no position need be read for it.
    private static void AddRoughly(BooleanQuery words, IReadOnlyList<QueryElement> elements)
    {
        foreach (var sequence in Sequences(elements))
        {
            var exact = sequence.Select(syllable => syllable.Exact).Distinct().ToArray();
            foreach (var syllable in exact)
            {
                words.Add(Scored(Term(SearchFields.Title, syllable), ExactSyllablesInTitle / exact.Length), Occur.SHOULD);
            }

            string[] terms = sequence.Count == 1 ? [sequence[0].Folded] : [.. PairsOf(sequence)];
            foreach (var tier in Tiers)
            {
                foreach (var term in terms)
                {
                    words.Add(Scored(Term(tier.Field, term), tier.Folded / terms.Length), Occur.SHOULD);
                }
            }
        }
    }

    private static Query Wanted(QueryElement element, bool isExact, bool lastIsBegun)
    {
        var own = element.IsPhrase ? InAnyField(element.Syllables, isExact) : AllOf(element.Syllables, isExact, lastIsBegun);
        if (element.Alternatives.Count == 0)
        {
            return own;
        }

        var any = new BooleanQuery { { own, Occur.SHOULD } };
        foreach (var alternative in element.Alternatives)
        {
            any.Add(InAnyField(alternative, isExact: false), Occur.SHOULD);
        }

        return any;
    }

    private static BooleanQuery AllOf(IReadOnlyList<Syllable> syllables, bool isExact, bool lastIsBegun)
    {
        var all = new BooleanQuery();
        for (var index = 0; index < syllables.Count; index++)
        {
            all.Add(lastIsBegun && index == syllables.Count - 1 ? BegunInAnyField(syllables[index]) : InAnyField([syllables[index]], isExact), Occur.MUST);
        }

        return all;
    }

    private static DisjunctionMaxQuery Best(IReadOnlyList<QueryElement> elements, bool isExact)
    {
        var best = new DisjunctionMaxQuery(0);
        var weight = 1f;
        foreach (var sequence in Sequences(elements))
        {
            // Who types without diacritics asks for no spelling in particular.
            var isSpelt = isExact || sequence.Any(syllable => syllable.Exact != syllable.Folded);
            foreach (var tier in Tiers)
            {
                if (isSpelt)
                {
                    best.Add(Scored(Phrase(tier.Field, sequence, isExact: true, 0), tier.Exact * weight));
                }

                if (isExact)
                {
                    continue;
                }

                best.Add(Scored(Phrase(tier.Field, sequence, isExact: false, 0), tier.Folded * weight));
                if (sequence.Count > 1)
                {
                    best.Add(Scored(Phrase(tier.Field, sequence, isExact: false, NearBy), tier.Near * weight));
                    best.Add(Scored(AllIn(tier.Field, sequence), tier.All * weight));
                }
            }

            weight = Synonym;
        }

        return best;
    }

    // As it was typed, and with one of the synonyms in its place.
    private static IEnumerable<IReadOnlyList<Syllable>> Sequences(IReadOnlyList<QueryElement> elements)
    {
        IEnumerable<IReadOnlyList<Syllable>> others = elements.SelectMany((element, index) => element.Alternatives.Select(alternative =>
            elements.SelectMany((other, at) => at == index ? alternative : other.Syllables).ToArray()));
        return others.Prepend(elements.SelectMany(element => element.Syllables).ToArray()).Take(MostSequences);
    }

    private static void AddParts(BooleanQuery words, Syllable[] syllables)
    {
        var singles = syllables.Select(syllable => syllable.Folded).Distinct().ToArray();
        foreach (var single in singles)
        {
            words.Add(Scored(Term(SearchFields.Title, single), SyllablesInTitle / singles.Length), Occur.SHOULD);
            words.Add(Scored(Term(SearchFields.Lead, single), SyllablesInLead / singles.Length), Occur.SHOULD);
        }

        var written = syllables.Select(syllable => syllable.Exact).Distinct().ToArray();
        foreach (var exact in written)
        {
            words.Add(Scored(Term(SearchFields.Title, exact), ExactSyllablesInTitle / written.Length), Occur.SHOULD);
        }

        var pairs = PairsOf(syllables).ToArray();
        foreach (var pair in pairs)
        {
            words.Add(Scored(Term(SearchFields.Title, pair), PairsInTitle / pairs.Length), Occur.SHOULD);
            words.Add(Scored(Term(SearchFields.Body, pair), PairsInText / pairs.Length), Occur.SHOULD);
        }
    }

    private static BooleanQuery InAnyField(IReadOnlyList<Syllable> syllables, bool isExact)
    {
        var any = new BooleanQuery();
        foreach (var tier in Tiers)
        {
            any.Add(Phrase(tier.Field, syllables, isExact, 0), Occur.SHOULD);
        }

        return any;
    }

    private static BooleanQuery BegunInAnyField(Syllable syllable)
    {
        var any = new BooleanQuery();
        foreach (var tier in Tiers)
        {
            any.Add(new PrefixQuery(new Term(tier.Field, syllable.Folded)), Occur.SHOULD);
        }

        return any;
    }

    private static BooleanQuery AllIn(string field, IReadOnlyList<Syllable> syllables)
    {
        var all = new BooleanQuery();
        foreach (var syllable in syllables)
        {
            all.Add(Term(field, syllable.Folded), Occur.MUST);
        }

        return all;
    }

    private static Query Phrase(string field, IReadOnlyList<Syllable> syllables, bool isExact, int slop)
    {
        if (syllables.Count == 1)
        {
            return Term(field, Form(syllables[0], isExact));
        }

        if (syllables.Count == 2 && !isExact && slop == 0)
        {
            return Term(field, VietnameseAnalyzer.Pair(syllables[0], syllables[1]));
        }

        var phrase = new PhraseQuery { Slop = slop };
        foreach (var syllable in syllables)
        {
            phrase.Add(new Term(field, Form(syllable, isExact)));
        }

        return phrase;
    }

    private static string Form(Syllable syllable, bool isExact) => isExact ? syllable.Exact : syllable.Folded;

    private static SharedTermQuery Term(string field, string text) => new(new Term(field, text));

    /// <summary>What is added to the score of something that is found in a field in one of the ways.</summary>
    private readonly record struct Tier(string Field, float Exact, float Folded, float Near, float All);
}
