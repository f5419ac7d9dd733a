using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OrchardSite.Tenants;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Web.Commands;

/// <summary>What the program does without a verb: sets up a new installation, then serves it until it is stopped.</summary>
internal static class Serve
{
    private const string FirstAdministratorName = "admin";
    private const int MostListed = 20;

    public static void AddTo(RootCommand root, PortalShell shell)
    {
        var urls = new Option<string?>("--urls") { Description = shell.Text["The addresses to listen on, separated by semicolons."], HelpName = "URL" };
        urls.Validators.Add(result =>
        {
            foreach (var url in result.GetValueOrDefault<string>()?.Split(';').Where(url => !SiteAddress.CanListen(url)) ?? [])
            {
                result.AddError(shell.Text["{0} is no address to listen on; write it like http://localhost:5080.", url]);
            }
        });
        root.Add(urls);
        root.SetAction((parse, token) =>
        {
            var settings = new Dictionary<string, string?>();
            if (parse.GetValue(urls) is { } chosen)
            {
                settings["urls"] = chosen;
            }

            return shell.RunAsync(new PortalOptions { DataFolder = parse.GetValue(shell.Data), Settings = settings }, app => RunAsync(shell, app, token));
        });
    }

    private static async Task<int> RunAsync(PortalShell shell, WebApplication app, CancellationToken cancellationToken)
    {
        await PortalHost.OpenDatabaseAsync(app.Services, cancellationToken);
        if (await SetUpMissingAsync(shell, app.Services.GetRequiredService<FirstRun>(), cancellationToken) is var status and not 0)
        {
            return status;
        }

        await StartAsync(app, cancellationToken);
        var address = new SiteAddress(app.Urls.First());
        TellSites(shell, address, app.Services.GetRequiredService<TenantDirectory>());
        await TellFirstAdministratorAsync(shell, address, app.Services, cancellationToken);
        Console.Out.WriteLine(shell.Text["Ctrl+C stops the portal."]);
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            // What works in the background has begun by now; it ends before what it works with is gone.
            await app.StopAsync(CancellationToken.None);
            throw;
        }
    }

    private static async Task<int> SetUpMissingAsync(PortalShell shell, FirstRun firstRun, CancellationToken cancellationToken)
    {
        var missing = firstRun.Missing;
        if (missing.Count == 0)
        {
            return 0;
        }

        var status = shell.Report(await firstRun.CreateAsync(shell.Actor, cancellationToken), _ => shell.Text["Setting up {0} sites; this happens once.", missing.Count]);
        foreach (var tenant in status == 0 ? missing : [])
        {
            var outcome = await PortalShell.WatchAsync(tenant.SiteName, progress => firstRun.SetUpAsync(tenant, progress, shell.Actor, cancellationToken));
            Console.Out.WriteLine("  " + shell.Text["{0}: {1} things made.", tenant.SiteName, outcome.Changes.Count]);
        }

        return status;
    }

    private static void TellSites(PortalShell shell, SiteAddress address, TenantDirectory tenants)
    {
        foreach (var tenant in tenants.All.OrderBy(tenant => tenant.Id).Take(MostListed))
        {
            var state = tenant.State == TenantState.Running ? "" : $"  ({shell.Text[tenant.State.ToString()]})";
            Console.Out.WriteLine($"{tenant.Name,-20} {address.Of(tenant)}{state}");
        }

        if (tenants.All.Count > MostListed)
        {
            Console.Out.WriteLine(shell.Text["and {0} more sites: see tenants list", tenants.All.Count - MostListed]);
        }
    }

    // To the terminal alone: in a log the link would let in whoever reads it.
    private static async Task TellFirstAdministratorAsync(PortalShell shell, SiteAddress address, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<TenantDirectory>().All.Where(tenant => tenant.State == TenantState.Running).MinBy(tenant => tenant.Id) is not { } tenant)
        {
            return;
        }

        await using var scope = services.CreateTenantScope(tenant.Identity);
        var ensure = scope.ServiceProvider.GetRequiredService<EnsureHostAdministrator>();
        if (await ensure.RunAsync(FirstAdministratorName, shell.Actor, cancellationToken) is { } administrator)
        {
            Console.Out.WriteLine(shell.Text["Sign in as {0}, once and within a day:", administrator.UserName]);
            Console.Out.WriteLine(address.Of(tenant).TrimEnd('/') + administrator.SignInPath);
        }
    }
}
