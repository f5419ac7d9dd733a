using System.Net;
using OrchardSite.Tenants;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Tenants;

public sealed class SitesByPrefixTests
{
    [Theory]
    [InlineData("/", "Sở Công Thương")]
    [InlineData("/xttm-lang-son", "Lạng Sơn")]
    [InlineData("/xttm-lang-son/", "Lạng Sơn")]
    [InlineData("/xttm-vinh-long/", "Vĩnh Long")]
    public async Task Each_site_answers_at_its_prefix_with_its_own_name(string path, string name)
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync(path);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.TextOf("title").ShouldNotBeNull().ShouldContain(name);
    }

    [Theory]
    [InlineData("/xttm-lang-son-khac")]
    [InlineData("/XTTM-LANG-SON")]
    [InlineData("//xttm-lang-son/")]
    [InlineData("/khong-co/xttm-lang-son")]
    public async Task What_only_looks_like_a_prefix_is_a_page_that_the_department_does_not_have(string path)
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync(portal.Address.GetLeftPart(UriPartial.Authority) + path);

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.TextOf("title").ShouldNotBeNull().ShouldContain("Sở Công Thương");
    }

    [Fact]
    public async Task Links_of_a_site_stay_under_its_prefix()
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync("/xttm-lang-son/");

        var inside = page.Document.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!).ToArray();
        inside.Length.ShouldBeGreaterThan(10);
        inside.ShouldAllBe(address => address.StartsWith("/xttm-lang-son/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_disabled_site_is_closed_to_readers_at_once_and_comes_back_whole()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.Http.GetPageAsync("/xttm-lang-son/");

        (await portal.DisableSiteAsync(PortalApp.LangSon)).Value.ShouldBeTrue();

        var closed = await portal.Http.GetPageAsync("/xttm-lang-son/");
        closed.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        closed.TextOf("h1").ShouldBe("Trang tạm ngừng hoạt động");
        closed.Response.Headers.RetryAfter.ShouldNotBeNull();
        closed.Body.ShouldNotContain("Lạng Sơn");
        (await portal.Http.GetPageAsync("/xttm-lang-son/bat-ky")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await portal.Http.GetPageAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
        (await portal.Http.GetPageAsync("/xttm-vinh-long/")).Status.ShouldBe(HttpStatusCode.OK);

        (await portal.EnableSiteAsync(PortalApp.LangSon)).Value.ShouldBeTrue();
        (await portal.Http.GetPageAsync("/xttm-lang-son/")).TextOf("title").ShouldNotBeNull().ShouldContain("Lạng Sơn");
    }

    [Fact]
    public async Task A_site_that_is_not_set_up_yet_is_closed()
    {
        await using var portal = await PortalApp.StartAsync();
        (await portal.CreateSiteAsync(new NewTenant("chi-cuc", "chi-cuc", [], "partner-unit"))).Succeeded.ShouldBeTrue();

        (await portal.Http.GetPageAsync("/chi-cuc/")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }
}
