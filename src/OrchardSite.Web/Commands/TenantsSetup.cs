using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Deployment;
using OrchardSite.Recipes;
using OrchardSite.Tenants;

namespace OrchardSite.Web.Commands;

internal static class TenantsSetup
{
    public static Command Create(PortalShell shell)
    {
        var name = shell.SiteArgument();
        var parameters = new SetupParameters(shell);
        var command = new Command("setup", shell.Text["Sets a site up from its recipe and opens it."]) { name };
        parameters.AddTo(command);
        var package = new Option<string?>("--package") { Description = shell.Text["A package that another site was written as, in the place of the recipe."], HelpName = "PACKAGE.zip" };
        command.Add(package);
        command.SetAction((parse, token) =>
        {
            var (site, values) = (parse.GetRequiredValue(name), parameters.Read(parse));
            return parse.GetValue(package) is { } file
                ? shell.RunInTenantAsync(parse, site, services => SetUpFromPackageAsync(shell, services, site, file, values.GetValueOrDefault(SetUpTenant.SiteName), token), token)
                : shell.RunAsync(parse, services => SetUpAsync(shell, services, site, values, token), token);
        });
        return command;
    }

    public static async Task<int> SetUpAsync(
        PortalShell shell, IServiceProvider services, string name, IReadOnlyDictionary<string, string> parameters, CancellationToken cancellationToken)
    {
        var outcome = await PortalShell.WatchAsync(shell.Text["Setting up {0}", name], async progress =>
        {
            await using var scope = services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<SetUpTenant>().RunAsync(name, parameters, progress, shell.Actor, cancellationToken);
        });
        Console.Out.WriteLine(shell.Text["The site {0} is set up: {1} things made.", name, outcome.Changes.Count]);
        return 0;
    }

    private static async Task<int> SetUpFromPackageAsync(PortalShell shell, IServiceProvider services, string name, string file, string? siteName, CancellationToken cancellationToken)
    {
        var text = shell.Text;
        if (!File.Exists(file))
        {
            return shell.Fail(text["There is no file {0}.", file]);
        }

        if (string.IsNullOrWhiteSpace(siteName))
        {
            return shell.Fail(text["Say with --site-name what readers will call the site."]);
        }

        await using var package = File.OpenRead(file);
        var tenant = services.GetRequiredService<TenantDirectory>().Find(name)!.Identity;
        var done = await services.GetRequiredService<SetUpFromPackage>().RunAsync(package, tenant, siteName, shell.Actor, cancellationToken);
        return shell.Report(done, outcome => text["The site {0} is set up: {1} things made.", name, outcome.Changes.Count]);
    }
}
