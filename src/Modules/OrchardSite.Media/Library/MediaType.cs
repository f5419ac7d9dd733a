using System.Collections.Frozen;

namespace OrchardSite.Media;

internal enum MediaFamily
{
    /// <summary>An SVG: shown, but never with the power of a page.</summary>
    Drawing,

    Picture,

    /// <summary>Sound or film.</summary>
    Recording,

    /// <summary>What browsers show by themselves.</summary>
    Document,

    /// <summary>What the reader's own program opens.</summary>
    Download,
}

/// <summary>A kind of file that the library takes, by the extension of its name.</summary>
/// <param name="Signatures">How its bytes begin, in hexadecimal figures; <c>??</c> is any byte. None: text.</param>
internal sealed record MediaType(string ContentType, MediaFamily Family, params string[] Signatures)
{
    private const string Zip = "504B0304";
    private const string OldOffice = "D0CF11E0A1B11AE1";
    private const string Office = "application/vnd.openxmlformats-officedocument.";
    private const string OpenDocument = "application/vnd.oasis.opendocument.";

    private static readonly FrozenDictionary<string, MediaType> Types = new Dictionary<string, MediaType>
    {
        [".svg"] = new("image/svg+xml", MediaFamily.Drawing),
        [".png"] = new("image/png", MediaFamily.Picture, "89504E470D0A1A0A") { IsResizable = true },
        [".jpg"] = new("image/jpeg", MediaFamily.Picture, "FFD8FF") { IsResizable = true },
        [".jpeg"] = new("image/jpeg", MediaFamily.Picture, "FFD8FF") { IsResizable = true },
        [".webp"] = new("image/webp", MediaFamily.Picture, "52494646????????57454250") { IsResizable = true },
        // Resizing would stop what moves in it.
        [".gif"] = new("image/gif", MediaFamily.Picture, "474946383761", "474946383961"),
        [".mp4"] = new("video/mp4", MediaFamily.Recording, "????????66747970"),
        [".webm"] = new("video/webm", MediaFamily.Recording, "1A45DFA3"),
        [".mp3"] = new("audio/mpeg", MediaFamily.Recording, "494433", "FFFB", "FFF3", "FFF2"),
        [".m4a"] = new("audio/mp4", MediaFamily.Recording, "????????66747970"),
        [".pdf"] = new("application/pdf", MediaFamily.Document, "255044462D"),
        [".docx"] = new(Office + "wordprocessingml.document", MediaFamily.Download, Zip) { PackagePart = "word/" },
        [".xlsx"] = new(Office + "spreadsheetml.sheet", MediaFamily.Download, Zip) { PackagePart = "xl/" },
        [".pptx"] = new(Office + "presentationml.presentation", MediaFamily.Download, Zip) { PackagePart = "ppt/" },
        [".odt"] = new(OpenDocument + "text", MediaFamily.Download, Zip) { PackagePart = "content.xml" },
        [".ods"] = new(OpenDocument + "spreadsheet", MediaFamily.Download, Zip) { PackagePart = "content.xml" },
        [".odp"] = new(OpenDocument + "presentation", MediaFamily.Download, Zip) { PackagePart = "content.xml" },
        [".doc"] = new("application/msword", MediaFamily.Download, OldOffice),
        [".xls"] = new("application/vnd.ms-excel", MediaFamily.Download, OldOffice),
        [".ppt"] = new("application/vnd.ms-powerpoint", MediaFamily.Download, OldOffice),
        [".rtf"] = new("application/rtf", MediaFamily.Download, "7B5C727466"),
        [".txt"] = new("text/plain; charset=utf-8", MediaFamily.Download),
        [".csv"] = new("text/csv; charset=utf-8", MediaFamily.Download),
        [".zip"] = new("application/zip", MediaFamily.Download, Zip, "504B0506"),
        [".rar"] = new("application/vnd.rar", MediaFamily.Download, "526172211A07"),
        [".7z"] = new("application/x-7z-compressed", MediaFamily.Download, "377ABCAF271C"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public bool IsResizable { get; private init; }

    public bool IsPackage => Signatures.Contains(Zip);

    /// <summary>Start of the name of an entry that a package of this kind has and another has not.</summary>
    public string? PackagePart { get; private init; }

    /// <summary>The kind that a name claims; null for one that the library does not take.</summary>
    public static MediaType? Of(ReadOnlySpan<char> path) =>
        Types.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Path.GetExtension(path), out var type) ? type : null;

    /// <param name="head">The first bytes of the file.</param>
    public bool BeginsRight(ReadOnlySpan<byte> head)
    {
        if (Signatures.Length == 0)
        {
            return !head.Contains((byte)0);
        }

        foreach (var signature in Signatures)
        {
            if (Matches(head, signature))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Matches(ReadOnlySpan<byte> head, string signature)
    {
        for (var index = 0; index < signature.Length; index += 2)
        {
            var expected = signature.AsSpan(index, 2);
            if (index / 2 >= head.Length || (expected is not "??" && head[index / 2] != byte.Parse(expected, System.Globalization.NumberStyles.HexNumber)))
            {
                return false;
            }
        }

        return true;
    }
}
