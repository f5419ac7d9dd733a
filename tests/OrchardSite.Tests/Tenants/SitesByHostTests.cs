using System.Net;
using OrchardSite.Tenants;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Tenants;

public sealed class SitesByHostTests
{
    private const string UnitHost = "khuyencong.example.vn";

    [Theory]
    [InlineData(UnitHost)]
    [InlineData("KhuyenCong.Example.VN")]
    [InlineData(UnitHost + ":8443")]
    public async Task A_site_answers_at_its_host_in_any_case_and_at_any_port(string host)
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddSiteAsync("khuyen-cong", "", UnitHost);

        (await portal.Http.GetPageAsync("/", ("Host", host))).TextOf("title").ShouldNotBeNull().ShouldContain("Trang khuyen-cong");
        (await portal.Http.GetPageAsync("/")).TextOf("title").ShouldNotBeNull().ShouldContain("Sở Công Thương");
    }

    [Fact]
    public async Task A_site_with_host_and_prefix_is_found_by_both_together_only()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddSiteAsync("khuyen-cong", "", UnitHost);
        await portal.AddSiteAsync("cum-cong-nghiep", "cum", UnitHost);

        var site = await portal.Http.GetPageAsync("/cum/", ("Host", UnitHost));
        site.TextOf("title").ShouldNotBeNull().ShouldContain("Trang cum-cong-nghiep");
        site.Document.QuerySelector("link[rel=canonical]").ShouldNotBeNull().GetAttribute("href").ShouldBe($"http://{UnitHost}/cum/");

        (await portal.Http.GetPageAsync("/cum-khac", ("Host", UnitHost))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Http.GetPageAsync("/cum/")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Http.GetPageAsync($"/{PortalApp.LangSon}/", ("Host", UnitHost))).TextOf("title").ShouldNotBeNull().ShouldContain("Trang khuyen-cong");
    }

    [Fact]
    public async Task A_site_of_a_host_with_a_port_does_not_hide_the_one_of_the_host_alone()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddSiteAsync("khuyen-cong", "", UnitHost);
        await portal.AddSiteAsync("thu-nghiem", "thu", UnitHost + ":8080");

        (await portal.Http.GetPageAsync("/thu", ("Host", UnitHost + ":8080"))).TextOf("title").ShouldNotBeNull().ShouldContain("Trang thu-nghiem");
        (await portal.Http.GetPageAsync("/", ("Host", UnitHost + ":8080"))).TextOf("title").ShouldNotBeNull().ShouldContain("Trang khuyen-cong");
    }

    [Fact]
    public async Task A_host_of_no_site_gets_404_in_the_theme_with_no_site_named()
    {
        await using var portal = await PortalApp.StartAsync();
        foreach (var name in new[] { PortalApp.Department, PortalApp.LangSon, PortalApp.VinhLong })
        {
            (await portal.EditSiteAsync(new EditedTenant(name, portal.Site(name)!.Prefix, ["portal.example.vn"]))).Value.ShouldBeTrue();
        }

        var page = await portal.Http.GetPageAsync("/", ("Host", "khac.example.vn"));

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.TextOf("h1").ShouldBe("Không tìm thấy trang");
        page.Document.DocumentElement.GetAttribute("lang").ShouldBe("vi");
        page.Body.ShouldNotContain("Sở Công Thương");
        (await portal.Http.GetPageAsync($"/{PortalApp.LangSon}/", ("Host", "portal.example.vn"))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("portal.example.vn:99999")]
    [InlineData("..")]
    [InlineData("xn--")]
    [InlineData("portal.xn--example.vn")]
    public async Task What_can_be_no_host_is_a_bad_request(string host)
    {
        await using var portal = await PortalApp.StartAsync();

        (await portal.Http.GetPageAsync("/", ("Host", host))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await portal.Http.GetPageAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
    }
}
