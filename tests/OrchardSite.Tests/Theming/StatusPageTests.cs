using System.Net;
using Fluid;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Tests.Hosting;
using OrchardSite.Theming;

namespace OrchardSite.Tests.Theming;

public sealed class StatusPageTests
{
    [Theory]
    [InlineData("/khong-co-trang-nay", "Sở Công Thương tỉnh Hải Dương", "/")]
    [InlineData("/xttm-vinh-long/khong-co-trang-nay", "Trung tâm Xúc tiến thương mại Vĩnh Long", "/xttm-vinh-long/")]
    [InlineData("/van-ban/999-qd-sct-2026", "Sở Công Thương tỉnh Hải Dương", "/")]
    public async Task A_missing_page_is_said_in_the_theme_of_the_site_with_a_way_on(string path, string site, string home)
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync(path);

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.TextOf("h1").ShouldBe("Không tìm thấy trang");
        page.TextOf(".unit-name").ShouldBe(site);
        page.TextOf(".status-note").ShouldBe(path);
        page.Document.QuerySelector(".status-links a")!.GetAttribute("href").ShouldBe(home);
        page.Document.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
        page.Document.QuerySelectorAll("nav.main-menu a").Length.ShouldBeGreaterThan(3);
        page.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Theory]
    [InlineData("/%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("/tin-tuc%22onmouseover=%22alert(1)")]
    [InlineData("/giới-thiệu/Sở%20Công%20Thương")]
    [InlineData("/{{ Site.SiteName }}/{% raw %}")]
    public async Task A_missing_page_repeats_its_address_readably_and_as_text_only(string path)
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync(path);

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.TextOf(".status-note").ShouldBe(Uri.UnescapeDataString(path.Replace("%2F", "%252F")));
        page.Document.QuerySelectorAll("script:not([src]), [onmouseover]").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/xttm-lang-son/%E1%BB%8")]
    [InlineData("/a%2F..%2F..%2Fetc%2Fpasswd")]
    [InlineData("/_theme/..%2f..%2f..%2fappsettings.json")]
    [InlineData("/_theme/%2e%2e/%2e%2e/appsettings.json")]
    [InlineData("/_theme/khong-co.css")]
    [InlineData("/_theme/")]
    public async Task Nothing_outside_the_theme_is_served(string path)
    {
        await using var portal = await PortalApp.StartAsync();

        (await portal.Http.GetPageAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_failure_tells_a_number_and_nothing_else()
    {
        await using var portal = await PortalApp.StartAsync(services: services => services.AddScoped<IZoneContributor, FailingZone>());

        var page = await portal.Http.GetPageAsync("/xttm-vinh-long/lien-he");

        page.Status.ShouldBe(HttpStatusCode.InternalServerError);
        page.TextOf("h1").ShouldBe("Hệ thống gặp sự cố");
        page.TextOf(".unit-name").ShouldBe("Trung tâm Xúc tiến thương mại Vĩnh Long");
        page.TextOf(".status-note").ShouldNotBeNullOrEmpty();
        page.Body.ShouldNotContain(FailingZone.Secret);
        page.Body.ShouldNotContain("Exception");
        page.Document.QuerySelector("nav.main-menu").ShouldBeNull();
    }

    [Fact]
    public async Task Only_reading_is_allowed_where_nobody_writes()
    {
        await using var portal = await PortalApp.StartAsync();

        (await portal.Http.SendPageAsync(new HttpRequestMessage(HttpMethod.Post, "/tin-tuc-su-kien"))).Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await portal.Http.SendPageAsync(new HttpRequestMessage(HttpMethod.Delete, "/van-ban"))).Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    private sealed class FailingZone : IZoneContributor
    {
        public const string Secret = "Password=bí mật";

        public ValueTask ContributeAsync(PageRendering page, TemplateContext context) => throw new InvalidOperationException(Secret);
    }
}
