using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Search.Indexing;

namespace OrchardSite.Web.Commands;

internal static class SearchRebuild
{
    public static Command Create(PortalShell shell)
    {
        var text = shell.Text;
        var command = new Command("rebuild", text["Makes the search index anew beside the one that answers; a running portal goes over to it."]);
        command.SetAction((parse, token) => shell.RunAsync(parse, async services =>
        {
            await PortalShell.WatchAsync(text["The search index is being made…"], async _ =>
            {
                await services.GetRequiredService<RebuildIndex>().RunAsync(token);
                return true;
            });
            return await SearchStatus.ShowAsync(shell, services, token);
        }, token));
        return command;
    }
}
