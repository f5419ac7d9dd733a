using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OrchardSite.Text;

namespace OrchardSite.Directives.Export;

/// <summary>A table that people take away: as CSV for programs, as XLSX for offices, and as PDF (<see cref="TablePdf"/>) to file.</summary>
public sealed class TableFile(IReadOnlyList<string> heads)
{
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private readonly List<IReadOnlyList<string>> _lines = [heads];

    /// <summary>The first one is the head.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Lines => _lines;

    public void AddLine(params IReadOnlyList<string> cells) => _lines.Add(cells);

    public byte[] ToCsv()
    {
        var csv = new CsvText();
        _lines.ForEach(line => csv.AddLine(line));
        return csv.ToBytes();
    }

    /// <param name="sheet">Name of the sheet; 31 characters at most.</param>
    public byte[] ToXlsx(string sheet)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook();
            var part = workbook.AddNewPart<WorksheetPart>();
            // The heads stay in sight however far one scrolls.
            var view = new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 };
            part.Worksheet = new Worksheet(new SheetViews(view), new SheetData(_lines.Select(line => new Row(line.Select(CellOf)))));
            workbook.Workbook.AppendChild(new Sheets(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = 1, Name = sheet }));
        }

        return stream.ToArray();
    }

    // A text that looks like a number or a formula stays a text.
    private static Cell CellOf(string text) => new()
    {
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(string.Concat(text.Where(XmlConvert.IsXmlChar))) { Space = SpaceProcessingModeValues.Preserve }),
    };
}
