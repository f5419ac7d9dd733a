using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Deployment;

namespace OrchardSite.Web.Commands;

internal static class TenantsClone
{
    public static Command Create(PortalShell shell)
    {
        var text = shell.Text;
        var source = new Argument<string>("SOURCE") { Description = text["The name of the site to clone."] };
        var name = new Argument<string>("NAME") { Description = text["The name of the new site."] };
        var prefix = new Option<string>("--prefix") { Description = text["The first part of the path of its addresses; none: the root."], DefaultValueFactory = _ => "" };
        var hosts = new Option<string[]>("--host") { Description = text["A host name that it answers to; none: every host."] };
        var siteName = new Option<string>("--site-name") { Description = text["The name that the site shows."], Required = true };
        var command = new Command("clone", text["Adds a site that is like another one, but for its name, place and people."]) { source, name, prefix, hosts, siteName };
        command.SetAction((parse, token) => shell.RunAsync(parse, async services =>
        {
            var asked = new ClonedTenant(
                parse.GetRequiredValue(source), parse.GetRequiredValue(name), parse.GetRequiredValue(prefix), parse.GetValue(hosts) ?? [], parse.GetRequiredValue(siteName));
            await using var scope = services.CreateAsyncScope();
            var cloned = await scope.ServiceProvider.GetRequiredService<CloneTenant>().RunAsync(asked, shell.Actor, token);
            return shell.Report(cloned, tenant => text["The site {0} is there, like {1}.", tenant.Name, asked.Source]);
        }, token));
        return command;
    }
}
