using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Web;

public sealed class ProxyTests
{
    private static readonly (string, string)[] SaysHttps = [("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.7")];

    [Theory]
    [InlineData("/")]
    [InlineData("/xttm-lang-son/")]
    public async Task Nobody_is_believed_that_the_reader_came_by_https_unless_the_settings_name_a_proxy(string path)
    {
        await using var portal = await PortalApp.StartAsync();

        (await CanonicalAsync(portal, path)).Scheme.ShouldBe(Uri.UriSchemeHttp);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/xttm-lang-son/")]
    public async Task A_proxy_that_the_settings_name_is_believed(string path)
    {
        await using var portal = await PortalApp.StartAsync(new Dictionary<string, string?> { ["KnownProxies:0"] = "127.0.0.1" });

        (await CanonicalAsync(portal, path)).Scheme.ShouldBe(Uri.UriSchemeHttps);
    }

    [Fact]
    public async Task Another_address_than_the_proxys_is_not_believed()
    {
        await using var portal = await PortalApp.StartAsync(new Dictionary<string, string?> { ["KnownProxies:0"] = "192.0.2.1" });

        (await CanonicalAsync(portal, "/xttm-vinh-long/")).Scheme.ShouldBe(Uri.UriSchemeHttp);
    }

    [Fact]
    public async Task A_proxy_does_not_choose_the_host()
    {
        await using var portal = await PortalApp.StartAsync(new Dictionary<string, string?> { ["KnownProxies:0"] = "127.0.0.1" });

        var page = await portal.Http.GetPageAsync("/", [.. SaysHttps, ("X-Forwarded-Host", "ke-xau.example")]);

        page.Body.ShouldNotContain("ke-xau.example");
    }

    private static async Task<Uri> CanonicalAsync(PortalApp portal, string path)
    {
        var page = await portal.Http.GetPageAsync(path, SaysHttps);
        return new Uri(page.Document.QuerySelector("link[rel=canonical]").ShouldNotBeNull().GetAttribute("href")!);
    }
}
