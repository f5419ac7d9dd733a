using System.Globalization;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;

namespace OrchardSite.Search.Files;

/// <summary>Text of a PDF, page after page, in the order in which its letters are written; where words end is seen from their places.</summary>
internal static class PdfText
{
    // In heights of the letters: narrower than any space between words, wider than what sets letters apart inside one.
    private const double Gap = 0.2;
    private const double OtherLine = 0.5;
    private const double SamePlace = 0.1;

    public static FileTextResult Read(byte[] bytes, FileTextLimits limits, CancellationToken end)
    {
        var filters = new PdfFilters(limits.Part, end);
        var options = new ParsingOptions { FilterProvider = filters, SkipMissingFonts = true, UseActualText = true };
        var text = new TextCollector(limits.Characters);
        var isWhole = true;
        try
        {
            using var document = PdfDocument.Open(bytes, options);
            for (var number = 1; number <= document.NumberOfPages && !text.IsFull && !end.IsCancellationRequested; number++)
            {
                isWhole &= TryCollect(document, number, text);
                text.AppendSpace();
            }
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new NoTextException(NoTextReason.Encrypted);
        }

        if (filters.IsTooLarge)
        {
            throw new NoTextException(NoTextReason.TooLarge);
        }

        var result = text.ToResult();
        return result.Reason == NoTextReason.NoText && !isWhole
            ? FileTextResult.Of(end.IsCancellationRequested ? NoTextReason.TooLarge : NoTextReason.NotReadable)
            : result;
    }

    // A page that is damaged leaves the others readable.
    private static bool TryCollect(PdfDocument document, int number, TextCollector text)
    {
        try
        {
            Collect(document.GetPage(number).Letters, text);
            return true;
        }
        catch (Exception exception) when (exception is not ThreadAbortException)
        {
            return false;
        }
    }

    private static void Collect(IReadOnlyList<Letter> letters, TextCollector text)
    {
        Letter? last = null;
        var direction = (X: 1.0, Y: 0.0);
        foreach (var letter in letters)
        {
            if (string.IsNullOrEmpty(letter.Value) || (last is not null && IsDrawnAgain(last, letter)))
            {
                continue;
            }

            direction = DirectionOf(letter) ?? direction;
            if (last is not null && IsApart(last, letter, direction))
            {
                text.AppendSpace();
            }

            text.Append(letter.Value);
            last = letter;
        }
    }

    // Bold letters are made by drawing them twice where there is no bold font.
    private static bool IsDrawnAgain(Letter last, Letter letter) =>
        last.Value == letter.Value && Distance(last.StartBaseLine, letter.StartBaseLine) < SamePlace * HeightOf(last, letter) && last.Width > 0;

    private static bool IsApart(Letter last, Letter letter, (double X, double Y) direction)
    {
        var (x, y) = (letter.StartBaseLine.X - last.EndBaseLine.X, letter.StartBaseLine.Y - last.EndBaseLine.Y);
        var along = (x * direction.X) + (y * direction.Y);
        var across = Math.Abs((x * direction.Y) - (y * direction.X));
        var height = HeightOf(last, letter);
        // A mark is drawn over the letter before it, from which it must not be parted.
        var isMark = CharUnicodeInfo.GetUnicodeCategory(letter.Value, 0) == UnicodeCategory.NonSpacingMark;
        return across > OtherLine * height || (!isMark && (along > Gap * height || along < -height));
    }

    private static (double X, double Y)? DirectionOf(Letter letter)
    {
        var length = Distance(letter.StartBaseLine, letter.EndBaseLine);
        return length > 0 ? ((letter.EndBaseLine.X - letter.StartBaseLine.X) / length, (letter.EndBaseLine.Y - letter.StartBaseLine.Y) / length) : null;
    }

    private static double HeightOf(Letter last, Letter letter) => Math.Max(Math.Max(Math.Abs(last.PointSize), Math.Abs(letter.PointSize)), 0.1);

    private static double Distance(PdfPoint one, PdfPoint other) => Math.Sqrt(Math.Pow(other.X - one.X, 2) + Math.Pow(other.Y - one.Y, 2));
}
