using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Recipes;
using Spectre.Console;

namespace OrchardSite.Web.Commands;

internal static class RecipesList
{
    public static Command Create(PortalShell shell)
    {
        var text = shell.Text;
        var command = new Command("list", text["Lists the recipes."]);
        command.SetAction((parse, token) => shell.RunAsync(parse, services =>
        {
            var table = PortalShell.Table(text["Name"], text["Title"], text["Sets up a site"], text["File"]);
            foreach (var recipe in services.GetRequiredService<RecipeCatalog>().All)
            {
                table.AddText(recipe.Name, recipe.DisplayName, recipe.IsSetupRecipe ? text["yes"] : "", recipe.File);
            }

            AnsiConsole.Write(table);
            return Task.FromResult(0);
        }, token));
        return command;
    }
}
