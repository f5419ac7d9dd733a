using System.Text;

namespace OrchardSite.Text;

/// <summary>A table as a file that spreadsheets open: RFC 4180, in UTF-8 with the mark by which they know it.</summary>
public sealed class CsvText
{
    public const string ContentType = "text/csv; charset=utf-8";

    private readonly StringBuilder _lines = new();

    public void AddLine(params IEnumerable<string> cells) => _lines.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    public byte[] ToBytes() => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(_lines.ToString())];

    // Spreadsheets take what begins so for a formula.
    private static string Cell(string text) => $"\"{(text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
