using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;

namespace OrchardSite.Directives.Export;

/// <summary>The font of the dashboard as a file, with what is needed to break lines: how wide its characters are.</summary>
internal sealed class PdfFont
{
    private const string Unknown = "?";

    private readonly TrueTypeFont _font;

    /// <param name="name">Of a file that the dashboard's theme brings along.</param>
    public PdfFont(PortalPaths paths, string name)
    {
        Bytes = File.ReadAllBytes(Path.Combine(paths.Themes, "Admin", "wwwroot", "fonts", name));
        _font = TrueTypeFontParser.Parse(new TrueTypeDataBytes(new MemoryInputBytes(Bytes)));
    }

    public byte[] Bytes { get; }

    /// <summary>The text with a question mark for each character that the font does not have.</summary>
    public string Writable(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        rune.IsBmp && _font.TableRegister.CMapTable.TryGetGlyphIndex(rune.Value, out var glyph) && glyph != 0 ? rune.ToString() : Unknown));

    /// <param name="size">In points, as the answer.</param>
    public double WidthOf(ReadOnlySpan<char> text, double size)
    {
        var width = 0.0;
        foreach (var character in text)
        {
            width += _font.TryGetAdvanceWidth(character, out var advance) ? advance : 0;
        }

        return width * size / _font.GetUnitsPerEm();
    }

    /// <summary>Breaks a text between words, and a word that is wider than a line within itself.</summary>
    public IReadOnlyList<string> LinesOf(string text, double size, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in Writable(text.ReplaceLineEndings(" ")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (WidthOf(longer, size) <= width)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add(line);
            }

            line = word;
            while (WidthOf(line, size) > width && line.Length > 1)
            {
                var fitting = 1;
                while (fitting + 1 < line.Length && WidthOf(line.AsSpan(0, fitting + 1), size) <= width)
                {
                    fitting++;
                }

                lines.Add(line[..fitting]);
                line = line[fitting..];
            }
        }

        lines.Add(line);
        return lines;
    }
}
