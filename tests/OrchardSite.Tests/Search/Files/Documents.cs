using System.IO.Compression;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace OrchardSite.Tests.Search.Files;

/// <summary>Documents as offices write them.</summary>
internal static class Documents
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private const string Strings = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml";
    private const string Presentation = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
    private const string Slide = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml";

    /// <param name="xml">Of the body.</param>
    public static byte[] Docx(string xml) => Package(
        (Word, "word/document.xml", $"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{xml}</w:body></w:document>"""));

    public static byte[] DocxOf(params string[] paragraphs) => Docx(string.Concat(paragraphs.Select(text => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")));

    public static byte[] Xlsx(params string[] texts) => Package(
        (Sheet, "xl/workbook.xml", "<workbook/>"),
        (Strings, "xl/sharedStrings.xml", $"<sst>{string.Concat(texts.Select(text => $"<si><t>{text}</t></si>"))}</sst>"));

    public static byte[] Pptx(params string[] slides) => Package(
    [
        (Presentation, "ppt/presentation.xml", "<p/>"),
        .. slides.Select((text, index) => (Slide, $"ppt/slides/slide{index + 1}.xml", $"""<sld xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:r><a:t>{text}</a:t></a:r></a:p></sld>""")),
    ]);

    /// <param name="pages">Latin letters without diacritics: the fonts that every reader of PDF has know no others.</param>
    public static byte[] Pdf(params string[] pages)
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var text in pages)
        {
            builder.AddPage(PageSize.A4).AddText(text, 12, new PdfPoint(40, 700), font);
        }

        return builder.Build();
    }

    /// <summary>One that nobody opens without its password.</summary>
    public static byte[] LockedPdf()
    {
        const string NoKey = "5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a";
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
            $"<</Filter/Standard/V 1/R 2/Length 40/P -4/O<{NoKey}>/U<{NoKey}>>>",
        ];
        var text = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        for (var index = 0; index < objects.Length; index++)
        {
            table.Append($"{text.Length:D10} 00000 n \n");
            text.Append($"{index + 1} 0 obj\n{objects[index]}\nendobj\n");
        }

        var start = text.Length;
        return Encoding.ASCII.GetBytes($"{text}{table}trailer\n<</Size {objects.Length + 1}/Root 1 0 R/Encrypt 4 0 R/ID[<{NoKey}><{NoKey}>]>>\nstartxref\n{start}\n%%EOF\n");
    }

    /// <summary>One of which only the beginning arrived, and not whole.</summary>
    public static byte[] DamagedPdf() => [.. "%PDF-1.7\n"u8, .. Enumerable.Repeat((byte)0x1B, 3000)];

    public static byte[] Package(params (string Type, string Name, string Xml)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", $"<Types>{string.Concat(parts.Select(part => $"""<Override PartName="/{part.Name}" ContentType="{part.Type}"/>"""))}</Types>");
            foreach (var part in parts)
            {
                Write(zip, part.Name, part.Xml);
            }
        }

        return bytes.ToArray();
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
