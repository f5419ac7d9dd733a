using System.Net;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Directives;

public sealed class ReceivedCalendarTests
{
    [Fact]
    public async Task A_unit_sees_its_last_days_and_its_days_off_and_nothing_of_other_units()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        await sending.SendAsync(Sending.Directive("2026-12-31", Sending.To("ChuTri", Sending.LangSonUnit)));

        var december = await sending.LangSon.GetAsync("Admin/Directives/Calendar?month=2026-12");
        december.TextOf(".calendar > li:nth-child(31)").ShouldBe("Thứ Năm, 31/12 Chưa nhận 301/QĐ-SCT");
        december.TextOf(".calendar > li:nth-child(5)").ShouldBe("Thứ Bảy, 05/12 ngày nghỉ");
        december.TextsOf(".calendar > li").Count.ShouldBe(31);
        var january = await sending.LangSon.GetAsync(december.Document.QuerySelector("[rel=next]")!.GetAttribute("href")!.TrimStart('/')["xttm-lang-son/".Length..]);
        january.TextOf("h1").ShouldBe("Lịch hạn xử lý, 01/2027");
        january.TextOf(".calendar > li").ShouldBe("Thứ Sáu, 01/01 ngày nghỉ");
        // Nothing sensible leads to this month.
        (await sending.LangSon.GetAsync("Admin/Directives/Calendar?month=13")).TextOf("h1").ShouldBe("Lịch hạn xử lý, 11/2026");

        (await sending.VinhLong.GetAsync("Admin/Directives/Calendar?month=2026-12")).Body.ShouldNotContain("301/QĐ-SCT");
        using var writer = await sending.HireAsync(PortalApp.LangSon, "Ma Văn Cộng Tác", "Cộng tác viên");
        (await writer.GetAsync("Admin/Directives/Calendar")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
