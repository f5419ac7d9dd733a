using System.Net;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Content;

public sealed class CategoryPageTests
{
    private const int PageSize = 10;

    [Theory]
    [InlineData("/tin-tuc-su-kien")]
    [InlineData("/xttm-vinh-long/xuc-tien")]
    public async Task The_pages_of_a_category_hold_each_of_its_articles_once_from_the_newest(string path)
    {
        await using var portal = await PortalApp.StartAsync();
        var titles = new List<string>();
        var times = new List<string>();
        var address = path;
        for (var number = 1; address is not null; number++)
        {
            var page = await portal.Http.GetPageAsync(address);
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.TextOf(".pager [aria-current=page]").ShouldBe(page.Document.QuerySelector(".pager") is null ? null : $"{number}");
            titles.AddRange(page.TextsOf(".story-list .story-title"));
            times.AddRange(page.Document.QuerySelectorAll(".story-list .story-time time").Select(time => time.GetAttribute("datetime")!));
            address = page.Document.QuerySelector(".pager a[rel=next]")?.GetAttribute("href");
            page.Document.QuerySelectorAll(".story-list .story").Length.ShouldBeInRange(1, PageSize);
            (address is null || page.Document.QuerySelectorAll(".story-list .story").Length == PageSize).ShouldBeTrue();
        }

        titles.ShouldBeUnique();
        times.ShouldBe(times.OrderDescending());
    }

    [Fact]
    public async Task First_middle_and_last_page_link_to_their_neighbours()
    {
        await using var portal = await PortalApp.StartAsync();

        var first = await portal.Http.GetPageAsync("/tin-tuc-su-kien");
        var second = await portal.Http.GetPageAsync("/tin-tuc-su-kien?pagenum=2");
        var last = await portal.Http.GetPageAsync("/tin-tuc-su-kien?pagenum=4");

        first.TextOf(".pager-total").ShouldBe("Trang 1 trên 4");
        Href(first, "prev").ShouldBeNull();
        Href(first, "next").ShouldBe("/tin-tuc-su-kien?pagenum=2");
        Href(second, "prev").ShouldBe("/tin-tuc-su-kien");
        Href(second, "next").ShouldBe("/tin-tuc-su-kien?pagenum=3");
        Href(last, "next").ShouldBeNull();
        second.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldBe($"{portal.Address.GetLeftPart(UriPartial.Authority)}/tin-tuc-su-kien?pagenum=2");
        second.TextOf("title").ShouldBe("Tin tức - sự kiện, trang 2 | Sở Công Thương tỉnh Hải Dương");
    }

    [Theory]
    [InlineData("5")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1000001")]
    [InlineData("99999999999999999999")]
    [InlineData("")]
    [InlineData("hai")]
    [InlineData("1.5")]
    [InlineData("%202")]
    [InlineData("0x2")]
    [InlineData("1'%20OR%20'1'='1")]
    [InlineData("2&pagenum=3")]
    [InlineData("%3Cscript%3Ealert(1)%3C/script%3E")]
    public async Task A_page_that_the_list_does_not_have_is_not_found(string number)
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync($"/tin-tuc-su-kien?pagenum={number}");

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.TextOf("h1").ShouldBe("Không tìm thấy trang");
        page.Body.ShouldNotContain("alert(1)");
    }

    [Fact]
    public async Task A_category_without_articles_has_a_page_that_says_so()
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync("/xttm-vinh-long/linh-vuc/hanh-chinh");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.TextOf(".nothing").ShouldBe("Chuyên mục chưa có nội dung.");
        (await portal.Http.GetPageAsync("/xttm-vinh-long/linh-vuc/hanh-chinh?pagenum=2")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_category_shows_its_place_and_its_own_categories()
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync("/tin-tuc-su-kien/cong-nghiep");

        page.TextsOf(".breadcrumb li").ShouldBe(["Trang chủ", "Tin tức - sự kiện", "Công nghiệp"]);
        page.TextsOf("main nav.chips a").ShouldBe(["Cụm công nghiệp", "Công nghiệp hỗ trợ"]);
        page.Document.QuerySelector("a.feed")!.GetAttribute("href").ShouldBe("/tin-tuc-su-kien/cong-nghiep/rss.xml");
        page.TextOf("nav.main-menu li.active > a").ShouldBe("Tin tức - sự kiện");
    }

    [Theory]
    [InlineData("/TIN-TUC-SU-KIEN", "/tin-tuc-su-kien")]
    [InlineData("/tin-tuc-su-kien/", "/tin-tuc-su-kien")]
    [InlineData("/xttm-vinh-long/Xuc-Tien/?pagenum=1", "/xttm-vinh-long/xuc-tien?pagenum=1")]
    public async Task Another_way_of_writing_the_address_leads_to_the_one_address(string asked, string answered)
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync(asked);

        page.Status.ShouldBe(HttpStatusCode.MovedPermanently);
        page.Response.Headers.Location!.OriginalString.ShouldBe(answered);
    }

    private static string? Href(Page page, string rel) => page.Document.QuerySelector($".pager a[rel={rel}]")?.GetAttribute("href");
}
