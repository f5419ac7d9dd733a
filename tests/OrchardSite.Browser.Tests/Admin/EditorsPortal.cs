using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;

namespace OrchardSite.Browser.Tests.Admin;

/// <summary>A portal of its own for tests that write, with somebody signed in.</summary>
internal static class EditorsPortal
{
    /// <summary>Somebody with this role on the site of Lạng Sơn and on that of the department looks at a page.</summary>
    public static async Task AtDeskAsync(this ReadersPortal browsers, string path, Screen screen, string role, Func<Visit, PortalApp, Task> work, Action<BrowserNewContextOptions>? with = null)
    {
        await using var portal = await PortalApp.StartAsync();
        var account = await portal.AddAccountAsync();
        await portal.JoinAsync(account, PortalApp.LangSon, role);
        await portal.JoinAsync(account, PortalApp.Department, role);
        using var browser = portal.Client();
        var session = (await browser.SignInAsync(People.UserName, People.Password)).Cookie("orchardsite").Split(';')[0].Split('=', 2)[1];
        await browsers.VisitAsync(path, screen, visit => work(visit, portal), options =>
        {
            options.BaseURL = portal.Address.ToString();
            // A colour on its way from one to another has a contrast that nobody reads.
            options.ReducedMotion = ReducedMotion.Reduce;
            options.StorageState = $$"""{ "cookies": [ { "name": "orchardsite", "value": "{{session}}", "domain": "{{portal.Address.Host}}", "path": "/", "expires": -1, "httpOnly": true, "secure": false, "sameSite": "Lax" } ] }""";
            with?.Invoke(options);
        });
    }
}
