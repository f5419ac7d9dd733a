using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Tenants;

namespace OrchardSite.Web.Commands;

internal static class TenantsDisable
{
    public static Command Create(PortalShell shell)
    {
        var text = shell.Text;
        var name = shell.SiteArgument();
        var command = new Command("disable", text["Closes a site: its readers get an answer that it is not available."]) { name };
        command.SetAction((parse, token) => shell.RunAsync(parse, async services =>
        {
            var site = parse.GetRequiredValue(name);
            await using var scope = services.CreateAsyncScope();
            var result = await scope.ServiceProvider.GetRequiredService<DisableTenant>().RunAsync(site, shell.Actor, token);
            return shell.Report(result, changed => changed ? text["The site {0} is closed.", site] : text["The site {0} was closed already.", site]);
        }, token));
        return command;
    }
}
