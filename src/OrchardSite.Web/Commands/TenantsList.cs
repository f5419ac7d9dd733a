using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Tenants;
using Spectre.Console;

namespace OrchardSite.Web.Commands;

internal static class TenantsList
{
    public static Command Create(PortalShell shell)
    {
        var text = shell.Text;
        var command = new Command("list", text["Lists the sites with their state and place."]);
        command.SetAction((parse, token) => shell.RunAsync(parse, services =>
        {
            var table = PortalShell.Table(text["Name"], text["State"], text["Path"], text["Hosts"], text["Recipe"]);
            foreach (var tenant in services.GetRequiredService<TenantDirectory>().All.OrderBy(tenant => tenant.Id))
            {
                table.AddText(tenant.Name, text[tenant.State.ToString()], tenant.PathBase + "/", string.Join(' ', tenant.Hosts), tenant.Recipe);
            }

            AnsiConsole.Write(table);
            return Task.FromResult(0);
        }, token));
        return command;
    }
}
