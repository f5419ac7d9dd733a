using System.Text;

namespace OrchardSite.Text;

/// <summary>Reads what <see cref="CsvText"/> has written, also after another program has taken needless quotes away.</summary>
public static class CsvReader
{
    public static IEnumerable<IReadOnlyList<string>> Read(TextReader file)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var next = file.Read(); next >= 0; next = file.Read())
        {
            var letter = (char)next;
            if (quoted)
            {
                if (letter != '"')
                {
                    cell.Append(letter);
                }
                else if (file.Peek() == '"')
                {
                    cell.Append((char)file.Read());
                }
                else
                {
                    quoted = false;
                }
            }
            else if (letter == '"')
            {
                quoted = true;
            }
            else if (letter is ',' or '\n')
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (letter == '\n')
                {
                    yield return cells;
                    cells = [];
                }
            }
            else if (letter != '\r')
            {
                cell.Append(letter);
            }
        }

        if (cells.Count > 0 || cell.Length > 0)
        {
            yield return [.. cells, cell.ToString()];
        }
    }
}
