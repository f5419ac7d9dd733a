using System.Net;
using System.Security.Cryptography;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Directives;

public sealed class DirectivePageTests
{
    [Fact]
    public async Task A_directive_shows_number_issuer_dates_and_fields_of_work()
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync("/van-ban/15-qd-sct-2026");

        page.TextOf("h1").ShouldBe("Quyết định 15/QĐ-SCT");
        page.TextOf(".article-about time").ShouldBe("ngày 20 tháng 01 năm 2026");
        Fact(page, "Số, ký hiệu").ShouldBe("15/QĐ-SCT");
        Fact(page, "Cơ quan ban hành").ShouldBe("Sở Công Thương Hải Dương");
        Fact(page, "Ngày ban hành").ShouldBe("20/01/2026");
        Fact(page, "Ngày có hiệu lực").ShouldBe("01/02/2026");
        Fact(page, "Lĩnh vực").ShouldBe("Hành chính - văn phòng, Chuyển đổi số");
        page.TextOf("nav.main-menu li.active > a").ShouldBe("Văn bản");
        page.Document.QuerySelector("meta[name='DC.identifier']")!.GetAttribute("content").ShouldBe("15/QĐ-SCT");
        page.Document.QuerySelector("meta[name='DC.creator']")!.GetAttribute("content").ShouldBe("Sở Công Thương Hải Dương");
        page.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldEndWith("/van-ban/15-qd-sct-2026");
    }

    [Fact]
    public async Task A_number_of_the_Party_is_written_with_a_hyphen()
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync("/van-ban/138-cv-duk-2021");

        Fact(page, "Số, ký hiệu").ShouldBe("138-CV/ĐUK");
        Fact(page, "Loại văn bản").ShouldNotBeNull().ShouldContain("Đảng");
        Fact(page, "Độ khẩn").ShouldBe("Khẩn");
    }

    [Fact]
    public async Task A_relation_is_on_the_pages_of_both_directives()
    {
        await using var portal = await PortalApp.StartAsync();

        var source = await portal.Http.GetPageAsync("/van-ban/15-qd-sct-2026");
        var target = await portal.Http.GetPageAsync("/van-ban/05-qd-sct-2025");

        Relation(source, "Thay thế").ShouldBe(("/van-ban/05-qd-sct-2025", "Quyết định 05/QĐ-SCT ngày 14/01/2025: Về việc ban hành Quy chế hoạt động của Cổng thông tin điện tử Sở Công Thương"));
        Relation(target, "Được thay thế bởi").Href.ShouldBe("/van-ban/15-qd-sct-2026");
        Relation(source, "Căn cứ").Href.ShouldBeNull();
        Relation(source, "Căn cứ").Text.ShouldStartWith("Nghị định số 42/2022/NĐ-CP");
    }

    [Fact]
    public async Task Validity_follows_the_calendar_and_what_other_directives_do()
    {
        await using var portal = await PortalApp.StartAsync();

        (await ValidityAsync(portal, "05-qd-sct-2025")).ShouldBe("Hết hiệu lực toàn bộ");
        (await ValidityAsync(portal, "112-kh-sct-2025")).ShouldBe("Hết hiệu lực toàn bộ");
        (await ValidityAsync(portal, "15-qd-sct-2026")).ShouldBe("Còn hiệu lực");
        (await ValidityAsync(portal, "240-qd-sct-2026")).ShouldBe("Chưa có hiệu lực");

        portal.Clock.Advance(new DateTimeOffset(2027, 1, 1, 0, 0, 1, TimeSpan.FromHours(7)) - portal.Clock.GetUtcNow());

        (await ValidityAsync(portal, "15-qd-sct-2026")).ShouldBe("Hết hiệu lực một phần");
        (await ValidityAsync(portal, "240-qd-sct-2026")).ShouldBe("Còn hiệu lực");
    }

    [Fact]
    public async Task A_file_comes_with_the_checksum_of_its_very_bytes()
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync("/van-ban/203-qd-sct-2026");

        var address = page.Document.QuerySelector(".file a[download]")!.GetAttribute("href")!;
        var bytes = await portal.Http.GetByteArrayAsync(address, TestContext.Current.CancellationToken);
        page.TextOf(".checksum code").ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    [Fact]
    public async Task An_internal_directive_is_shown_to_no_reader()
    {
        await using var portal = await PortalApp.StartAsync();

        (await portal.Http.GetPageAsync("/van-ban/2150-sct-vp-2026")).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var path in new[] { "/", "/van-ban", "/van-ban?type=CV&year=2026", "/sitemap.xml", "/linh-vuc/hanh-chinh", "/so-do-trang" })
        {
            var page = await portal.Http.GetPageAsync(path);
            page.Status.ShouldBe(HttpStatusCode.OK, path);
            page.Body.ShouldNotContain("2150", customMessage: path);
        }
    }

    [Fact]
    public async Task A_directive_of_one_site_is_on_no_other()
    {
        await using var portal = await PortalApp.StartAsync();

        (await portal.Http.GetPageAsync("/xttm-vinh-long/van-ban/18-kh-xttm-2026")).Status.ShouldBe(HttpStatusCode.OK);
        (await portal.Http.GetPageAsync("/xttm-lang-son/van-ban/18-kh-xttm-2026")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Http.GetPageAsync("/van-ban/18-kh-xttm-2026")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string?> ValidityAsync(PortalApp portal, string slug) => (await portal.Http.GetPageAsync($"/van-ban/{slug}")).TextOf(".article-about .validity");

    private static string? Fact(Page page, string name) =>
        page.Document.QuerySelectorAll(".facts tr").FirstOrDefault(row => row.QuerySelector("th")!.TextContent == name)?.QuerySelector("td")!.TextContent;

    private static (string? Href, string Text) Relation(Page page, string kind)
    {
        var entry = page.Document.QuerySelectorAll(".relations li").First(item => item.QuerySelector(".relation-kind")!.TextContent == kind);
        return (entry.QuerySelector("a")?.GetAttribute("href"), entry.LastElementChild!.TextContent);
    }
}
