using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Theming;

public sealed class LayoutTests
{
    [Theory]
    [InlineData("/", "thứ ba, ngày 24/11/2026", 0)]
    [InlineData("/xttm-lang-son/", "chủ nhật, ngày 29/11/2026", 5)]
    [InlineData("/van-ban", "thứ tư, ngày 2/12/2026", 8)]
    public async Task The_date_line_is_written_as_state_portals_write_it(string path, string date, int daysLater)
    {
        await using var portal = await PortalApp.StartAsync();
        portal.Clock.Advance(TimeSpan.FromDays(daysLater));

        (await portal.Http.GetPageAsync(path)).TextOf("time.today").ShouldBe(date);
    }

    [Fact]
    public async Task The_date_line_turns_at_midnight_in_Vietnam()
    {
        await using var portal = await PortalApp.StartAsync();
        portal.Clock.Advance(new TimeSpan(13, 59, 0));
        (await portal.Http.GetPageAsync("/")).TextOf("time.today").ShouldBe("thứ ba, ngày 24/11/2026");

        portal.Clock.Advance(TimeSpan.FromSeconds(121));

        (await portal.Http.GetPageAsync("/")).TextOf("time.today").ShouldBe("thứ tư, ngày 25/11/2026");
    }

    [Theory]
    [InlineData("/", "Sở Công Thương tỉnh Hải Dương", "Hội nhập và phát triển", "UBND TỈNH HẢI DƯƠNG", "02203000111")]
    [InlineData("/xttm-vinh-long/", "Trung tâm Xúc tiến thương mại Vĩnh Long", "Phù sa kết trái, giao thương vươn xa", "SỞ CÔNG THƯƠNG TỈNH VĨNH LONG", "02703000333")]
    public async Task Header_and_footer_carry_the_identity_of_the_site(string path, string name, string slogan, string parent, string phone)
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync(path);

        page.TextOf(".brand .unit-name").ShouldBe(name);
        page.TextOf(".brand .slogan").ShouldBe(slogan);
        page.TextOf(".brand .parent-body").ShouldBe(parent);
        page.TextOf(".footer-name").ShouldBe(name);
        page.TextOf(".citation").ShouldNotBeNull().ShouldStartWith("Ghi rõ nguồn");
        page.Document.QuerySelector(".footer-contact a[href^='tel:']")!.GetAttribute("href").ShouldBe($"tel:{phone}");
        page.Document.QuerySelector(".footer-contact a[href^='mailto:']").ShouldNotBeNull();
        page.TextOf("footer").ShouldNotBeNull().ShouldContain("Giấy phép số");
    }

    [Fact]
    public async Task Sites_share_style_sheet_and_script_but_not_emblem_and_colours()
    {
        await using var portal = await PortalApp.StartAsync();
        var department = await portal.Http.GetPageAsync("/");
        var unit = await portal.Http.GetPageAsync("/xttm-vinh-long/");

        Emblem(unit).ShouldStartWith("/xttm-vinh-long/media/");
        (await portal.Http.GetPageAsync(Emblem(unit))).Body.ShouldNotBe((await portal.Http.GetPageAsync(Emblem(department))).Body);

        var colors = await portal.Http.GetPageAsync("/_theme/colors.css");
        var unitColors = await portal.Http.GetPageAsync("/xttm-vinh-long/_theme/colors.css");
        colors.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        colors.Body.ShouldContain("--site-primary:#0b5d3b");
        unitColors.Body.ShouldContain("--site-primary:#0f6a62");

        var style = department.Document.QuerySelector("link[rel=stylesheet][href*='portal.css']")!.GetAttribute("href")!;
        unit.Document.QuerySelector("link[rel=stylesheet][href*='portal.css']")!.GetAttribute("href").ShouldBe("/xttm-vinh-long" + style);
    }

    [Fact]
    public async Task The_templates_speak_the_language_of_the_site()
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync("/");

        page.TextOf("a.skip-link").ShouldBe("Chuyển đến nội dung chính");
        page.Document.QuerySelector("nav.main-menu")!.GetAttribute("aria-label").ShouldBe("Menu chính");
        page.TextOf(".top-links a").ShouldBe("Sơ đồ trang");
    }

    private static string Emblem(Page page) => page.Document.QuerySelector(".brand img.emblem")!.GetAttribute("src")!;
}
