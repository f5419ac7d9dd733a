using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Api;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;
using OrchardSite.Tests.Workflows;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Tests.Api;

/// <summary>People with programs.</summary>
internal static class Callers
{
    public static string SiteOf(this PortalApp portal, string tenant) =>
        portal.Address.ToString().TrimEnd('/') + (tenant == PortalApp.Department ? "" : "/" + tenant);

    /// <summary>A token for somebody, which they make for themselves.</summary>
    public static Task<IssuedToken> TokenAsync(this PortalApp portal, string tenant, Actor actor, params string[] permissions) => portal.InTenantAsync(tenant, async services =>
    {
        var made = await services.GetRequiredService<CreateAccessToken>().RunAsync(
            new NewAccessToken("Phần mềm một cửa", permissions, portal.Clock.GetUtcNow().UtcDateTime.AddDays(30), People.Password), actor, TestContext.Current.CancellationToken);
        return made.Succeeded ? made.Value : throw new InvalidOperationException(made.Refusals[0].Message);
    });

    public static async Task<string> TokenAsync(this PortalApp portal, string tenant, Colleague person, params string[] permissions) =>
        (await portal.TokenAsync(tenant, await person.ActorAsync(), permissions)).Value;

    /// <summary>A token that may do all that its maker may let it do.</summary>
    public static async Task<string> FullTokenAsync(this PortalApp portal, string tenant, Colleague person)
    {
        var actor = await person.ActorAsync();
        var groups = await portal.InTenantAsync(tenant, services => services.GetRequiredService<GrantablePermissions>().OfAsync(actor, TestContext.Current.CancellationToken));
        return (await portal.TokenAsync(tenant, actor, [.. groups.SelectMany(group => group.Permissions).Select(permission => permission.Name).Distinct()])).Value;
    }

    /// <summary>A program of somebody with these roles, which may do this.</summary>
    public static async Task<DescriptionClient> ProgramAsync(this PortalApp portal, string tenant, string role, params string[] permissions)
    {
        using var person = await portal.HireAsync(tenant, $"Người của {role}", role);
        return await DescriptionClient.OpenAsync(portal.Http, portal.SiteOf(tenant), await portal.TokenAsync(tenant, person, permissions));
    }

    /// <summary>Somebody who runs the installation.</summary>
    public static async Task<Actor> HostAsync(this PortalApp portal, string name = "nguoi.quan.ly")
    {
        Account account = await portal.AddAccountAsync(name, email: null, change: account => account.IsHostAdministrator = true);
        return Actor.Host(account.DisplayName, account.Id);
    }
}
