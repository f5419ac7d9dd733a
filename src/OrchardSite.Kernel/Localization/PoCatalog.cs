using System.Text;

namespace OrchardSite.Localization;

/// <summary>Reads the entries of a gettext PO file, the format in which Orchard Core keeps translations.</summary>
public static class PoCatalog
{
    /// <exception cref="FormatException">A line is no part of a PO file; the message names file and line.</exception>
    public static IEnumerable<KeyValuePair<string, string>> Read(TextReader reader, string source)
    {
        StringBuilder? current = null;
        var id = new StringBuilder();
        var text = new StringBuilder();
        var number = 0;

        while (reader.ReadLine() is { } line)
        {
            number++;
            line = line.Trim();
            if (line.StartsWith("msgid ", StringComparison.Ordinal))
            {
                if (id.Length > 0 && text.Length > 0)
                {
                    yield return new(id.ToString(), text.ToString());
                }

                id.Clear();
                text.Clear();
                current = id;
                line = line["msgid ".Length..];
            }
            else if (line.StartsWith("msgstr ", StringComparison.Ordinal))
            {
                current = text;
                line = line["msgstr ".Length..];
            }
            else if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (current is null || line.Length < 2 || line[0] != '"' || line[^1] != '"')
            {
                throw new FormatException($"{source}, line {number}: expected msgid, msgstr or a quoted text.");
            }

            AppendUnescaped(current, line.AsSpan(1, line.Length - 2));
        }

        if (id.Length > 0 && text.Length > 0)
        {
            yield return new(id.ToString(), text.ToString());
        }
    }

    private static void AppendUnescaped(StringBuilder target, ReadOnlySpan<char> quoted)
    {
        for (var index = 0; index < quoted.Length; index++)
        {
            if (quoted[index] == '\\' && index + 1 < quoted.Length)
            {
                index++;
                target.Append(quoted[index] switch { 'n' => '\n', 't' => '\t', var other => other });
            }
            else
            {
                target.Append(quoted[index]);
            }
        }
    }
}
