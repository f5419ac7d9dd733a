using System.Text;

namespace OrchardSite.Text;

/// <summary>The Latin letters that are made by adding marks, of which Vietnamese text is full: each is asked of Unicode's tables once, and not again in each syllable.</summary>
public static class MarkedLetters
{
    private const char FirstOfLatin = '\u00c0';
    private const char LastOfLatin = '\u024f';
    private const char FirstOfAdditional = '\u1e00';
    private const char LastOfAdditional = '\u1eff';

    private static readonly string[] Parts = [.. Letters().Select(letter => letter.ToString().Normalize(NormalizationForm.FormD))];

    /// <returns>The letter and its marks, as canonical decomposition has them; null for a character that is none of these letters.</returns>
    public static string? Decompose(char character) => character switch
    {
        >= FirstOfLatin and <= LastOfLatin => Parts[character - FirstOfLatin],
        >= FirstOfAdditional and <= LastOfAdditional => Parts[LastOfLatin - FirstOfLatin + 1 + character - FirstOfAdditional],
        _ => null,
    };

    /// <summary>Canonical decomposition (NFD).</summary>
    public static string Decompose(string text)
    {
        var letters = new StringBuilder(text.Length * 2);
        foreach (var character in text)
        {
            if (char.IsAscii(character))
            {
                letters.Append(character);
            }
            else if (Decompose(character) is { } parts)
            {
                letters.Append(parts);
            }
            else
            {
                return text.Normalize(NormalizationForm.FormD);
            }
        }

        return letters.ToString();
    }

    /// <summary>The lower case of a character of decomposed text: of a mark, the mark.</summary>
    public static char ToLower(char character) => character is (>= '\u0300' and <= '\u036f') or 'đ' ? character : char.ToLowerInvariant(character);

    private static IEnumerable<char> Letters() => Range(FirstOfLatin, LastOfLatin).Concat(Range(FirstOfAdditional, LastOfAdditional));

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(code => (char)code);
}
