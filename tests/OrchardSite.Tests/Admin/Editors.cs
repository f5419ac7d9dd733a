using Microsoft.EntityFrameworkCore;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;
using OrchardSite.Users.Roles;

namespace OrchardSite.Tests.Admin;

/// <summary>People at work in the dashboard.</summary>
internal static class Editors
{
    public const string Editor = "Biên tập viên";
    public const string Head = "Trưởng ban biên tập";
    public const string Administrator = "Quản trị";
    public const string Contributor = "Cộng tác viên";

    /// <summary>A browser in which somebody with these roles on a site, and on no other, is signed in.</summary>
    public static async Task<HttpClient> SignedInAsync(this PortalApp portal, string tenant, params string[] roles)
    {
        var userName = $"nguoi.{Guid.NewGuid():N}";
        var account = await portal.AddAccountAsync(userName, email: null);
        await portal.JoinAsync(account, tenant, roles);
        return await portal.SignedInAsAsync(userName);
    }

    public static async Task<IReadOnlyList<string>> PermissionsOfAsync(this PortalApp portal, string tenant, string role)
    {
        await using var db = portal.OpenContext(tenant);
        return (await db.Set<Role>().AsNoTracking().SingleAsync(row => row.Name == role, TestContext.Current.CancellationToken)).Permissions;
    }

    /// <summary>A browser in which who runs the installation is signed in.</summary>
    public static async Task<HttpClient> SignedInAsHostAsync(this PortalApp portal)
    {
        await portal.AddAccountAsync("nguoi.quan.ly", email: null, change: account => account.IsHostAdministrator = true);
        return await portal.SignedInAsAsync("nguoi.quan.ly");
    }

    public static async Task<HttpClient> SignedInAsAsync(this PortalApp portal, string userName)
    {
        var browser = portal.Client();
        (await browser.SignInAsync(userName, People.Password)).IsSignedIn().ShouldBeTrue();
        return browser;
    }
}
