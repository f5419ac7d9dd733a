using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Articles;

public sealed class ArticlePageTests
{
    private const string Quoted = "/thuong-mai-noi-dia-nam-2025-suc-mua-tang-kenh-phan-phoi-hien-dai-mo-rong";
    private const string OfUnit = "/xttm-vinh-long/vinh-long-chuan-bi-tuan-le-trai-cay-va-dac-san-nam-2026";

    [Fact]
    public async Task An_article_shows_what_readers_of_the_old_site_had()
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync(OfUnit);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.TextOf("article h1").ShouldBe("Vĩnh Long chuẩn bị Tuần lễ trái cây và đặc sản năm 2026");
        page.TextOf(".article-about a").ShouldBe("Hội chợ, sự kiện");
        page.TextOf(".article-about time").ShouldBe("19/11/2026 09:20");
        page.TextOf(".sapo").ShouldNotBeNull().ShouldStartWith("Tuần lễ diễn ra từ ngày 18 đến 24/12/2026");
        page.Document.QuerySelectorAll(".prose p").Length.ShouldBeGreaterThan(1);
        page.TextOf(".author").ShouldNotBeNullOrEmpty();
        page.TextsOf(".breadcrumb li").ShouldBe(["Trang chủ", "Xúc tiến thương mại", "Hội chợ, sự kiện"]);
        page.TextsOf(".page-actions .button").ShouldBe(["Quay lại", "In trang", "Đầu trang"]);
        page.Document.QuerySelectorAll(".page-tools [data-text-size]").Length.ShouldBe(3);
        page.Document.QuerySelector("[data-back]")!.GetAttribute("href").ShouldBe("/xttm-vinh-long/xuc-tien/hoi-cho-su-kien");
    }

    [Fact]
    public async Task Related_directives_and_the_rest_of_the_category_follow()
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync(OfUnit);

        page.TextsOf(".directive-row .directive-number a").ShouldBe(["Kế hoạch 18/KH-XTTM"]);
        page.Document.QuerySelector(".directive-row a")!.GetAttribute("href").ShouldBe("/xttm-vinh-long/van-ban/18-kh-xttm-2026");
        page.TextsOf(".time-list li").ShouldBe(
        [
            "Phiên chợ đêm ven sông hút khách dịp cuối năm (10/12/2025 19:00)",
            "Năm 2025: Vĩnh Long tham gia 12 hội chợ, phát triển kênh bán hàng số (20/01/2025 14:00)",
        ]);
    }

    [Theory]
    [InlineData(1, "11 10 9 8 7 6 5 4 3 2")]
    [InlineData(7, "12 11 10 9 8 6 5 4 3 2")]
    public async Task The_rest_of_the_category_is_what_came_before_and_after_newest_first(int day, string expected)
    {
        await using var portal = await PortalApp.StartAsync();
        var category = Samples.Notices;
        await portal.ImportAsync(PortalApp.VinhLong, [.. Enumerable.Range(1, 12).Select(number => OfMarch(number, category))]);
        await portal.ImportAsync(PortalApp.LangSon, OfMarch(13, category));

        var page = await portal.Http.GetPageAsync($"/xttm-vinh-long/ban-tin-so-{day}");

        var listed = page.TextsOf(".time-list li a");
        string.Join(' ', listed.Select(title => title.Replace("Bản tin số ", "", StringComparison.Ordinal))).ShouldBe(expected);
    }

    private static JsonObject OfMarch(int day, string category)
    {
        var article = Samples.Article($"Bản tin số {day}", category);
        article["PublishedUtc"] = $"2020-03-{day:00}T08:00:00Z";
        return article;
    }

    [Fact]
    public async Task A_quoted_article_names_its_source_with_a_link()
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync(Quoted);

        page.TextOf(".source").ShouldBe("Nguồn bài: Bộ Công Thương");
        var link = page.Document.QuerySelector(".source a")!;
        link.GetAttribute("href").ShouldBe("https://moit.gov.vn");
        link.GetAttribute("rel")!.Split(' ').ShouldContain("noopener");
    }

    [Fact]
    public async Task The_head_describes_the_article_to_search_engines_and_archives()
    {
        await using var portal = await PortalApp.StartAsync();
        var origin = portal.Address.GetLeftPart(UriPartial.Authority);

        var page = await portal.Http.GetPageAsync(OfUnit);

        page.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldBe(origin + OfUnit);
        page.TextOf("title").ShouldBe("Vĩnh Long chuẩn bị Tuần lễ trái cây và đặc sản năm 2026 | Trung tâm Xúc tiến thương mại Vĩnh Long");
        Meta(page, "property", "og:type").ShouldBe("article");
        Meta(page, "property", "og:title").ShouldBe("Vĩnh Long chuẩn bị Tuần lễ trái cây và đặc sản năm 2026");
        Meta(page, "property", "og:url").ShouldBe(origin + OfUnit);
        Meta(page, "property", "og:image").ShouldNotBeNull().ShouldStartWith(origin + "/xttm-vinh-long/media/");
        Meta(page, "property", "article:published_time").ShouldBe("2026-11-19T09:20:00+07:00");
        foreach (var name in new[] { "title", "creator", "date", "description", "publisher", "identifier", "language", "subject" })
        {
            Meta(page, "name", "DC." + name).ShouldNotBeNullOrEmpty(name);
        }

        Meta(page, "name", "DC.date").ShouldBe("2026-11-19T09:20:00+07:00");
        Meta(page, "name", "DC.publisher").ShouldBe("Trung tâm Xúc tiến thương mại Vĩnh Long");
        Meta(page, "name", "DC.language").ShouldBe("vi");
    }

    [Theory]
    [InlineData(Quoted, "Sở Công Thương tỉnh Hải Dương", "https://moit.gov.vn")]
    [InlineData(OfUnit, "Trung tâm Xúc tiến thương mại Vĩnh Long", null)]
    public async Task The_linked_data_of_an_article_parses(string path, string publisher, string? basedOn)
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync(path);

        var data = JsonDocument.Parse(page.Document.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        data.GetProperty("@type").GetString().ShouldBe("NewsArticle");
        data.GetProperty("headline").GetString().ShouldBe(page.TextOf("h1"));
        data.GetProperty("mainEntityOfPage").GetString().ShouldBe(portal.Address.GetLeftPart(UriPartial.Authority) + path);
        data.GetProperty("publisher").GetProperty("name").GetString().ShouldBe(publisher);
        data.GetProperty("datePublished").GetDateTimeOffset().Offset.ShouldBe(TimeSpan.FromHours(7));
        (data.TryGetProperty("isBasedOn", out var source) ? source.GetString() : null).ShouldBe(basedOn);
    }

    [Fact]
    public async Task What_an_author_is_paid_is_on_no_page()
    {
        await using var portal = await PortalApp.StartAsync();

        foreach (var path in new[] { Quoted, "/tin-tuc-su-kien/thuong-mai", "/rss.xml" })
        {
            var body = (await portal.Http.GetPageAsync(path)).Body;
            body.ShouldNotContain("Royalty", Case.Insensitive);
            body.ShouldNotContain("nhuận bút");
        }
    }

    private static string? Meta(Page page, string attribute, string name) => page.Document.QuerySelector($"meta[{attribute}='{name}']")?.GetAttribute("content");
}
