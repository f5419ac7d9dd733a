using System.Net;
using System.Xml.Linq;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Articles;

public sealed class FeedTests
{
    [Theory]
    [InlineData("", "Sở Công Thương tỉnh Hải Dương", "Thông báo lịch tiếp công dân của lãnh đạo Sở tháng 12 năm 2026")]
    [InlineData("/xttm-vinh-long", "Trung tâm Xúc tiến thương mại Vĩnh Long", "Vĩnh Long chuẩn bị Tuần lễ trái cây và đặc sản năm 2026")]
    public async Task The_feed_of_a_site_has_its_newest_articles(string prefix, string title, string newest)
    {
        await using var portal = await PortalApp.StartAsync();

        var (page, channel) = await ReadAsync(portal, prefix + "/rss.xml");

        page.Response.Content.Headers.ContentType!.ToString().ShouldBe("application/rss+xml; charset=utf-8");
        channel.Element("title")!.Value.ShouldBe(title);
        channel.Element("language")!.Value.ShouldBe("vi");
        var items = channel.Elements("item").ToArray();
        items[0].Element("title")!.Value.ShouldBe(newest);
        var links = items.Select(item => new Uri(item.Element("link")!.Value)).ToArray();
        links.ShouldAllBe(link => link.Authority == portal.Address.Authority && link.AbsolutePath.StartsWith(prefix + "/"));
        items.Select(item => item.Element("guid")!.Value).ShouldBeUnique();
        (await portal.Http.GetPageAsync(links[0].AbsolutePath)).TextOf("h1").ShouldBe(newest);
    }

    [Fact]
    public async Task The_feed_of_a_category_has_its_articles_and_those_below_it_alone()
    {
        await using var portal = await PortalApp.StartAsync();

        var (_, channel) = await ReadAsync(portal, "/tin-tuc-su-kien/cong-nghiep/rss.xml");

        channel.Element("title")!.Value.ShouldBe("Công nghiệp - Sở Công Thương tỉnh Hải Dương");
        channel.Elements("item").SelectMany(item => item.Elements("category")).Select(category => category.Value).Distinct()
            .ShouldBe(["Công nghiệp", "Cụm công nghiệp", "Công nghiệp hỗ trợ"], ignoreOrder: true);
        channel.Elements("item").First().Element("pubDate")!.Value.ShouldBe("Thu, 05 Nov 2026 08:20:00 +0700");
    }

    [Theory]
    [InlineData("/khong-co/rss.xml")]
    [InlineData("/gioi-thieu/gioi-thieu-chung/rss.xml")]
    [InlineData("/tin-tuc-su-kien/rss.xml/rss.xml")]
    public async Task There_is_no_feed_where_there_is_no_category(string path)
    {
        await using var portal = await PortalApp.StartAsync();

        (await portal.Http.GetPageAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<(Page Page, XElement Channel)> ReadAsync(PortalApp portal, string path)
    {
        var page = await portal.Http.GetPageAsync(path);
        page.Status.ShouldBe(HttpStatusCode.OK);
        return (page, XDocument.Parse(page.Body).Root!.Element("channel")!);
    }
}
