using System.Net;
using System.Xml.Linq;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Content;

public sealed class SiteMapTests
{
    private static readonly XNamespace Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Theory]
    [InlineData("", "/tin-tuc-su-kien", "/van-ban/240-qd-sct-2026", "/gioi-thieu/gioi-thieu-chung")]
    [InlineData("/xttm-vinh-long", "/xttm-vinh-long/xuc-tien", "/xttm-vinh-long/van-ban/18-kh-xttm-2026", "/xttm-vinh-long/lien-he")]
    public async Task The_map_for_search_engines_has_every_address_of_the_site_and_all_answer(string prefix, params string[] known)
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync(prefix + "/sitemap.xml");

        page.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/xml");
        var addresses = XDocument.Parse(page.Body).Root!.Elements(Schema + "url").Select(url => new Uri(url.Element(Schema + "loc")!.Value)).ToArray();
        addresses.ShouldBeUnique();
        addresses.ShouldAllBe(address => address.Authority == portal.Address.Authority && (address.AbsolutePath + "/").StartsWith(prefix + "/"));
        var paths = addresses.Select(address => address.AbsolutePath).ToArray();
        known.Append(prefix + "/").ShouldBeSubsetOf(paths);
        if (prefix.Length == 0)
        {
            paths.ShouldNotContain(path => path.StartsWith("/xttm-"));
        }

        foreach (var path in paths)
        {
            (await portal.Http.GetPageAsync(path)).Status.ShouldBe(HttpStatusCode.OK, path);
        }
    }

    [Fact]
    public async Task A_part_of_the_map_that_a_small_site_does_not_need_is_not_found()
    {
        await using var portal = await PortalApp.StartAsync();

        (await portal.Http.GetPageAsync("/sitemap-1.xml")).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var number in new[] { "0", "2", "-1", "1001", "99999999999999" })
        {
            (await portal.Http.GetPageAsync($"/sitemap-{number}.xml")).Status.ShouldBe(HttpStatusCode.NotFound, number);
        }
    }

    [Fact]
    public async Task Robots_are_shown_the_maps_of_all_sites_of_the_host_and_kept_out_of_the_dashboard()
    {
        await using var portal = await PortalApp.StartAsync();
        var origin = portal.Address.GetLeftPart(UriPartial.Authority);

        var robots = await portal.Http.GetPageAsync("/robots.txt");

        robots.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        var lines = robots.Body.Split('\n');
        lines.ShouldContain("Disallow: /admin");
        lines.Where(line => line.StartsWith("Sitemap: ")).ShouldBe(
        [
            $"Sitemap: {origin}/sitemap.xml", $"Sitemap: {origin}/xttm-lang-son/sitemap.xml", $"Sitemap: {origin}/xttm-vinh-long/sitemap.xml",
        ]);
    }

    [Theory]
    [InlineData("", "Tin tức - sự kiện", "Công nghiệp hỗ trợ")]
    [InlineData("/xttm-vinh-long", "Xúc tiến thương mại", "Hội chợ, sự kiện")]
    public async Task The_site_map_page_is_a_tree_of_the_categories_with_the_pages(string prefix, string top, string below)
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync(prefix + "/so-do-trang");

        page.TextOf("h1").ShouldBe("Sơ đồ trang");
        page.TextsOf(".site-map > section:first-child > ul > li > a").ShouldContain(top);
        page.TextsOf(".site-map > section:first-child > ul > li > ul a").ShouldContain(below);
        page.TextsOf("section[aria-labelledby=map-pages] a").ShouldContain("Liên hệ");
    }
}
