using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Tenants;

namespace OrchardSite.Web.Commands;

internal static class TenantsRemove
{
    public static Command Create(PortalShell shell)
    {
        var text = shell.Text;
        var name = shell.SiteArgument();
        var yes = new Option<string?>("--yes") { Description = text["The name once more: everything of the site is deleted for good."], HelpName = "NAME" };
        var command = new Command("remove", text["Removes a disabled site with all it has."]) { name, yes };
        command.SetAction((parse, token) =>
        {
            var site = parse.GetRequiredValue(name);
            return parse.GetValue(yes) == site
                ? shell.RunAsync(parse, async services =>
                {
                    await using var scope = services.CreateAsyncScope();
                    var result = await scope.ServiceProvider.GetRequiredService<RemoveTenant>().RunAsync(site, shell.Actor, token);
                    return shell.Report(result, removed => text["The site {0} has been removed.", removed.Name]);
                }, token)
                : Task.FromResult(shell.Fail(text["Everything of the site {0} would be deleted for good: confirm it with --yes {0}.", site]));
        });
        return command;
    }
}
