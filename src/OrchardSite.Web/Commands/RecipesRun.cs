using System.CommandLine;
using OrchardSite.Recipes;

namespace OrchardSite.Web.Commands;

internal static class RecipesRun
{
    public static Command Create(PortalShell shell) => RecipeVerb.Create(
        shell, "run", shell.Text["Runs a recipe on a site, as a whole or not at all."], planOnly: false, outcome => Console.Out.WriteLine(Describe(shell, outcome.Changes)));

    public static string Describe(PortalShell shell, IReadOnlyList<RecipeChange> changes)
    {
        int Count(RecipeEffect effect) => changes.Count(change => change.Effect == effect);

        return changes.Count == 0
            ? shell.Text["Nothing has changed: the site is as the recipe says."]
            : shell.Text["{0} made, {1} changed, {2} removed.", Count(RecipeEffect.Create), Count(RecipeEffect.Update), Count(RecipeEffect.Remove)];
    }
}
