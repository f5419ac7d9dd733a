using System.Net;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Web;

public sealed class SecurityHeadersTests
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/xttm-lang-son/van-ban", HttpStatusCode.OK)]
    [InlineData("/xttm-lang-son/rss.xml", HttpStatusCode.OK)]
    [InlineData("/_theme/portal.css", HttpStatusCode.OK)]
    [InlineData("/xttm-vinh-long/khong-co-trang-nay", HttpStatusCode.NotFound)]
    public async Task Every_answer_tells_browsers_to_trust_the_site_alone(string path, HttpStatusCode status)
    {
        await using var portal = await PortalApp.StartAsync();

        // The second time from the page cache.
        foreach (var page in new[] { await portal.Http.GetPageAsync(path), await portal.Http.GetPageAsync(path) })
        {
            page.Status.ShouldBe(status);
            var policy = page.Response.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
            policy.ShouldStartWith("default-src 'self';");
            policy.ShouldContain("object-src 'none'");
            policy.ShouldContain("frame-ancestors 'self'");
            policy.ShouldNotContain("unsafe-eval");
            page.Response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            page.Response.Headers.GetValues("Referrer-Policy").ShouldBe(["strict-origin-when-cross-origin"]);
            page.Response.Headers.Contains("Server").ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("/?page=%00")]
    [InlineData("/xttm-lang-son/van-ban?nam=2026%00")]
    public async Task A_query_with_a_NUL_in_it_is_a_bad_request(string path)
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync(path);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.TextOf("h1").ShouldNotBeNullOrEmpty();
        page.Document.QuerySelector("link[rel=stylesheet]").ShouldNotBeNull();
    }
}
