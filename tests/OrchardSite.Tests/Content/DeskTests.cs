using System.Net;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Hosting;
using static OrchardSite.Tests.Content.DashboardContent;

namespace OrchardSite.Tests.Content;

public sealed class DeskTests
{
    private const string Desk = "/xttm-lang-son/Admin";

    [Fact]
    public async Task The_desk_shows_what_waits_ones_own_drafts_and_what_is_new_on_this_site()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.SaveAsync(PortalApp.VinhLong, Samples.Article("Bản nháp của Vĩnh Long, không ai khác thấy"));
        await portal.AddAsync(PortalApp.LangSon, Samples.Article("Tin mới đăng trong buổi sáng"));
        using var contributor = await portal.SignedInAsync(PortalApp.LangSon, Editors.Contributor);
        await contributor.WriteAsync("Ghi chép từ chợ biên giới");
        await contributor.WriteAsync("Tin đã gửi duyệt từ sáng sớm", SubmitButton);
        await portal.SaveAsync(PortalApp.LangSon, Samples.Directive());
        using var head = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);

        var own = await contributor.GetPageAsync(Desk);
        var waiting = await head.GetPageAsync(Desk);

        TileOf(own, "Bản nháp của tôi").ShouldBe(["Tin đã gửi duyệt từ sáng sớm", "Ghi chép từ chợ biên giới"], ignoreOrder: true);
        own.TextsOf(".tile h2").ShouldNotContain("Chờ xuất bản");
        own.TextsOf(".tile-links a").ShouldBe(["Bài viết"]);
        own.TextsOf(".tile h2").ShouldNotContain("Việc chờ tôi");
        TileOf(waiting, "Việc chờ tôi").ShouldBe(["Tin đã gửi duyệt từ sáng sớm"]);
        TileOf(waiting, "Chờ xuất bản").ShouldBe(["Quyết định 301/QĐ-SCT"]);
        TileOf(waiting, "Mới đăng")[0].ShouldBe("Tin mới đăng trong buổi sáng");
        waiting.TextsOf(".tile h2").ShouldNotContain("Bản nháp của tôi");
        waiting.Body.ShouldNotContain("Vĩnh Long, không ai");
    }

    [Fact]
    public async Task The_palette_finds_content_by_title_and_what_a_person_may_write()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.SaveAsync(PortalApp.LangSon, Samples.Article("Ghi chép từ chợ biên giới"));
        await portal.SaveAsync(PortalApp.LangSon, Samples.Directive());
        await portal.SaveAsync(PortalApp.VinhLong, Samples.Article("Ghi chép từ chợ nổi"));
        using var contributor = await portal.SignedInAsync(PortalApp.LangSon, Editors.Contributor);

        var found = await contributor.GetPageAsync(Desk + "/Palette?q=ghi%20chep%20CHO");
        var make = await contributor.GetPageAsync(Desk + "/Palette?q=them%20moi");
        var directive = await contributor.GetPageAsync(Desk + "/Palette?q=301");

        found.TextsOf("[role=option] .palette-text").ShouldBe(["Ghi chép từ chợ biên giới"]);
        make.TextsOf("[role=option] .palette-text").ShouldBe(["Thêm mới: Bài viết"]);
        directive.TextsOf("[role=option]").ShouldBeEmpty();
        found.Status.ShouldBe(HttpStatusCode.OK);
    }

    private static IReadOnlyList<string> TileOf(Page page, string title) =>
        [.. page.Document.QuerySelectorAll(".tile").Single(tile => tile.QuerySelector("h2")!.TextContent.Trim() == title).QuerySelectorAll(".row-title").Select(link => link.TextContent.Trim())];
}
