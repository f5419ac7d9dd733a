using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using OrchardSite.Data;
using OrchardSite.Theming.Liquid;

namespace OrchardSite.Web;

/// <summary>Prepares what the first page needs while the server is still starting.</summary>
internal sealed class WarmUp(LiquidEngine templates, PortalPaths paths) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = Task.Run(ParseTemplates, CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void ParseTemplates()
    {
        var views = Path.Combine(paths.Themes, Theming.PortalTheme.Name, "Views");
        foreach (var view in Directory.EnumerateFiles(views, "*.liquid"))
        {
            templates.FindView([Path.GetFileNameWithoutExtension(view)]);
        }
    }
}
