using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Web;

/// <summary>The whole portal as one application, for the server, the commands and the tests alike.</summary>
public static class PortalHost
{
    // Ten thousand Vietnamese letters in a search box: each is nine bytes in an address.
    private const int LongestRequestLine = 96 * 1024;
    private const string DefaultUrl = "http://localhost:5080";

    /// <summary>Where a portal with these options keeps its data.</summary>
    public static PortalPaths PathsOf(PortalOptions options) => new(options.DataFolder ?? DataFolder.Choose());

    /// <summary>An application that is not started; <see cref="OpenDatabaseAsync"/> comes before its start.</summary>
    public static WebApplication Build(PortalOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            // Razor Pages are looked for in what this assembly refers to, also when a test runner is the program.
            ApplicationName = typeof(PortalHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        var paths = PathsOf(options);
        Configure(builder.Configuration, paths, options);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
        });
        builder.AddPortalLogging(paths);
        builder.AddTelemetryIfAsked();

        var modules = Modules.All();
        var services = builder.Services;
        services.AddSingleton(options.Time);
        services.AddSingleton(paths);
        services.AddKernel(modules);
        services.AddSiteData(DatabaseChoice.From(builder.Configuration, paths));
        services.AddSingleton<FirstRun>();
        services.AddHostedService<WarmUp>();
        foreach (var module in modules)
        {
            module.ConfigureServices(services, builder.Configuration);
        }

        options.ConfigureServices?.Invoke(services);

        var app = builder.Build();
        app.UsePortal();
        foreach (var module in modules)
        {
            module.MapEndpoints(app);
        }

        app.MapRazorPages();
        return app;
    }

    /// <summary>Brings the database to this program's version and reads the tenants; returns when the portal can work.</summary>
    /// <exception cref="DatabaseUnusableException">The database cannot be used as it is.</exception>
    /// <exception cref="DatabaseNewerException">A newer program has changed the database.</exception>
    public static async Task OpenDatabaseAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SiteDbContext>();
            await services.GetRequiredService<IDatabaseProvider>().MigrateAsync(db, cancellationToken);
        }

        // The feed's position first: what is committed while the tenants are being read comes again through the feed.
        await services.GetRequiredService<ChangeFeed>().StartAsync(cancellationToken);
        await services.GetRequiredService<TenantDirectory>().LoadAsync(cancellationToken);
    }

    private static void Configure(ConfigurationManager configuration, PortalPaths paths, PortalOptions options)
    {
        // Beside the data, where it survives a new version of the program.
        configuration.AddJsonFile(Path.Combine(paths.Data, "appsettings.json"), optional: true, reloadOnChange: false);
        configuration.AddEnvironmentVariables();
        configuration.AddInMemoryCollection(options.Settings);
        if (string.IsNullOrEmpty(configuration["urls"]))
        {
            configuration["urls"] = DefaultUrl;
        }
    }
}
