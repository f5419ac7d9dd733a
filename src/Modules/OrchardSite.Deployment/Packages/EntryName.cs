using System.Globalization;
using System.Text;

namespace OrchardSite.Deployment;

/// <summary>Which names of files in a package may become files on the server.</summary>
internal static class EntryName
{
    private const int Longest = 400;

    // In UTF-8: what the file systems take, with some to spare.
    private const int LongestSegment = 200;

    private static readonly HashSet<string> DeviceNames = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>True for folders and a name with single slashes between them, inside the package on every system.</summary>
    public static bool IsSafe(string name) =>
        name.Length is > 0 and <= Longest
        && name.IsNormalized(NormalizationForm.FormC)
        && name.IndexOfAny(['\\', ':', '*', '?', '"', '<', '>', '|']) < 0
        && name.EnumerateRunes().All(IsVisible)
        && Array.TrueForAll(name.Split('/'), IsSafeSegment);

    /// <summary>Two names with one key are one file on some system.</summary>
    public static string KeyOf(string name) => name.ToUpperInvariant();

    /// <summary>The folders that the file is in, outermost first.</summary>
    public static IEnumerable<string> FoldersOf(string name)
    {
        for (var end = name.IndexOf('/'); end > 0; end = name.IndexOf('/', end + 1))
        {
            yield return name[..end];
        }
    }

    private static bool IsSafeSegment(string segment) =>
        segment.Length > 0
        && segment[0] is not ('.' or ' ') && segment[^1] is not ('.' or ' ')
        && Encoding.UTF8.GetByteCount(segment) <= LongestSegment
        && !DeviceNames.Contains(segment.Split('.')[0]);

    private static bool IsVisible(Rune rune) =>
        rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
