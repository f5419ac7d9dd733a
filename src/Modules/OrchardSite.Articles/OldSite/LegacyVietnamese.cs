using System.Text;
using System.Text.RegularExpressions;

namespace OrchardSite.Articles.OldSite;

/// <summary>
/// Reads text that was written with a font of TCVN3 (.VnTime) or VNI (VNI-Times): its bytes were taken for Latin letters,
/// so that "Công Thương" looks like "C«ng Th­¬ng" or "Coâng Thöông".
/// </summary>
public static partial class LegacyVietnamese
{
    // Fewer signs of an encoding than this may be a foreign name or a symbol.
    private const int FewestSigns = 3;

    /// <returns>The text in Unicode; what is in neither encoding comes back as it is.</returns>
    public static string ToUnicode(string text)
    {
        if (UnicodeLetters().IsMatch(text))
        {
            return text;
        }

        var tcvn3 = Tcvn3Signs().Count(text);
        var vni = VniSigns().Count(text);
        return Math.Max(tcvn3, vni) < FewestSigns ? text
            : tcvn3 > vni ? Tcvn3.ToUnicode(text)
            : Vni.ToUnicode(text);
    }

    // Letters that no Western code page has; a text that has one was read as what it is.
    [GeneratedRegex("[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u0300\u0301\u0303\u0309\u0323\u1EA0-\u1EF9]")]
    private static partial Regex UnicodeLetters();

    // Symbols at a letter: ă â ê ô ơ ư đ, à ả ã á ạ and the tones of ă, which VNI writes with letters.
    [GeneratedRegex("(?<=[a-zA-Z])[\u00A8-\u00AE\u00B5-\u00B9\u00BB-\u00BE]|[\u00A8-\u00AE\u00B5-\u00B9\u00BB-\u00BE](?=[a-zA-Z])")]
    private static partial Regex Tcvn3Signs();

    // A vowel followed by a mark, or đ, or ơ and ư before a letter.
    [GeneratedRegex("[aeouyAEOUY\u00D4\u00D6\u00F4\u00F6][\u00C0-\u00C5\u00C8-\u00CB\u00CF\u00D5\u00D8-\u00DC\u00E0-\u00E5\u00E8-\u00EB\u00EF\u00F5\u00F8-\u00FC]|[\u00D1\u00F1]|[\u00D4\u00D6\u00F4\u00F6](?=[a-zA-Z])")]
    private static partial Regex VniSigns();
}

/// <summary>TCVN 5712:1993, the set VN3: one byte per letter; capitals with a tone are small letters in a font of capitals.</summary>
internal static partial class Tcvn3
{
    private const char First = '\u00A1';

    // From 0xA1 to 0xFE; a space where the set has no letter.
    private const string Letters =
        "ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ";

    public static string ToUnicode(string text) => Capitals().Replace(
        string.Create(text.Length, text, static (letters, source) =>
        {
            for (var index = 0; index < letters.Length; index++)
            {
                letters[index] = LetterOf(source[index]);
            }
        }),
        capitals => capitals.Value.ToUpperInvariant());

    private static char LetterOf(char character) =>
        character >= First && character - First < Letters.Length && Letters[character - First] is not ' ' and var letter ? letter : character;

    // A line, or else a word, with two plain capitals and no plain small letter was set in a font of capitals: "CéNG HOµ".
    [GeneratedRegex(@"^(?=.*[A-Z].*[A-Z])[^a-z\r\n]+$|(?<!\p{L})(?=\p{L}*[A-Z]\p{L}*[A-Z])[\p{L}-[a-z]]+(?!\p{L})", RegexOptions.Multiline)]
    private static partial Regex Capitals();
}

/// <summary>VNI for Windows: a plain vowel, then a letter that stands for its marks.</summary>
internal static partial class Vni
{
    private const string Marks = "ùøûõïâáàåãäêéèúüë";

    private static readonly string[] Combining =
    [
        "\u0301", "\u0300", "\u0309", "\u0303", "\u0323",
        "\u0302", "\u0302\u0301", "\u0302\u0300", "\u0302\u0309", "\u0302\u0303", "\u0302\u0323",
        "\u0306", "\u0306\u0301", "\u0306\u0300", "\u0306\u0309", "\u0306\u0303", "\u0306\u0323",
    ];

    private const string Alone = "ñôöíìæóòîÑÔÖÍÌÆÓÒÎ";
    private const string AloneLetters = "đơưíìỉĩịỵĐƠƯÍÌỈĨỊỴ";

    public static string ToUnicode(string text)
    {
        var unicode = new StringBuilder(text.Length);
        var takesMark = false;
        foreach (var character in text)
        {
            var mark = Marks.IndexOf(char.ToLowerInvariant(character), StringComparison.Ordinal);
            if (takesMark && mark >= 0)
            {
                unicode.Append(Combining[mark]);
                takesMark = false;
                continue;
            }

            var alone = Alone.IndexOf(character, StringComparison.Ordinal);
            unicode.Append(alone >= 0 ? AloneLetters[alone] : character);
            takesMark = "aeouyAEOUYôöÔÖ".Contains(character, StringComparison.Ordinal);
        }

        return unicode.ToString().Normalize(NormalizationForm.FormC);
    }
}
