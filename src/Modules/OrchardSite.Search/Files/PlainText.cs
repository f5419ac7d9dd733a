using System.Text;

namespace OrchardSite.Search.Files;

/// <summary>Text in UTF-8, or in UTF-16 with a mark at its beginning.</summary>
internal static class PlainText
{
    private const int BlockLength = 16 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding LittleEndian = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding BigEndian = new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);

    // Their markup would be found as words.
    private static readonly string[] Markup = ["{\\rtf", "<?xml", "<!doctype", "<html", "<svg", "%!ps"];

    public static FileTextResult Read(byte[] bytes, FileTextLimits limits, CancellationToken end)
    {
        var encoding = bytes.AsSpan() switch
        {
            [0xFF, 0xFE, ..] => LittleEndian,
            [0xFE, 0xFF, ..] => BigEndian,
            _ => (Encoding)Utf8,
        };
        using var reader = new StreamReader(new MemoryStream(bytes, writable: false), encoding, detectEncodingFromByteOrderMarks: false);
        var text = new TextCollector(limits.Characters);
        var block = new char[BlockLength];
        for (var isFirst = true; !text.IsFull && !end.IsCancellationRequested && reader.ReadBlock(block) is > 0 and var length; isFirst = false)
        {
            var characters = block.AsSpan(0, length);
            // No text has one, and nearly everything else has.
            if (characters.Contains('\0') || (isFirst && IsMarkup(characters)))
            {
                return FileTextResult.Of(NoTextReason.NotReadable);
            }

            text.Append(characters);
        }

        return text.ToResult();
    }

    private static bool IsMarkup(ReadOnlySpan<char> beginning)
    {
        beginning = beginning.TrimStart('\uFEFF').TrimStart();
        foreach (var mark in Markup)
        {
            if (beginning.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
