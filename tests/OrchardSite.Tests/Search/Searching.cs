using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Search;

internal static class Searching
{
    /// <summary>Searches until the index, which follows a moment after each commit, has what the test waits for.</summary>
    public static async Task<Page> FindAsync(this PortalApp portal, string typed, Func<IReadOnlyList<string>, bool> isThere, string site = "/xttm-lang-son", Func<Page, bool>? until = null)
    {
        for (var attempt = 0; ; attempt++)
        {
            var page = await portal.SearchAsync(typed, site);
            if (isThere(page.Found()) && (until is null || until(page)))
            {
                return page;
            }

            attempt.ShouldBeLessThan(400, page.TextOf("main"));
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>
    /// What the portal answers as soon as its index has come so far. It waits for that for two seconds itself, which is more than
    /// it needs and less than a machine that runs many tests at once may take.
    /// </summary>
    public static async Task<Page> GetUntilAsync(this HttpClient browser, string address, Func<Page, bool> isThere)
    {
        for (var attempt = 0; ; attempt++)
        {
            var page = await browser.GetPageAsync(address);
            if (isThere(page))
            {
                return page;
            }

            attempt.ShouldBeLessThan(100, page.TextOf("main"));
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Titles of what was found, without what was merely near.</summary>
    public static IReadOnlyList<string> Found(this Page page) => page.TextsOf(".search-results:not(.near) h2");

    public static Task<Page> SearchAsync(this PortalApp portal, string typed, string site = "/xttm-lang-son") => portal.Http.GetPageAsync($"{site}/tim-kiem?q={Uri.EscapeDataString(typed)}");

    /// <summary>Leaves the portal without an index that could be searched.</summary>
    public static Task StopIndexAsync(this PortalApp portal) => portal.IndexUpkeep().StopAsync(TestContext.Current.CancellationToken);

    public static Task StartIndexAsync(this PortalApp portal) => portal.IndexUpkeep().StartAsync(TestContext.Current.CancellationToken);

    private static IHostedService IndexUpkeep(this PortalApp portal) =>
        portal.Services.GetServices<IHostedService>().Single(service => service.GetType().Name == "IndexUpkeep");
}
