using System.Text;
using OrchardSite.Search.Analysis;
using OrchardSite.Theming.Liquid;

namespace OrchardSite.Search.Querying;

/// <summary>The part of a text that says why it was found, with the words marked. The result is HTML.</summary>
internal static class Snippet
{
    private const int Window = 34;
    private const int Before = 8;

    public static bool HasMarks(string html) => html.Contains("<mark>", StringComparison.Ordinal);

    /// <summary>The whole text with its words marked.</summary>
    public static string Mark(string text, IReadOnlySet<string> wanted) => Write(text, [.. Syllables.Of(text)], wanted, 0, text.Length);

    /// <summary>The part of one line of the text in which most of the words are nearest to each other.</summary>
    /// <param name="text">A line for each field, as what one ends with does not go with what the next begins with.</param>
    /// <param name="wanted">Folded syllables.</param>
    public static string Of(string text, IReadOnlySet<string> wanted)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length == 0 ? "" : lines.Select(line => OfLine(line, wanted)).MaxBy(part => part.Value).Html;
    }

    private static (int Value, string Html) OfLine(string text, IReadOnlySet<string> wanted)
    {
        Syllable[] syllables = [.. Syllables.Of(text)];
        if (syllables.Length == 0)
        {
            return (0, "");
        }

        var (first, value) = BestStart(syllables, wanted);
        var best = Math.Max(0, first - Before);
        var last = Math.Min(syllables.Length, best + Window) - 1;
        var (start, end) = (syllables[best].Start, last == syllables.Length - 1 ? text.Length : syllables[last].End);
        return (value, (best > 0 ? "… " : "") + Write(text, syllables, wanted, start, end) + (end < text.Length ? " …" : ""));
    }

    private static (int Start, int Value) BestStart(Syllable[] syllables, IReadOnlySet<string> wanted)
    {
        var (best, most) = (0, 0);
        var inWindow = new Dictionary<string, int>(StringComparer.Ordinal);
        var count = 0;
        for (var (start, end) = (0, 0); start < syllables.Length; start++)
        {
            for (; end < syllables.Length && end - start < Window - Before; end++)
            {
                count += Add(inWindow, wanted, syllables[end].Folded, 1);
            }

            // Different words count before the same one again.
            var value = (inWindow.Count(pair => pair.Value > 0) * 100) + count;
            if (wanted.Contains(syllables[start].Folded) && value > most)
            {
                (best, most) = (start, value);
            }

            count += Add(inWindow, wanted, syllables[start].Folded, -1);
        }

        return (best, most);
    }

    private static int Add(Dictionary<string, int> inWindow, IReadOnlySet<string> wanted, string word, int number)
    {
        if (!wanted.Contains(word))
        {
            return 0;
        }

        inWindow[word] = inWindow.GetValueOrDefault(word) + number;
        return number;
    }

    private static string Write(string text, Syllable[] syllables, IReadOnlySet<string> wanted, int start, int end)
    {
        var html = new StringBuilder();
        var at = start;
        for (var index = 0; index < syllables.Length; index++)
        {
            if (syllables[index].Start < start || syllables[index].End > end || !wanted.Contains(syllables[index].Folded))
            {
                continue;
            }

            // Words that follow each other are marked as one.
            var last = index;
            while (last + 1 < syllables.Length && syllables[last + 1].End <= end && wanted.Contains(syllables[last + 1].Folded))
            {
                last++;
            }

            html.Append(LiquidEngine.Encoder.Encode(text[at..syllables[index].Start]))
                .Append("<mark>").Append(LiquidEngine.Encoder.Encode(text[syllables[index].Start..syllables[last].End])).Append("</mark>");
            at = syllables[last].End;
            index = last;
        }

        return html.Append(LiquidEngine.Encoder.Encode(text[at..end])).ToString();
    }
}
