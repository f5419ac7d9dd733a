using System.Text;

namespace OrchardSite.Text;

/// <summary>A table as a file that spreadsheets open: RFC 4180, in UTF-8 with the mark by which they know it.</summary>
public sealed class CsvText
{
    public const string ContentType = "text/csv; charset=utf-8";

    private readonly StringBuilder _lines = new();

    public void AddLine(params IEnumerable<string> cells) => _lines.Append(Line(cells));

    public byte[] ToBytes() => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(_lines.ToString())];

    /// <summary>One line with its end, for files that are too long to be put together first.</summary>
    public static string Line(IEnumerable<string> cells) =>
        string.Join(',', cells.Select(cell => $"\"{Guard(cell).Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n";

    /// <summary>The text as a cell has it: spreadsheets take what begins like a formula for one.</summary>
    public static string Guard(string text) => text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
}
