namespace OrchardSite.Theming.Templates;

/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal readonly record struct TextPlace(int Line, int Column);

/// <param name="Text">What stands between the braces.</param>
/// <param name="IsOutput">True for <c>{{ }}</c>, false for <c>{% %}</c>.</param>
internal readonly record struct LiquidTag(int Start, string Text, bool IsOutput)
{
    public string Name => new([.. Text.TrimStart('-', ' ', '\t', '\r', '\n').TakeWhile(character => char.IsAsciiLetter(character) || character == '_')]);
}

/// <summary>Reads a template's tags without parsing them, so that what would take the parser's stack is found before.</summary>
internal static class TemplateScan
{
    private static readonly HashSet<string> Blocks =
        ["if", "unless", "case", "for", "tablerow", "capture", "comment", "raw", "ifchanged", "doc", "zone", "scriptblock", "block", "macro"];

    public static List<LiquidTag> Tags(string text)
    {
        var tags = new List<LiquidTag>();
        for (var at = text.IndexOf('{'); at >= 0 && at + 1 < text.Length; at = text.IndexOf('{', at))
        {
            var close = text[at + 1] switch { '{' => "}}", '%' => "%}", _ => null };
            if (close is null)
            {
                at++;
                continue;
            }

            var end = text.IndexOf(close, at + 2, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            tags.Add(new LiquidTag(at, text[(at + 2)..end], close == "}}"));
            at = Math.Min(end + 2, text.Length - 1);
        }

        return tags;
    }

    /// <summary>The first tag that is within more blocks than that; null where there is none.</summary>
    public static LiquidTag? TooDeep(IEnumerable<LiquidTag> tags, int most)
    {
        var depth = 0;
        foreach (var tag in tags.Where(tag => !tag.IsOutput))
        {
            var name = tag.Name;
            depth = Blocks.Contains(name) ? depth + 1 : name.StartsWith("end", StringComparison.Ordinal) ? Math.Max(0, depth - 1) : depth;
            if (depth > most)
            {
                return tag;
            }
        }

        return null;
    }

    /// <summary>Names of the filters in a tag, with where each stands in the template.</summary>
    public static IEnumerable<(int Start, string Name)> Filters(LiquidTag tag)
    {
        char? quote = null;
        for (var at = 0; at < tag.Text.Length; at++)
        {
            var character = tag.Text[at];
            if (quote is not null)
            {
                quote = character == quote ? null : quote;
            }
            else if (character is '"' or '\'')
            {
                quote = character;
            }
            else if (character == '|')
            {
                var start = at + 1;
                while (start < tag.Text.Length && char.IsWhiteSpace(tag.Text[start]))
                {
                    start++;
                }

                var end = start;
                while (end < tag.Text.Length && (char.IsAsciiLetterOrDigit(tag.Text[end]) || tag.Text[end] == '_'))
                {
                    end++;
                }

                if (end > start)
                {
                    yield return (tag.Start + 2 + start, tag.Text[start..end]);
                }
            }
        }
    }

    public static TextPlace PlaceOf(string text, int index)
    {
        var before = text.AsSpan(0, Math.Min(index, text.Length));
        return new TextPlace(before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }
}
