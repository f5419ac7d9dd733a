using System.Globalization;
using System.Text;
using OrchardSite.Text;

namespace OrchardSite.Search.Analysis;

/// <summary>A syllable or a number of a text.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">After its last character.</param>
/// <param name="Exact">With its diacritics, in one form whichever way they are written: <c>hòa</c> and <c>hoà</c> are the same.</param>
/// <param name="Folded">Without diacritics.</param>
public readonly record struct Syllable(int Start, int End, string Exact, string Folded);

/// <summary>Cuts text into what is searched. Vietnamese writes each syllable apart, so no dictionary of words is needed.</summary>
public static class Syllables
{
    private const int Longest = 64;

    /// <param name="text">In NFC.</param>
    public static IEnumerable<Syllable> Of(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && at - start < Longest && IsInside(text[at]))
            {
                at++;
            }

            var written = text[start..at];
            yield return new Syllable(start, at, Exact(written), VietnameseText.Fold(written));
        }
    }

    private static bool IsInside(char character) => char.IsLetterOrDigit(character) || char.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;

    // The tone goes to the end: where in the syllable it is written is a matter of taste.
    private static string Exact(string written)
    {
        var letters = new StringBuilder(written.Length + 2);
        var tone = '\0';
        foreach (var character in MarkedLetters.Decompose(written))
        {
            if (IsTone(character))
            {
                tone = character;
            }
            else
            {
                var lower = MarkedLetters.ToLower(character);
                letters.Append(lower == 'ð' ? 'đ' : lower);
            }
        }

        return (tone == '\0' ? letters : letters.Append(tone)).ToString();
    }

    // Grave, acute, tilde, hook above, dot below.
    private static bool IsTone(char mark) => mark is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323';
}
