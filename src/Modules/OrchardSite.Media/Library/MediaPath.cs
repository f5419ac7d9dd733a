using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using OrchardSite.Text;

namespace OrchardSite.Media;

/// <summary>Where a file is in the library: folders and a name, in NFC, separated by single slashes, such as <c>hinh-anh/Hội nghị.jpg</c>.</summary>
public static class MediaPath
{
    public const int Longest = 255;

    private static readonly SearchValues<char> ForbiddenCharacters = SearchValues.Create("\\:*?\"<>|");

    // Windows has no such files, and people keep copies of a library there.
    private static readonly HashSet<string> DeviceNames = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <param name="path">The path in NFC, or empty.</param>
    /// <param name="fault">An English sentence to translate.</param>
    public static bool TryRead(string text, out string path, [NotNullWhen(false)] out string? fault)
    {
        path = "";
        fault = FaultOfCharacters(text);
        if (fault is null)
        {
            path = VietnameseText.ToNfc(text);
            fault = path.Length > Longest ? "A path in the library has at most 255 characters." : FaultOfSegments(path);
        }

        return fault is null;
    }

    private static string? FaultOfCharacters(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                || rune == Rune.ReplacementChar)
            {
                return "A path in the library has no invisible characters.";
            }
        }

        return text.AsSpan().ContainsAny(ForbiddenCharacters) ? "A path in the library has none of these characters: \\ : * ? \" < > |" : null;
    }

    private static string? FaultOfSegments(string path)
    {
        foreach (var segment in path.Split('/'))
        {
            if (segment.Length == 0)
            {
                return "A path in the library is folders and a file name with single slashes between them.";
            }

            if (segment[0] is '.' or ' ' || segment[^1] is '.' or ' ')
            {
                return "No folder or file name begins or ends with a full stop or a space.";
            }

            if (DeviceNames.Contains(segment.Split('.')[0]))
            {
                return "A folder or file cannot have the name of a Windows device.";
            }
        }

        return null;
    }
}
