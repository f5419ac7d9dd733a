using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OrchardSite.Tenants;
using OrchardSite.Web;

namespace OrchardSite.Tests.Hosting;

/// <summary>
/// The whole portal on a loopback port, with a database of its own in which the department and two partner units are set
/// up from the real recipes.
/// </summary>
public sealed class PortalApp : IAsyncDisposable
{
    public const string Department = "Default";
    public const string LangSon = "xttm-lang-son";
    public const string VinhLong = "xttm-vinh-long";

    private readonly WebApplication _app;
    private readonly TestDatabase _database;

    private PortalApp(WebApplication app, TestDatabase database, FakeTimeProvider clock)
    {
        (_app, _database, Clock) = (app, database, clock);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Http = Client();
    }

    /// <summary>The morning on which every test begins: Tuesday, 24 November 2026, ten o'clock in Vietnam.</summary>
    public static DateTimeOffset Morning { get; } = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(7));

    public Uri Address { get; }

    /// <summary>A reader's browser without cookies, which follows no redirect.</summary>
    public HttpClient Http { get; }

    public FakeTimeProvider Clock { get; }

    public IServiceProvider Services => _app.Services;

    public string DataFolder => _database.Folder;

    /// <summary>The settings with which another process reaches the same database.</summary>
    public IReadOnlyDictionary<string, string?> DatabaseSettings => _database.Settings;

    public static async Task<PortalApp> StartAsync(IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? services = null)
    {
        var database = await TestDatabase.CreateAsync();
        var clock = new FakeTimeProvider(Morning);
        var app = PortalHost.Build(new PortalOptions
        {
            DataFolder = database.Folder,
            Settings = new Dictionary<string, string?>(database.Settings.Concat(settings ?? new Dictionary<string, string?>())) { ["urls"] = "http://127.0.0.1:0" },
            Time = clock,
            ConfigureServices = services,
        });
        await PortalHost.OpenDatabaseAsync(app.Services, TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new PortalApp(app, database, clock);
    }

    /// <summary>A browser with cookies of its own.</summary>
    public HttpClient Client(bool followRedirects = false) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = followRedirects, UseCookies = true }) { BaseAddress = Address };

    /// <summary>Work in a tenant's scope, as an operation of the dashboard or a command would do it.</summary>
    public async Task<T> InTenantAsync<T>(string tenant, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateTenantScope(Services.GetRequiredService<TenantDirectory>().Find(tenant)!.Identity);
        return await work(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }
}
