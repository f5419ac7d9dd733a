using OrchardSite.Search.Analysis;

namespace OrchardSite.Search.Querying;

/// <param name="Syllables">As they were typed.</param>
/// <param name="IsPhrase">True when they must follow each other.</param>
/// <param name="Alternatives">Phrases that mean the same.</param>
internal sealed record QueryElement(IReadOnlyList<Syllable> Syllables, bool IsPhrase, IReadOnlyList<IReadOnlyList<Syllable>> Alternatives);

/// <summary>Words that mean the same on a site, such as <c>XTTM = xúc tiến thương mại</c>. Applied to what is typed, so that a change needs no new index.</summary>
internal sealed class Synonyms
{
    public static readonly Synonyms None = new([]);

    private readonly Dictionary<string, List<IReadOnlyList<Syllable>>> _others = new(StringComparer.Ordinal);
    private readonly int _longest;

    /// <param name="groups">Phrases that mean the same as each other.</param>
    public Synonyms(IEnumerable<IReadOnlyList<string>> groups)
    {
        foreach (var group in groups)
        {
            var phrases = group.Select(phrase => Syllables.Of(phrase).ToArray()).Where(phrase => phrase.Length > 0).ToArray();
            foreach (var phrase in phrases)
            {
                _longest = Math.Max(_longest, phrase.Length);
                var others = _others.TryGetValue(KeyOf(phrase), out var known) ? known : _others[KeyOf(phrase)] = [];
                others.AddRange(phrases.Where(other => KeyOf(other) != KeyOf(phrase)));
            }
        }
    }

    /// <summary>What is wanted, cut where synonyms begin and end. Quoted phrases and exact queries mean what they say.</summary>
    public IReadOnlyList<QueryElement> Expand(SearchQuery query)
    {
        var elements = new List<QueryElement>();
        for (var at = 0; at < query.Wanted.Count;)
        {
            var length = query.IsExact ? 0 : LongestAt(query.Wanted, at);
            if (length == 0)
            {
                elements.Add(new QueryElement(query.Wanted[at].Syllables, query.Wanted[at].IsPhrase, []));
                at++;
                continue;
            }

            var syllables = query.Wanted.Skip(at).Take(length).SelectMany(part => part.Syllables).ToArray();
            elements.Add(new QueryElement(syllables, IsPhrase: false, _others[KeyOf(syllables)]));
            at += length;
        }

        return elements;
    }

    private int LongestAt(IReadOnlyList<QueryPart> parts, int at)
    {
        for (var length = Math.Min(_longest, parts.Count - at); length > 0; length--)
        {
            var some = parts.Skip(at).Take(length).ToArray();
            if (!some.Any(part => part.IsPhrase) && _others.ContainsKey(KeyOf(some.SelectMany(part => part.Syllables))))
            {
                return length;
            }
        }

        return 0;
    }

    private static string KeyOf(IEnumerable<Syllable> syllables) => string.Join(' ', syllables.Select(syllable => syllable.Folded));
}
