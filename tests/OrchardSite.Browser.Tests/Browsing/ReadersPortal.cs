using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Tests.Hosting;
using OrchardSite.Users.Accounts;

[assembly: AssemblyFixture(typeof(ReadersPortal))]

namespace OrchardSite.Browser.Tests.Browsing;

/// <summary>One portal and one Chromium for all tests: they read, and change nothing but people of their own. Each visit has a profile of its own.</summary>
public sealed class ReadersPortal : IAsyncLifetime
{
    /// <summary>Names another Chromium than Debian's.</summary>
    private const string ChromiumVariable = "ORCHARDSITE_TEST_CHROMIUM";

    private PortalApp _portal = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public Uri Address => _portal.Address;

    public HttpClient Http => _portal.Http;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalApp.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable(ChromiumVariable) ?? "/usr/bin/chromium",
            // Chromium refuses to run in its sandbox as root.
            ChromiumSandbox = !Environment.IsPrivilegedProcess,
        });
    }

    /// <summary>Opens a page and lets the test look at it. Where the test fails, its message names a picture of what was seen.</summary>
    public async Task VisitAsync(string path, Screen screen, Func<Visit, Task> look, Action<BrowserNewContextOptions>? with = null)
    {
        var options = new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            Locale = "vi-VN",
            ViewportSize = new ViewportSize { Width = screen.Width, Height = screen.Height },
            IsMobile = screen.IsPhone,
            HasTouch = screen.IsPhone,
        };
        with?.Invoke(options);
        await using var context = await _browser.NewContextAsync(options);
        var visit = new Visit(await context.NewPageAsync(), new Uri(options.BaseURL));
        try
        {
            await visit.OpenAsync(path);
            await look(visit);
        }
        catch (Exception failure)
        {
            throw new FailedVisitException(failure, await visit.PictureAsync());
        }
    }

    /// <summary>A person of their own for one visit.</summary>
    /// <returns>The user name.</returns>
    public async Task<string> AddPersonAsync(string password)
    {
        var account = new Account { UserName = $"an.{Guid.NewGuid():N}", DisplayName = "Nguyễn Văn An", CreatedUtc = PortalApp.Morning.UtcDateTime };
        await _portal.InTenantAsync(PortalApp.LangSon, services => services.GetRequiredService<UserManager<Account>>().CreateAsync(account, password));
        return account.UserName;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await _portal.DisposeAsync();
    }
}
