using System.Globalization;
using System.Text;

namespace OrchardSite.Text;

/// <summary>How the portal reads and writes Vietnamese: NFC in storage, folded for addresses and keys.</summary>
public static class VietnameseText
{
    private const int LongestSlug = 120;

    public static string ToNfc(string text) => text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);

    /// <summary>Lower case without diacritics: <c>Đặng Thùy</c> becomes <c>dang thuy</c>.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in MarkedLetters.Decompose(text))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark)
            {
                folded.Append(FoldStroke(MarkedLetters.ToLower(character)));
            }
        }

        return folded.ToString();
    }

    /// <summary>An address part: folded words joined by hyphens, at most 120 characters, never cut inside a word that fits.</summary>
    public static string Slugify(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var character in Fold(text))
        {
            if (character is >= 'a' and <= 'z' or >= '0' and <= '9')
            {
                slug.Append(character);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return Shorten(slug.ToString().TrimEnd('-'));
    }

    /// <summary>The key under which a document number is found however it is written: <c>138-CV/ĐUK</c> becomes <c>138CVDUK</c>.</summary>
    public static string NumberKey(string number) =>
        string.Concat(Fold(number).Where(character => character is >= 'a' and <= 'z' or >= '0' and <= '9')).ToUpperInvariant();

    private static string Shorten(string slug)
    {
        if (slug.Length <= LongestSlug)
        {
            return slug;
        }

        var end = slug.LastIndexOf('-', LongestSlug);
        return slug[..(end > 0 ? end : LongestSlug)];
    }

    // đ has no Unicode decomposition; eth (Ð) is a lookalike found in real Vietnamese text.
    private static char FoldStroke(char character) => character is 'đ' or 'ð' ? 'd' : character;
}
