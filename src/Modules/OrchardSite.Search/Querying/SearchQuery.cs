using System.Text;
using OrchardSite.Search.Analysis;
using OrchardSite.Text;

namespace OrchardSite.Search.Querying;

/// <summary>What somebody typed into the search box: words, phrases in quotes, words to leave out with a minus before them.</summary>
public sealed class SearchQuery
{
    public const int LongestText = 200;
    private const int MostSyllables = 30;

    private SearchQuery(string text, IReadOnlyList<IReadOnlyList<Syllable>> wanted, IReadOnlyList<IReadOnlyList<Syllable>> unwanted) =>
        (Text, Wanted, Unwanted) = (text, wanted, unwanted);

    /// <summary>As it was typed, in NFC, without what cannot be searched for.</summary>
    public string Text { get; }

    /// <summary>Words, and phrases of several syllables, all of which must be there.</summary>
    public IReadOnlyList<IReadOnlyList<Syllable>> Wanted { get; }

    public IReadOnlyList<IReadOnlyList<Syllable>> Unwanted { get; }

    public bool IsEmpty => Wanted.Count == 0;

    /// <summary>The wanted syllables in the order in which they were typed.</summary>
    public IEnumerable<Syllable> Syllables => Wanted.SelectMany(phrase => phrase);

    /// <summary>The key of a document's number, if the text can be one.</summary>
    public string? NumberKey => Text.Any(char.IsAsciiDigit) && VietnameseText.NumberKey(WithoutWord(Text)) is { Length: > 0 and <= 40 } key ? key : null;

    public static SearchQuery Read(string? typed)
    {
        var text = Clean(typed);
        var wanted = new List<IReadOnlyList<Syllable>>();
        var unwanted = new List<IReadOnlyList<Syllable>>();
        var room = MostSyllables;
        foreach (var (words, isPhrase, isUnwanted) in Parts(text))
        {
            var syllables = Analysis.Syllables.Of(words).Take(room).ToArray();
            room -= syllables.Length;
            IEnumerable<IReadOnlyList<Syllable>> phrases = isPhrase || isUnwanted ? [syllables] : syllables.Select(syllable => new[] { syllable });
            (isUnwanted ? unwanted : wanted).AddRange(phrases.Where(phrase => phrase.Count > 0));
        }

        return new SearchQuery(text, wanted, unwanted);
    }

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
    private static IEnumerable<(string Words, bool IsPhrase, bool IsUnwanted)> Parts(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var isUnwanted = text[at] == '-' && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);
            at += isUnwanted ? 1 : 0;
            var isPhrase = IsQuote(text[at]);
            at += isPhrase ? 1 : 0;
            var end = at;
            while (end < text.Length && (isPhrase ? !IsQuote(text[end]) : !char.IsWhiteSpace(text[end]) && !IsQuote(text[end])))
            {
                end++;
            }

            yield return (text[at..end], isPhrase, isUnwanted);
            at = isPhrase ? end + 1 : Math.Max(end, at + 1);
        }
    }

    private static bool IsQuote(char character) => character is '"' or '“' or '”';

    // “số 138-CV/ĐUK” names the number 138-CV/ĐUK.
    private static string WithoutWord(string text) =>
        VietnameseText.Fold(text).StartsWith("so ", StringComparison.Ordinal) ? text[3..] : text;
}
