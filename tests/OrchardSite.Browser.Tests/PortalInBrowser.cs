using Microsoft.Playwright;
using OrchardSite.Browser.Tests;
using OrchardSite.Tests.Hosting;

[assembly: AssemblyFixture(typeof(PortalInBrowser))]

namespace OrchardSite.Browser.Tests;

/// <summary>One portal with three sites and one Chromium for all tests: they only read. Each test gets a browser profile of its own.</summary>
public sealed class PortalInBrowser : IAsyncLifetime
{
    private const string ChromiumVariable = "ORCHARDSITE_TEST_CHROMIUM";
    private const string DebianChromium = "/usr/bin/chromium";

    private PortalApp _portal = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public Uri Address => _portal.Address;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalApp.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable(ChromiumVariable) ?? DebianChromium,
            // Chromium's own sandbox does not work for root, and the pages are our own.
            ChromiumSandbox = Environment.UserName != "root",
        });
    }

    public async Task<Visit> VisitAsync(string path, Screen screen, bool javaScript = true)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            ViewportSize = new ViewportSize { Width = screen.Width, Height = screen.Height },
            HasTouch = screen.IsPhone,
            IsMobile = screen.IsPhone,
            JavaScriptEnabled = javaScript,
            Locale = "vi-VN",
            ReducedMotion = ReducedMotion.Reduce,
        });
        var visit = new Visit(context, await context.NewPageAsync(), Address);
        await visit.GoAsync(path);
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _portal.DisposeAsync();
    }
}

/// <summary>What a reader looks at the portal on.</summary>
public sealed record Screen(string Name, int Width, int Height, bool IsPhone)
{
    public static Screen Phone { get; } = new("phone", 390, 844, true);

    public static Screen Desktop { get; } = new("desktop", 1366, 768, false);

    public static Screen Named(string name) => name == Phone.Name ? Phone : Desktop;
}
