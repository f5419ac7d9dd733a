using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Search.Indexing;
using OrchardSite.Tenants;
using Spectre.Console;

namespace OrchardSite.Web.Commands;

internal static class SearchVerify
{
    private const int MostShown = 20;

    public static Command Create(PortalShell shell)
    {
        var text = shell.Text;
        var command = new Command("verify", text["Holds the search index against the database, and names what differs."]);
        command.SetAction((parse, token) => shell.RunAsync(parse, async services =>
        {
            if (await services.GetRequiredService<InspectIndex>().VerifyAsync(token) is not { } differences)
            {
                return shell.Fail(text["There is no search index yet: start the portal, or run search rebuild."]);
            }

            if (differences.Count == 0)
            {
                Console.Out.WriteLine(text["The search index has just what it should."]);
                return 0;
            }

            var tenants = services.GetRequiredService<TenantDirectory>();
            var table = PortalShell.Table(text["Site"], text["Item"], text["What is wrong"]);
            foreach (var difference in differences.Take(MostShown))
            {
                table.AddText(
                    tenants.Find(difference.TenantId)?.Name ?? difference.TenantId.ToString(CultureInfo.InvariantCulture),
                    difference.ItemId,
                    difference.Fault switch
                    {
                        IndexFault.Missing => text["is missing"],
                        IndexFault.Outdated => text["is there in another version"],
                        _ => text["should not be there"],
                    });
            }

            AnsiConsole.Write(table);
            return shell.Fail(text["{0} things differ. Run search rebuild to make the index anew.", differences.Count]);
        }, token));
        return command;
    }
}
