using System.CommandLine;
using OrchardSite.Recipes;
using Spectre.Console;

namespace OrchardSite.Web.Commands;

internal static class RecipesPlan
{
    public static Command Create(PortalShell shell) =>
        RecipeVerb.Create(shell, "plan", shell.Text["Shows what a recipe would change on a site, and changes nothing."], planOnly: true, outcome => Show(shell, outcome.Changes));

    public static void Show(PortalShell shell, IReadOnlyList<RecipeChange> changes)
    {
        var text = shell.Text;
        if (changes.Count == 0)
        {
            Console.Out.WriteLine(text["Nothing would change: the site is as the recipe says."]);
            return;
        }

        var table = PortalShell.Table(text["Change"], text["What"], text["Name"]);
        foreach (var change in changes)
        {
            table.AddText(text[change.Effect.ToString()], change.Subject, change.Name);
        }

        AnsiConsole.Write(table);
    }
}
