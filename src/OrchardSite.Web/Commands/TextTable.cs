using Spectre.Console;

namespace OrchardSite.Web.Commands;

internal static class TextTable
{
    /// <summary>Adds a row of plain text: nothing in it is markup.</summary>
    public static void AddText(this Table table, params IEnumerable<string> cells) => table.AddRow(cells.Select(Markup.Escape).ToArray());
}
