using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Content;

public sealed class HomePageTests
{
    [Theory]
    [InlineData("/", "Chuẩn bị nguồn cung hàng hóa, bình ổn thị trường dịp cuối năm và Tết Nguyên đán Đinh Mùi 2027")]
    [InlineData("/xttm-vinh-long/", "Vĩnh Long chuẩn bị Tuần lễ trái cây và đặc sản năm 2026")]
    public async Task Featured_articles_come_first_and_the_newest_of_them_leads(string path, string lead)
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync(path);

        page.TextOf(".featured .story-lead .story-title").ShouldBe(lead);
        page.Document.QuerySelectorAll(".featured .story").Length.ShouldBe(5);
        page.Document.QuerySelectorAll(".featured .story-lead img.picture[alt]").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Articles_of_a_category_are_listed_from_the_newest_with_those_below_it()
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync("/");

        var industry = page.Document.QuerySelectorAll(".category-lead").First(section => section.QuerySelector("a.more")!.GetAttribute("href") == "/tin-tuc-su-kien/cong-nghiep");
        var titles = industry.QuerySelectorAll(".story-title").Select(title => title.TextContent.Trim()).ToArray();
        titles[0].ShouldStartWith("Sản xuất công nghiệp 10 tháng giữ đà tăng trưởng");
        titles[1].ShouldStartWith("Tỷ lệ lấp đầy các cụm công nghiệp đạt 71%");
        var times = industry.QuerySelectorAll(".story-time time").Select(time => time.GetAttribute("datetime")!).ToArray();
        times.ShouldBe(times.OrderDescending());
    }

    [Fact]
    public async Task Notices_that_have_expired_are_left_out()
    {
        await using var portal = await PortalApp.StartAsync();

        var notices = (await portal.Http.GetPageAsync("/")).TextsOf(".notices a");

        notices[0].ShouldStartWith("Thông báo lịch tiếp công dân của lãnh đạo Sở tháng 12");
        notices.ShouldContain(title => title.StartsWith("Thông báo bảo trì Cổng thông tin điện tử"));
        notices.ShouldNotContain(title => title.StartsWith("Thông báo lịch trực giải quyết thủ tục hành chính"));
    }

    [Theory]
    [InlineData("/", "Quyết định 240/QĐ-SCT", "/van-ban/240-qd-sct-2026", "/van-ban")]
    [InlineData("/xttm-lang-son/", "Thông báo 21/TB-XTTM", "/xttm-lang-son/van-ban/21-tb-xttm-2026", "/xttm-lang-son/van-ban")]
    public async Task The_newest_directives_lead_to_their_pages_and_to_the_list(string path, string first, string address, string list)
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync(path);

        page.TextsOf(".newest-directives .directive-number")[0].ShouldBe(first);
        page.Document.QuerySelector(".newest-directives li a")!.GetAttribute("href").ShouldBe(address);
        page.Document.QuerySelector(".newest-directives a.more")!.GetAttribute("href").ShouldBe(list);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/xttm-lang-son/")]
    [InlineData("/xttm-vinh-long/")]
    public async Task Banner_strips_and_linked_sites_lead_out_safely(string path)
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync(path);

        foreach (var position in new[] { "header", "right", "footer" })
        {
            page.Document.QuerySelectorAll($".banners-{position} img[alt]").ShouldNotBeEmpty(position);
        }

        page.Document.QuerySelectorAll(".linked-sites a").Length.ShouldBeGreaterThan(3);
        page.Document.QuerySelectorAll(".banners a[href^='https://'], .linked-sites a[href^='https://']").ShouldAllBe(link => link.GetAttribute("rel") == "noopener");
    }

    [Fact]
    public async Task What_belongs_to_the_home_page_alone_is_on_no_other()
    {
        await using var portal = await PortalApp.StartAsync();

        (await portal.Http.GetPageAsync("/")).Document.QuerySelector(".featured").ShouldNotBeNull();
        (await portal.Http.GetPageAsync("/thong-bao")).Document.QuerySelector(".featured").ShouldBeNull();
    }
}
