using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Recipes;
using OrchardSite.Tenants;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Tenants;

/// <summary>What an administrator of the whole installation does in tests.</summary>
internal static class Sites
{
    public static Actor Administrator { get; } = Actor.Host("Quản trị hệ thống");

    /// <summary>An operation outside every tenant, as a command of the host runs it.</summary>
    public static async Task<T> AsHostAsync<T>(this PortalApp portal, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>Adds a partner unit's site and sets it up; its name for readers is <c>Trang</c> and its technical one.</summary>
    public static async Task<Tenant> AddSiteAsync(this PortalApp portal, string name, string prefix = "", params string[] hosts)
    {
        (await portal.CreateSiteAsync(new NewTenant(name, prefix, hosts, "partner-unit"))).Succeeded.ShouldBeTrue();
        await portal.AsHostAsync(services => services.GetRequiredService<SetUpTenant>()
            .RunAsync(name, new Dictionary<string, string> { [SetUpTenant.SiteName] = $"Trang {name}" }, null, Administrator));
        return portal.Site(name)!;
    }

    public static Task<OperationResult<TenantIdentity>> CreateSiteAsync(this PortalApp portal, NewTenant site, Actor? actor = null) =>
        portal.AsHostAsync(services => services.GetRequiredService<CreateTenant>().RunAsync(site, actor ?? Administrator));

    public static Task<OperationResult<bool>> EditSiteAsync(this PortalApp portal, EditedTenant site, Actor? actor = null) =>
        portal.AsHostAsync(services => services.GetRequiredService<EditTenant>().RunAsync(site, actor ?? Administrator));

    public static Task<OperationResult<bool>> DisableSiteAsync(this PortalApp portal, string name, Actor? actor = null) =>
        portal.AsHostAsync(services => services.GetRequiredService<DisableTenant>().RunAsync(name, actor ?? Administrator));

    public static Task<OperationResult<bool>> EnableSiteAsync(this PortalApp portal, string name, Actor? actor = null) =>
        portal.AsHostAsync(services => services.GetRequiredService<EnableTenant>().RunAsync(name, actor ?? Administrator));

    public static Task<OperationResult<TenantIdentity>> RemoveSiteAsync(this PortalApp portal, string name, Actor? actor = null) =>
        portal.AsHostAsync(services => services.GetRequiredService<RemoveTenant>().RunAsync(name, actor ?? Administrator));

    /// <summary>Null where there is none.</summary>
    public static Tenant? Site(this PortalApp portal, string name) => portal.Services.GetRequiredService<TenantDirectory>().Find(name);
}
