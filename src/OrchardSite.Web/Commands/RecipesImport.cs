using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Deployment;
using OrchardSite.Recipes;

namespace OrchardSite.Web.Commands;

internal static class RecipesImport
{
    public static Command Create(PortalShell shell)
    {
        var text = shell.Text;
        var tenant = shell.TenantOption();
        var file = new Argument<string>("PACKAGE.zip") { Description = text["A package that a site was written as."] };
        var plan = new Option<bool>("--plan") { Description = text["Only show what would change."] };
        var command = new Command("import", text["Brings a package into a site, as a whole or not at all."]) { file, tenant, plan };
        command.SetAction((parse, token) => shell.RunInTenantAsync(parse, parse.GetRequiredValue(tenant), async services =>
        {
            var path = parse.GetRequiredValue(file);
            if (!File.Exists(path))
            {
                return shell.Fail(text["There is no file {0}.", path]);
            }

            var import = services.GetRequiredService<ImportPackage>();
            await using var package = File.OpenRead(path);
            var planned = await import.PlanAsync(package, shell.Actor, token);
            if (!planned.Succeeded)
            {
                return shell.Report(planned, _ => "");
            }

            if (!planned.Value.HasList)
            {
                Console.Error.WriteLine(text["The package has no list of its files: whether they are the ones that were packed cannot be checked."]);
            }

            if (parse.GetValue(plan))
            {
                import.Forget(planned.Value.Key);
                RecipesPlan.Show(shell, planned.Value.Changes);
                return 0;
            }

            var done = await import.RunAsync(planned.Value.Key, shell.Actor, token);
            return shell.Report(done, outcome => RecipesRun.Describe(shell, outcome.Changes));
        }, token));
        return command;
    }
}
