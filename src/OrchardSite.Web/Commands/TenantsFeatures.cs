using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Tenants;
using Spectre.Console;

namespace OrchardSite.Web.Commands;

internal static class TenantsFeatures
{
    public static Command Create(PortalShell shell)
    {
        var text = shell.Text;
        var name = shell.SiteArgument();
        var enable = new Option<string[]>("--enable") { Description = text["A feature to switch on, with all it needs."], HelpName = "ID" };
        var disable = new Option<string[]>("--disable") { Description = text["A feature to switch off."], HelpName = "ID" };
        var command = new Command("features", text["Lists the features of a site, or switches some on and off."]) { name, enable, disable };
        command.SetAction((parse, token) => shell.RunInTenantAsync(parse, parse.GetRequiredValue(name), async services =>
        {
            var on = parse.GetValue(enable) ?? [];
            var off = parse.GetValue(disable) ?? [];
            if (on.Length + off.Length == 0)
            {
                return List(shell, services);
            }

            var result = await services.GetRequiredService<SwitchFeatures>().RunAsync(on, off, shell.Actor, token);
            return shell.Report(result, switched => Describe(shell, switched));
        }, token));
        return command;
    }

    private static int List(PortalShell shell, IServiceProvider services)
    {
        var text = shell.Text;
        var tenant = services.GetRequiredService<TenantDirectory>().Find(services.GetRequiredService<CurrentTenant>().Id)!;
        var names = services.GetRequiredService<Microsoft.Extensions.Localization.IStringLocalizer>();
        var table = PortalShell.Table(text["Feature"], text["Name"], text["State"]);
        foreach (var feature in services.GetRequiredService<FeatureCatalog>().Features)
        {
            var state = feature.AlwaysEnabled ? text["always on"] : tenant.Features.Contains(feature.Id) ? text["on"] : text["off"];
            table.AddText(feature.Id, names[feature.Name], state);
        }

        AnsiConsole.Write(table);
        return 0;
    }

    private static string Describe(PortalShell shell, SwitchedFeatures switched)
    {
        var changes = switched.Enabled.Select(id => "+" + id).Concat(switched.Disabled.Select(id => "-" + id)).ToArray();
        return changes.Length == 0 ? shell.Text["All is so already."] : string.Join(Environment.NewLine, changes);
    }
}
