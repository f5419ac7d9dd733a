using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Search.Indexing;
using Spectre.Console;

namespace OrchardSite.Web.Commands;

internal static class SearchStatus
{
    private const double Megabyte = 1024 * 1024;

    public static Command Create(PortalShell shell)
    {
        var command = new Command("status", shell.Text["Shows what the search index has, and how far it follows."]);
        command.SetAction((parse, token) => shell.RunAsync(parse, services => ShowAsync(shell, services, token), token));
        return command;
    }

    public static async Task<int> ShowAsync(PortalShell shell, IServiceProvider services, CancellationToken cancellationToken)
    {
        var text = shell.Text;
        if (await services.GetRequiredService<InspectIndex>().StatusAsync(cancellationToken) is not { } status)
        {
            return shell.Fail(text["There is no search index yet: start the portal, or run search rebuild."]);
        }

        var table = PortalShell.Table(text["Index"], text["Value"]);
        table.AddText(text["Folder"], status.Folder);
        table.AddText(text["Items that readers find"], status.Public.ToString("N0", CultureInfo.CurrentCulture));
        table.AddText(text["Items that editors find"], status.Items.ToString("N0", CultureInfo.CurrentCulture));
        table.AddText(text["Size on the disk"], text["{0:N1} MB", status.Bytes / Megabyte]);
        table.AddText(text["Changes not yet safe on the disk"], status.Behind.ToString("N0", CultureInfo.CurrentCulture));
        table.AddText(text["Made by this version"], status.IsOutdated ? text["no: a running portal makes another"] : text["yes"]);
        AnsiConsole.Write(table);
        return 0;
    }
}
