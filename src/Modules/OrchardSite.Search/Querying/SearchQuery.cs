using System.Text;
using OrchardSite.Search.Analysis;
using OrchardSite.Text;

namespace OrchardSite.Search.Querying;

/// <summary>A part of what was typed: a word, or a phrase in quotes whose syllables follow each other.</summary>
public sealed record QueryPart(IReadOnlyList<Syllable> Syllables, bool IsPhrase);

/// <summary>What somebody typed into the search box: words, phrases in quotes, words to leave out with a minus before them.</summary>
public sealed class SearchQuery
{
    public const int LongestText = 200;
    private const int MostSyllables = 30;
    private const int LongestKey = 40;

    private SearchQuery(string text, bool isExact, IReadOnlyList<QueryPart> wanted, IReadOnlyList<QueryPart> unwanted) =>
        (Text, IsExact, Wanted, Unwanted) = (text, isExact, wanted, unwanted);

    /// <summary>As it was typed, in NFC, without what cannot be searched for.</summary>
    public string Text { get; }

    /// <summary>True when words must be written with the very diacritics that were typed.</summary>
    public bool IsExact { get; }

    /// <summary>All of these must be there.</summary>
    public IReadOnlyList<QueryPart> Wanted { get; }

    public IReadOnlyList<QueryPart> Unwanted { get; }

    public bool IsEmpty => Wanted.Count == 0;

    /// <summary>The wanted syllables in the order in which they were typed.</summary>
    public IEnumerable<Syllable> Syllables => Wanted.SelectMany(part => part.Syllables);

    /// <summary>Keys of the numbers that were typed, if the text can be one or has one.</summary>
    public IEnumerable<string> NumberKeys
    {
        get
        {
            var whole = VietnameseText.NumberKey(WithoutWord(Text));
            var found = DocumentNumber.FindAll(Text);
            return (whole.Length is > 0 and <= LongestKey && whole.Any(char.IsAsciiDigit) ? found.Prepend(whole) : found).Distinct(StringComparer.Ordinal);
        }
    }

    /// <param name="typed">Anything at all.</param>
    public static SearchQuery Read(string? typed, bool isExact = false)
    {
        var text = Clean(typed);
        var wanted = new List<QueryPart>();
        var unwanted = new List<QueryPart>();
        var room = MostSyllables;
        foreach (var (start, end, isPhrase, isUnwanted) in Parts(text))
        {
            var syllables = Analysis.Syllables.Of(text[start..end]).Take(room)
                .Select(syllable => syllable with { Start = start + syllable.Start, End = start + syllable.End })
                .ToArray();
            room -= syllables.Length;
            IEnumerable<QueryPart> parts = isPhrase || isUnwanted
                ? [new QueryPart(syllables, IsPhrase: true)]
                : syllables.Select(syllable => new QueryPart([syllable], IsPhrase: false));
            (isUnwanted ? unwanted : wanted).AddRange(parts.Where(part => part.Syllables.Count > 0));
        }

        return new SearchQuery(text, isExact, wanted, unwanted);
    }

    /// <summary>The same with another word in the place of a syllable.</summary>
    /// <param name="syllable">One of <see cref="Syllables"/>.</param>
    public SearchQuery With(Syllable syllable, string word) => Read(Text[..syllable.Start] + word + Text[syllable.End..], IsExact);

    private static string Clean(string? typed)
    {
        var clean = new StringBuilder();
        foreach (var rune in (typed ?? "").EnumerateRunes())
        {
            if (clean.Length >= LongestText)
            {
                break;
            }

            clean.Append(Rune.IsControl(rune) || rune == Rune.ReplacementChar ? " " : rune.ToString());
        }

        return VietnameseText.ToNfc(clean.ToString()).Trim();
    }

    // A quote without its other half begins a phrase that ends with the text.
    private static IEnumerable<(int Start, int End, bool IsPhrase, bool IsUnwanted)> Parts(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var isUnwanted = IsMinus(text, at);
            at += isUnwanted ? 1 : 0;
            var isPhrase = IsQuote(text[at]);
            at += isPhrase ? 1 : 0;
            var end = at;
            while (end < text.Length && (isPhrase ? !IsQuote(text[end]) : !char.IsWhiteSpace(text[end]) && !IsQuote(text[end])))
            {
                end++;
            }

            yield return (at, end, isPhrase, isUnwanted);
            at = isPhrase ? end + 1 : Math.Max(end, at + 1);
        }
    }

    // After a digit it belongs to the number of a document: 138 -CV/ĐUK.
    private static bool IsMinus(string text, int at) =>
        text[at] == '-' && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]) && !(text[..at].TrimEnd() is [.., var last] && char.IsAsciiDigit(last));

    private static bool IsQuote(char character) => character is '"' or '“' or '”';

    // “số 138-CV/ĐUK” names the number 138-CV/ĐUK.
    private static string WithoutWord(string text) =>
        VietnameseText.Fold(text).StartsWith("so ", StringComparison.Ordinal) ? text[3..] : text;
}
