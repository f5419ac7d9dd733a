using System.Xml;

namespace OrchardSite.Search.Files;

/// <summary>Text in the XML of Office, whose three languages mark it alike: runs in <c>t</c>, paragraphs in <c>p</c>.</summary>
internal static class OfficeXml
{
    private const int DeepestElement = 500;
    private const int BlockLength = 4096;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        // A space alone in a run is one between two words.
        IgnoreWhitespace = false,
    };

    public static XmlReader Open(Stream stream) => XmlReader.Create(stream, Settings);

    public static bool Read(XmlReader reader)
    {
        var isThere = reader.Read();
        return reader.Depth <= DeepestElement ? isThere : throw new NoTextException(NoTextReason.NotReadable);
    }

    public static void Collect(Stream stream, TextCollector text)
    {
        using var reader = Open(stream);
        var block = new char[BlockLength];
        var skipped = int.MaxValue;
        var isText = false;
        var isTextCell = false;
        while (!text.IsFull && Read(reader))
        {
            if (reader.Depth <= skipped && reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                var isStart = reader.NodeType == XmlNodeType.Element;
                skipped = isStart && !reader.IsEmptyElement && IsSkipped(reader.LocalName) ? reader.Depth : int.MaxValue;
                isTextCell = reader.LocalName == "c" ? isStart && reader.GetAttribute("t") == "str" : isTextCell;
                isText = isStart && !reader.IsEmptyElement && (reader.LocalName == "t" || (reader.LocalName == "v" && isTextCell));
                if (IsBreak(reader.LocalName))
                {
                    text.AppendSpace();
                }
                else if (isStart && reader.LocalName == "noBreakHyphen")
                {
                    text.Append("-");
                }
            }
            else if (isText && skipped == int.MaxValue && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                AppendValue(reader, block, text);
            }
        }
    }

    // By blocks: a run may be as long as the whole part.
    private static void AppendValue(XmlReader reader, char[] block, TextCollector text)
    {
        while (!text.IsFull && reader.ReadValueChunk(block, 0, block.Length) is > 0 and var length)
        {
            text.Append(block.AsSpan(0, length));
        }
    }

    // The same text for older programs, how it is pronounced, and where it stood before it was moved.
    private static bool IsSkipped(string name) => name is "Fallback" or "rPh" or "moveFrom";

    private static bool IsBreak(string name) => name is "p" or "br" or "cr" or "tab" or "tc" or "si" or "is" or "v" or "row";
}
