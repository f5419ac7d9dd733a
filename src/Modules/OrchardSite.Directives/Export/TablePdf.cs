using System.Globalization;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace OrchardSite.Directives.Export;

/// <summary>Puts a table on pages to file: A4 across, the head on each page, the pages numbered. Sizes are points.</summary>
public sealed class TablePdf(PortalPaths paths)
{
    public const string ContentType = "application/pdf";

    private const double PageWidth = 842;
    private const double PageHeight = 595;
    private const double Margin = 36;
    private const double Padding = 3;
    private const double TextSize = 9;
    private const double LineHeight = 12.5;
    private const double TitleSize = 14;

    // Below the title of the first page, and below the edge of the others.
    private const double FirstTop = PageHeight - Margin - 48;
    private const double Top = PageHeight - Margin;
    private const double Bottom = Margin + 16;

    private readonly Lazy<PdfFont> _regular = new(() => new PdfFont(paths, "BeVietnamPro_400Regular.ttf"));
    private readonly Lazy<PdfFont> _bold = new(() => new PdfFont(paths, "BeVietnamPro_600SemiBold.ttf"));

    /// <param name="lines">The first one is the head.</param>
    /// <param name="shares">How the width is shared among the columns.</param>
    public byte[] Write(string title, string subtitle, IReadOnlyList<IReadOnlyList<string>> lines, IReadOnlyList<double> shares)
    {
        var book = new Book(_regular.Value, _bold.Value, shares);
        book.WriteTitle(title, subtitle);
        book.WriteHead(lines[0]);
        foreach (var line in lines.Skip(1))
        {
            book.WriteRow(line);
        }

        return book.Finish();
    }

    private sealed class Book
    {
        private readonly PdfDocumentBuilder _builder = new();
        private readonly List<PdfPageBuilder> _pages = [];
        private readonly PdfFont _regular;
        private readonly PdfFont _bold;
        private readonly PdfDocumentBuilder.AddedFont _regularOfFile;
        private readonly PdfDocumentBuilder.AddedFont _boldOfFile;
        private readonly double[] _edges;
        private IReadOnlyList<string> _head = [];
        private double _y = FirstTop;

        public Book(PdfFont regular, PdfFont bold, IReadOnlyList<double> shares)
        {
            (_regular, _bold) = (regular, bold);
            _regularOfFile = _builder.AddTrueTypeFont(regular.Bytes);
            _boldOfFile = _builder.AddTrueTypeFont(bold.Bytes);
            var unit = (PageWidth - (2 * Margin)) / shares.Sum();
            _edges = [Margin, .. shares.Select((_, column) => Margin + (unit * shares.Take(column + 1).Sum()))];
            _pages.Add(_builder.AddPage(PageSize.A4, isPortrait: false));
        }

        public void WriteTitle(string title, string subtitle)
        {
            WriteCentred(title, TitleSize, Top - TitleSize, _bold, _boldOfFile);
            WriteCentred(subtitle, TextSize + 1, Top - TitleSize - 18, _regular, _regularOfFile);
        }

        public void WriteHead(IReadOnlyList<string> head)
        {
            _head = head;
            WriteLines(Break(head, _bold), _bold, _boldOfFile);
        }

        public void WriteRow(IReadOnlyList<string> cells)
        {
            var broken = Break(cells, _regular);
            var left = broken.Max(lines => lines.Count);
            var from = 0;
            while (left > 0)
            {
                var room = (int)((_y - Bottom - (2 * Padding)) / LineHeight);
                // A row that is longer than a page goes on where it stopped; any other stays whole.
                if (room < Math.Min(left, (int)((Top - Bottom) / LineHeight) / 2))
                {
                    BeginPage();
                    continue;
                }

                var count = Math.Min(left, room);
                WriteLines([.. broken.Select(lines => (IReadOnlyList<string>)[.. lines.Skip(from).Take(count)])], _regular, _regularOfFile);
                from += count;
                left -= count;
            }
        }

        public byte[] Finish()
        {
            foreach (var (page, place) in _pages.Select((page, place) => (page, place)))
            {
                var number = string.Create(CultureInfo.InvariantCulture, $"{place + 1}/{_pages.Count}");
                page.AddText(number, TextSize, new PdfPoint(PageWidth - Margin - _regular.WidthOf(number, TextSize), Margin), _regularOfFile);
            }

            return _builder.Build();
        }

        private void BeginPage()
        {
            _pages.Add(_builder.AddPage(PageSize.A4, isPortrait: false));
            _y = Top;
            WriteHead(_head);
        }

        private IReadOnlyList<string>[] Break(IReadOnlyList<string> cells, PdfFont font) =>
            [.. cells.Select((cell, column) => font.LinesOf(cell, TextSize, _edges[column + 1] - _edges[column] - (2 * Padding)))];

        private void WriteLines(IReadOnlyList<string>[] cells, PdfFont font, PdfDocumentBuilder.AddedFont fontOfFile)
        {
            var page = _pages[^1];
            var height = (cells.Max(lines => lines.Count) * LineHeight) + (2 * Padding);
            for (var column = 0; column < cells.Length; column++)
            {
                page.DrawRectangle(new PdfPoint(_edges[column], _y - height), _edges[column + 1] - _edges[column], height, 0.5);
                for (var line = 0; line < cells[column].Count; line++)
                {
                    if (cells[column][line].Length > 0)
                    {
                        page.AddText(cells[column][line], TextSize, new PdfPoint(_edges[column] + Padding, _y - Padding - (LineHeight * line) - TextSize), fontOfFile);
                    }
                }
            }

            _y -= height;
        }

        private void WriteCentred(string text, double size, double y, PdfFont font, PdfDocumentBuilder.AddedFont fontOfFile)
        {
            var written = font.Writable(text);
            if (written.Length > 0)
            {
                _pages[0].AddText(written, size, new PdfPoint((PageWidth - font.WidthOf(written, size)) / 2, y), fontOfFile);
            }
        }
    }
}
