using System.Net;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Directives;

public sealed class DeliveryReportTests
{
    [Fact]
    public async Task Leaders_see_how_many_were_on_time_by_unit_and_month_and_get_to_the_cases()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        // Due on Monday: one unit reports before, the other not at all, and it is only informed of a third that it confirms late.
        var first = await sending.SendAsync(Sending.Directive("2026-11-23", Sending.To("ChuTri", Sending.LangSonUnit), Sending.To("DeBiet", Sending.VinhLongUnit)));
        var second = await sending.SendAsync(Second(Sending.Directive("2026-11-30", Sending.To("ChuTri", Sending.LangSonUnit, Sending.VinhLongUnit))));
        (await sending.MoveAsync(sending.VinhLong, first, Sending.VinhLongUnit, "Acknowledge")).Status.ShouldBe(HttpStatusCode.Found);
        (await sending.MoveAsync(sending.LangSon, second, Sending.LangSonUnit, "Acknowledge")).Status.ShouldBe(HttpStatusCode.Found);
        (await sending.MoveAsync(sending.LangSon, second, Sending.LangSonUnit, "Report", ("text", "Đã xong."))).Status.ShouldBe(HttpStatusCode.Found);

        var page = await sending.Boss.GetAsync("Admin/Directives/Report?month=2026-11");
        page.TextOf("h1").ShouldBe("Thực hiện văn bản đúng hạn, tháng 11/2026");
        page.TextsOf(".board tbody tr").ShouldBe(["Trung tâm Xúc tiến thương mại Vĩnh Long 2010 %", "Trung tâm Xúc tiến thương mại Lạng Sơn 21150 %"]);
        page.TextsOf(".board tfoot td").ShouldBe(["4", "1", "2", "33 %"]);
        page.Document.QuerySelectorAll(".report a").Select(bar => bar.GetAttribute("aria-label")).ShouldContain("11/2026: 1 đúng hạn, 2 quá hạn");
        page.Document.QuerySelectorAll(".report a").Length.ShouldBe(12);

        var cases = await sending.Boss.GetAsync(page.Document.QuerySelector(".board tbody a")!.GetAttribute("href")!.TrimStart('/'));
        cases.TextOf("#count").ShouldBe("2 mục");
        (await sending.Boss.GetAsync("Admin/Directives/Report?month=2026-10")).TextOf(".nothing").ShouldBe("Tháng này không có văn bản đến hạn.");
        (await sending.Boss.GetAsync("Admin/Directives/Report?month=thang-nay")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await sending.Boss.GetAsync("Admin/Directives/Cases?month=thang-nay")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await sending.LangSon.GetAsync("Admin/Directives/Report")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var leader = await sending.HireAsync(PortalApp.LangSon, "Bế Thị Lãnh Đạo", Sending.Leader);
        (await leader.GetAsync("Admin/Directives/Report?month=2026-11")).TextsOf(".board tbody tr").ShouldBeEmpty();
        (await sending.Boss.GetAsync("Admin/Directives/Cases?handler=Xlsx")).Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    private static System.Text.Json.Nodes.JsonObject Second(System.Text.Json.Nodes.JsonObject directive) => directive.Set("Directive", "Number", new { Text = "302" });
}
