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

    /// <summary>The folder that a file or folder is in; empty at the top.</summary>
    public static string FolderOf(string path) => path.LastIndexOf('/') is > 0 and var end ? path[..end] : "";

    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>With the full stop, in small letters.</summary>
    public static string ExtensionOf(string path) => Path.GetExtension(path).ToLowerInvariant();

    /// <summary>True for the name of a picture, or its ending alone.</summary>
    public static bool IsPicture(string path) => MediaType.Of(path) is { Family: MediaFamily.Picture or MediaFamily.Drawing };

    public static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    /// <summary>The outermost of the folders that a folder is in, or itself.</summary>
    public static string TopOf(string folder) => folder.IndexOf('/') is > 0 and var end ? folder[..end] : folder;

    /// <summary>A folder and those it is in, outermost first; none for the top of the library.</summary>
    public static IEnumerable<string> Ancestry(string folder)
    {
        for (var end = folder.IndexOf('/'); end > 0; end = folder.IndexOf('/', end + 1))
        {
            yield return folder[..end];
        }

        if (folder.Length > 0)
        {
            yield return folder;
        }
    }

    /// <summary>The name of a file as a person's machine has it, without what no name in the library may have.</summary>
    public static string CleanName(string name)
    {
        var clean = new StringBuilder(name.Length);
        foreach (var rune in VietnameseText.ToNfc(NameOf(name.Replace('\\', '/').ToValidText())).EnumerateRunes())
        {
            if (!IsInvisible(rune))
            {
                clean.Append(rune.IsBmp && ForbiddenCharacters.Contains((char)rune.Value) ? "-" : rune.ToString());
            }
        }

        var text = clean.ToString().Trim('.', ' ');
        var extension = Path.GetExtension(text);
        var start = text[..^extension.Length].TrimEnd('.', ' ');
        return DeviceNames.Contains(start.Split('.')[0]) ? $"_{start}{extension}" : start + extension;
    }

    /// <summary>The path with a number before the ending: <c>a.jpg</c>, <c>a-2.jpg</c>.</summary>
    public static string Numbered(string path, int number)
    {
        var extension = Path.GetExtension(path);
        return $"{path[..^extension.Length]}-{number.ToString(CultureInfo.InvariantCulture)}{extension}";
    }

    // Half a pair of surrogates cannot be normalised.
    private static string ToValidText(this string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune == Rune.ReplacementChar;

    private static string? FaultOfCharacters(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsInvisible(rune))
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
