using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Recipes;
using OrchardSite.Tenants;

namespace OrchardSite.Web.Commands;

/// <summary>What planning and running a recipe have in common: all but what is told in the end.</summary>
internal static class RecipeVerb
{
    public static Command Create(PortalShell shell, string verb, string description, bool planOnly, Action<RecipeOutcome> show)
    {
        var text = shell.Text;
        var name = new Argument<string>("RECIPE") { Description = text["The name of a recipe, or a file."] };
        var tenant = shell.TenantOption();
        var parameters = new SetupParameters(shell);
        var command = new Command(verb, description) { name, tenant };
        parameters.AddTo(command);
        command.SetAction((parse, token) => shell.RunInTenantAsync(parse, parse.GetRequiredValue(tenant), async services =>
        {
            var asked = parse.GetRequiredValue(name);
            var catalog = services.GetRequiredService<RecipeCatalog>();
            if ((File.Exists(asked) ? catalog.Open(asked) : catalog.Find(asked)) is not { } recipe)
            {
                return shell.Fail(text["There is no recipe and no file {0}.", asked]);
            }

            var values = parameters.Read(parse);
            // Recipes that set a site up ask for its name and more: what is not given stays as it was then.
            foreach (var (parameter, value) in await services.GetRequiredService<SiteParameters>().ReadAsync(token))
            {
                values.TryAdd(parameter, value);
            }

            var outcome = await PortalShell.WatchAsync(recipe.DisplayName, progress =>
                services.GetRequiredService<RunRecipe>().RunAsync(recipe, new RecipeRun(shell.Actor, planOnly, values, progress), token));
            show(outcome);
            return 0;
        }, token));
        return command;
    }
}
