using System.Text.Json.Nodes;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;

namespace OrchardSite.Tests.Banners;

public sealed class BannerTests
{
    [Fact]
    public async Task A_banner_is_at_its_position_alone_on_its_site_alone()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.Http.GetPageAsync("/");

        await portal.AddAsync(PortalApp.Department, Samples.Banner().Set("Banner", "Position", new { Text = "Footer" }));

        var page = await portal.Http.GetPageAsync("/");
        page.Document.QuerySelector(".banners-footer img[alt='Tuần lễ hàng Việt']").ShouldNotBeNull();
        page.Document.QuerySelectorAll("img[alt='Tuần lễ hàng Việt']").Length.ShouldBe(1);
        (await portal.Http.GetPageAsync("/xttm-lang-son/")).Body.ShouldNotContain("Tuần lễ hàng Việt");
    }

    [Fact]
    public async Task Banners_of_a_position_come_in_their_order_and_those_without_one_last()
    {
        await using var portal = await PortalApp.StartAsync();
        var last = Samples.Banner("Banner không số");
        last["Banner"]!.AsObject().Remove("Order");
        await portal.AddAsync(PortalApp.VinhLong, last);
        await portal.AddAsync(PortalApp.VinhLong, Samples.Banner("Banner số năm mươi").Set("Banner", "Order", new { Value = 50 }));
        await portal.AddAsync(PortalApp.VinhLong, Samples.Banner("Banner số không").Set("Banner", "Order", new { Value = 0 }));

        var page = await portal.Http.GetPageAsync("/xttm-vinh-long/");

        page.Document.QuerySelectorAll(".banners-header img").Select(image => image.GetAttribute("alt")).ShouldBe(
            ["Banner số không", "Tuần lễ trái cây và đặc sản Vĩnh Long", "Banner số năm mươi", "Banner không số"]);
    }

    [Fact]
    public async Task A_banner_is_shown_from_its_start_to_its_end()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.Department, Samples.Banner()
            .Set("Banner", "StartAt", new { Value = "2026-11-24T04:00:00Z" })
            .Set("Banner", "EndAt", new { Value = "2026-11-24T06:00:00Z" }));

        (await IsShownAsync(portal)).ShouldBeFalse();
        portal.Clock.Advance(TimeSpan.FromMinutes(62));
        (await IsShownAsync(portal)).ShouldBeTrue();
        portal.Clock.Advance(TimeSpan.FromMinutes(117));
        (await IsShownAsync(portal)).ShouldBeTrue();
        portal.Clock.Advance(TimeSpan.FromMinutes(4));
        (await IsShownAsync(portal)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_link_inside_the_site_gets_its_prefix_and_one_outside_gives_nothing_away()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.LangSon, Samples.Banner("Trong trang của Trung tâm"));
        await portal.AddAsync(PortalApp.LangSon, Samples.Banner("Ngoài trang của Trung tâm").Set("Banner", "Link", new { Url = "https://hoi-cho.example/a?b=1&c=2" }));

        var page = await portal.Http.GetPageAsync("/xttm-lang-son/");

        var inside = page.Document.QuerySelector("a:has(img[alt='Trong trang của Trung tâm'])")!;
        var outside = page.Document.QuerySelector("a:has(img[alt='Ngoài trang của Trung tâm'])")!;
        (inside.GetAttribute("data-url"), inside.GetAttribute("rel")).ShouldBe(("/xttm-lang-son/thong-bao", null));
        (outside.GetAttribute("data-url"), outside.GetAttribute("rel")).ShouldBe(("https://hoi-cho.example/a?b=1&c=2", "noopener"));
        (await portal.Http.GetPageAsync(inside.GetAttribute("href")!)).Location().ShouldBe("/xttm-lang-son/thong-bao");
        (await portal.Http.GetPageAsync(outside.GetAttribute("href")!)).Location().ShouldBe("https://hoi-cho.example/a?b=1&c=2");
    }

    [Theory]
    [InlineData("Image", """{ "Paths": [] }""", "Banner.Image")]
    [InlineData("Image", """{ "Paths": ["banner/a.png"], "MediaTexts": [] }""", "Banner.Image.MediaTexts")]
    [InlineData("Image", """{ "Paths": ["banner/a.png"], "MediaTexts": ["Tết"] }""", "Banner.Image.MediaTexts")]
    [InlineData("Image", """{ "Paths": ["banner/hoi-cho-xuan.png"], "MediaTexts": ["hoi-cho-xuan.png"] }""", "Banner.Image.MediaTexts")]
    [InlineData("Image", """{ "Paths": ["banner/hoi-cho-xuan.png"], "MediaTexts": ["Hoi-Cho-Xuan"] }""", "Banner.Image.MediaTexts")]
    [InlineData("Image", """{ "Paths": ["banner/a.png"], "MediaTexts": ["IMG_20261124"] }""", "Banner.Image.MediaTexts")]
    [InlineData("Image", """{ "Paths": ["banner/a.png"], "MediaTexts": ["Ảnh 12"] }""", "Banner.Image.MediaTexts")]
    [InlineData("Image", """{ "Paths": ["banner/a.png", "banner/b.png"], "MediaTexts": ["Hội chợ Xuân", "Hội chợ Xuân"] }""", "Banner.Image.Paths")]
    [InlineData("Link", """{ "Url": "" }""", "Banner.Link")]
    [InlineData("Link", """{ "Url": "javascript:alert(1)" }""", "Banner.Link.Url")]
    [InlineData("Link", """{ "Url": "~//evil.example" }""", "Banner.Link.Url")]
    [InlineData("Link", """{ "Url": "//evil.example" }""", "Banner.Link.Url")]
    [InlineData("Link", """{ "Url": "ftp://a.example" }""", "Banner.Link.Url")]
    [InlineData("Position", """{ "Text": "Giữa trang" }""", "Banner.Position.Text")]
    [InlineData("Position", """{ "Text": "" }""", "Banner.Position")]
    [InlineData("EndAt", """{ "Value": "2026-11-20T00:00:00Z" }""", "Banner.EndAt.Value")]
    public async Task What_no_banner_may_be_is_refused(string field, string value, string place)
    {
        await using var portal = await PortalApp.StartAsync();
        var item = Samples.Banner().Set("Banner", "StartAt", new { Value = "2026-11-20T00:00:00Z" });
        item["Banner"]![field] = JsonNode.Parse(value);

        var refused = await portal.SaveAsync(PortalApp.Department, item);

        refused.Refusals.ShouldHaveSingleItem().Field.ShouldBe(place);
    }

    private static async Task<bool> IsShownAsync(PortalApp portal) =>
        (await portal.Http.GetPageAsync("/")).Document.QuerySelector(".banners-header img[alt='Tuần lễ hàng Việt']") is not null;
}
