using System.IO.Compression;
using System.Xml;

namespace OrchardSite.Search.Files;

/// <summary>
/// Text of a DOCX, XLSX or PPTX, whose parts are streamed. A slide's notes come after all slides, and the texts of a
/// workbook in the order in which Excel has met them, each once; figures, comments and deleted text are left out.
/// </summary>
internal static class OfficeText
{
    private const int MostEntries = 20_000;

    // What is larger than this and unpacks to so many times its size has been made to do harm.
    private const long HarmlessSize = 8 * 1024 * 1024;
    private const long HarmlessRatio = 400;

    private const string ContentTypes = "[Content_Types].xml";

    private static readonly string[] Main = ["wordprocessingml.document.main+xml", "spreadsheetml.sheet.main+xml", "presentationml.presentation.main+xml", "presentationml.slideshow.main+xml", ".template.main+xml"];

    // In the order in which they are read.
    private static readonly string[] WithText =
    [
        "wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml", "wordprocessingml.footnotes+xml", "wordprocessingml.endnotes+xml",
        "wordprocessingml.header+xml", "wordprocessingml.footer+xml",
        "spreadsheetml.sharedStrings+xml", "spreadsheetml.worksheet+xml",
        "presentationml.slide+xml", "drawingml.diagramData+xml", "presentationml.notesSlide+xml",
    ];

    /// <exception cref="NoTextException">It is none of these, or more than may be read.</exception>
    public static FileTextResult Read(byte[] bytes, FileTextLimits limits, CancellationToken end)
    {
        using var package = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (package.Entries.Count > MostEntries)
        {
            throw new NoTextException(NoTextReason.TooLarge);
        }

        var parts = Find(package, limits, end);
        CheckSizes(parts, limits);
        var text = new TextCollector(limits.Characters);
        var left = limits.Package;
        foreach (var part in parts)
        {
            if (text.IsFull || end.IsCancellationRequested)
            {
                break;
            }

            using var stream = new BoundedStream(part.Open(), Math.Min(left, limits.Part), end);
            try
            {
                OfficeXml.Collect(stream, text);
            }
            catch (OperationCanceledException)
            {
                // The time is over: what there is must do.
            }

            left -= stream.Count;
            text.AppendSpace();
        }

        return text.ToResult();
    }

    private static List<ZipArchiveEntry> Find(ZipArchive package, FileTextLimits limits, CancellationToken end)
    {
        var types = ReadTypes(package, limits, end);
        if (!types.Values.Any(IsMain) || types.Values.Any(type => type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.EndsWith("vbaProject", StringComparison.Ordinal)))
        {
            throw new NoTextException(NoTextReason.NotReadable);
        }

        return (
            from entry in package.Entries
            let type = types.GetValueOrDefault(entry.FullName) ?? types.GetValueOrDefault(Path.GetExtension(entry.FullName)) ?? ""
            let order = Array.FindIndex(WithText, known => type.EndsWith(known, StringComparison.Ordinal))
            where order >= 0
            // slide2 before slide10.
            orderby order, entry.FullName.Length, entry.FullName
            select entry).DistinctBy(entry => entry.FullName).ToList();
    }

    private static bool IsMain(string type) => Main.Any(main => type.EndsWith(main, StringComparison.Ordinal));

    // By the name of a part, or by its ending with the full stop.
    private static Dictionary<string, string> ReadTypes(ZipArchive package, FileTextLimits limits, CancellationToken end)
    {
        var types = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (package.GetEntry(ContentTypes) is { } entry)
        {
            CheckSizes([entry], limits);
            using var stream = new BoundedStream(entry.Open(), limits.Part, end);
            using var reader = OfficeXml.Open(stream);
            while (OfficeXml.Read(reader))
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "Override" or "Default" } && types.Count < MostEntries)
                {
                    types[reader.GetAttribute("PartName")?.TrimStart('/') ?? $".{reader.GetAttribute("Extension")}"] = reader.GetAttribute("ContentType") ?? "";
                }
            }
        }

        return types;
    }

    private static void CheckSizes(List<ZipArchiveEntry> parts, FileTextLimits limits)
    {
        var total = 0L;
        foreach (var part in parts)
        {
            if (part.IsEncrypted)
            {
                throw new NoTextException(NoTextReason.Encrypted);
            }

            total += Math.Min(part.Length, limits.Package + 1);
            if (part.Length > limits.Part || total > limits.Package || (part.Length > HarmlessSize && part.Length / HarmlessRatio > part.CompressedLength))
            {
                throw new NoTextException(NoTextReason.TooLarge);
            }
        }
    }
}
