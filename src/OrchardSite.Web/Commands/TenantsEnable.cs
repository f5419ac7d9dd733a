using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Tenants;

namespace OrchardSite.Web.Commands;

internal static class TenantsEnable
{
    public static Command Create(PortalShell shell)
    {
        var text = shell.Text;
        var name = shell.SiteArgument();
        var command = new Command("enable", text["Opens a disabled site to its readers again."]) { name };
        command.SetAction((parse, token) => shell.RunAsync(parse, async services =>
        {
            var site = parse.GetRequiredValue(name);
            await using var scope = services.CreateAsyncScope();
            var result = await scope.ServiceProvider.GetRequiredService<EnableTenant>().RunAsync(site, shell.Actor, token);
            return shell.Report(result, changed => changed ? text["The site {0} is open.", site] : text["The site {0} was open already.", site]);
        }, token));
        return command;
    }
}
