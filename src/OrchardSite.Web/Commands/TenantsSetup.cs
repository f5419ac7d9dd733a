using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Recipes;

namespace OrchardSite.Web.Commands;

internal static class TenantsSetup
{
    public static Command Create(PortalShell shell)
    {
        var name = shell.SiteArgument();
        var parameters = new SetupParameters(shell);
        var command = new Command("setup", shell.Text["Sets a site up from its recipe and opens it."]) { name };
        parameters.AddTo(command);
        command.SetAction((parse, token) => shell.RunAsync(parse, services =>
            SetUpAsync(shell, services, parse.GetRequiredValue(name), parameters.Read(parse), token), token));
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
}
