using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Operations;
using OrchardSite.Directives.Delivery;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Directives;

public sealed class DeliveryPassOnTests
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n% kế hoạch đã ký\n%%EOF\n");

    [Fact]
    public async Task A_unit_passes_a_directive_on_and_gets_the_report_while_the_issuer_corrects_and_recalls_it_everywhere()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        await sending.AddFileAsync("noi-bo/ke-hoach.pdf", Pdf);
        var item = Sending.Directive("2026-12-04", Sending.To("ChuTri", Sending.LangSonUnit));
        item.Set("Directive", "Files", new { Paths = new[] { "noi-bo/ke-hoach.pdf" } }).Set("Directive", "Visibility", new { Text = "DonViNhan" });
        var directive = await sending.SendAsync(item);
        var (station, room) = (await sending.AddUnitAsync("Trạm khuyến công Vĩnh Long", PortalApp.VinhLong), await sending.AddUnitAsync("Phòng Hỗ trợ doanh nghiệp"));
        (await sending.VinhLong.GetAsync("Admin/Directives/Inbox")).TextsOf(".received .row-title").ShouldNotContain("301/QĐ-SCT");
        (await sending.MoveAsync(sending.LangSon, directive, Sending.LangSonUnit, "Acknowledge")).Status.ShouldBe(HttpStatusCode.Found);

        (await PassOnAsync(sending, directive, ("units", station), ("units", room), ("role", "PhoiHop"), ("dueOn", "2026-11-28"), ("text", "Gửi số liệu của huyện"))).Status.ShouldBe(HttpStatusCode.Found);

        // Saturday gives way to Monday; the issuer's name stays, and who passed it on is told.
        var inbox = await sending.VinhLong.GetAsync("Admin/Directives/Inbox");
        inbox.TextsOf(".received > li").ShouldContain(row => row.Contains("301/QĐ-SCT", StringComparison.Ordinal) && row.Contains("hạn 30/11/2026", StringComparison.Ordinal));
        var below = await BelowAsync(portal, station);
        var page = await sending.VinhLong.GetAsync($"Admin/Directives/Deliveries/{below.Id}");
        page.TextsOf(".delivery-facts dd").ShouldContain("Trung tâm Xúc tiến thương mại Lạng Sơn");
        page.TextOf(".entries .said").ShouldBe("Gửi số liệu của huyện");
        var file = page.Document.QuerySelector(".delivery-facts .files a")!.GetAttribute("href")!;
        (await (await sending.VinhLong.Browser.GetAsync(file, TestContext.Current.CancellationToken)).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Pdf);

        (await MoveBelowAsync(sending.VinhLong, "Acknowledge")).Status.ShouldBe(HttpStatusCode.Found);
        (await MoveBelowAsync(sending.VinhLong, "Report", ("text", "Đã gửi số liệu."))).Status.ShouldBe(HttpStatusCode.Found);
        (await MoveBelowAsync(sending.Issuer, "Complete")).Status.ShouldBe(HttpStatusCode.NotFound);
        var own = await sending.OpenAsync(sending.LangSon, directive, Sending.LangSonUnit);
        own.TextsOf(".tile-rows .row-title").ShouldBe(["Phòng Hỗ trợ doanh nghiệp", "Trạm khuyến công Vĩnh Long"]);
        own.TextsOf(".entries .said").ShouldBe(["Trạm khuyến công Vĩnh Long; Phòng Hỗ trợ doanh nghiệp"], ignoreOrder: true);
        (await MoveBelowAsync(sending.LangSon, "Complete")).Status.ShouldBe(HttpStatusCode.Found);
        // The room has no site, so its centre notes the receipt.
        var noted = await BelowAsync(portal, room);
        (await sending.LangSon.PostAsync($"Admin/Directives/Deliveries/{noted.Id}?handler=Move", ("revision", $"{noted.Revision}"), ("move", "Acknowledge"))).Status.ShouldBe(HttpStatusCode.Found);
        // The issuer's board counts those to whom the department has sent it.
        (await sending.Boss.GetAsync($"Admin/Directives/Cases?item={directive.ContentItemId}")).TextsOf(".cases .row-title").ShouldBe(["Trung tâm Xúc tiến thương mại Lạng Sơn"]);

        item["Directive"]!["Subject"] = Samples.Text("Về kế hoạch khuyến công năm 2027");
        directive = await sending.SendAsync(item, directive);
        (await sending.VinhLong.GetAsync($"Admin/Directives/Deliveries/{below.Id}")).TextOf("#now").ShouldBe("Về kế hoạch khuyến công năm 2027");

        (await portal.UnpublishAsync(PortalApp.Department, directive, await sending.Issuer.ActorAsync(), "Ban hành nhầm")).Succeeded.ShouldBeTrue();
        (await sending.VinhLong.GetAsync($"Admin/Directives/Deliveries/{below.Id}")).TextOf(".way-now .state").ShouldBe("Đã thu hồi");
        (await sending.VinhLong.Browser.GetPageAsync(file)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await BelowAsync(portal, room)).State.ShouldBe(DeliveryState.Recalled);

        async Task<Page> MoveBelowAsync(Workflows.Colleague person, string move, params (string Name, string Value)[] words)
        {
            var delivery = await BelowAsync(portal, station);
            return await person.PostAsync($"Admin/Directives/Deliveries/{delivery.Id}?handler=Move", [("revision", $"{delivery.Revision}"), ("move", move), .. words]);
        }
    }

    [Fact]
    public async Task What_a_unit_returns_goes_from_those_below_it_too()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        var directive = await sending.SendAsync(Sending.Directive(null, Sending.To("PhoiHop", Sending.LangSonUnit)));
        var station = await sending.AddUnitAsync("Trạm khuyến công Vĩnh Long", PortalApp.VinhLong);
        (await sending.MoveAsync(sending.LangSon, directive, Sending.LangSonUnit, "Acknowledge")).Status.ShouldBe(HttpStatusCode.Found);
        (await PassOnAsync(sending, directive, ("units", station), ("role", "DeBiet"))).Status.ShouldBe(HttpStatusCode.Found);
        (await portal.Http.GetPageAsync("/xttm-vinh-long/van-ban-den")).TextsOf(".directive-row a").ShouldContain("Quyết định 301/QĐ-SCT");

        (await sending.MoveAsync(sending.LangSon, directive, Sending.LangSonUnit, "Return", ("text", "Không thuộc nhiệm vụ của trung tâm"))).Status.ShouldBe(HttpStatusCode.Found);

        (await BelowAsync(portal, station)).State.ShouldBe(DeliveryState.Recalled);
        (await portal.Http.GetPageAsync("/xttm-vinh-long/van-ban-den")).TextsOf(".directive-row a").ShouldNotContain("Quyết định 301/QĐ-SCT");
        (await PassOnAsync(sending, directive, ("units", station), ("role", "DeBiet"))).Status.ShouldBe(HttpStatusCode.Conflict);

        // Sent again and confirmed, it may go there again.
        (await sending.MoveAsync(sending.Issuer, directive, Sending.LangSonUnit, "SendAgain", ("text", "Đã thống nhất"))).Status.ShouldBe(HttpStatusCode.Found);
        (await sending.MoveAsync(sending.LangSon, directive, Sending.LangSonUnit, "Acknowledge")).Status.ShouldBe(HttpStatusCode.Found);
        (await PassOnAsync(sending, directive, ("units", station), ("role", "ChuTri"))).Status.ShouldBe(HttpStatusCode.Found);
        (await BelowAsync(portal, station)).State.ShouldBe(DeliveryState.Sent);
        (await sending.MoveAsync(sending.Issuer, directive, Sending.LangSonUnit, "CallOff", ("text", "Giao đơn vị khác"))).Status.ShouldBe(HttpStatusCode.Found);
        (await BelowAsync(portal, station)).State.ShouldBe(DeliveryState.Recalled);
    }

    [Fact]
    public async Task It_goes_only_to_units_that_there_are_that_have_it_not_and_by_a_day_before_the_own_one()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        using var leader = await sending.HireAsync(PortalApp.LangSon, "Bế Thị Lãnh Đạo", Sending.Leader);
        var directive = await sending.SendAsync(Sending.Directive("2026-12-04", Sending.To("ChuTri", Sending.LangSonUnit), Sending.To("DeBiet", Sending.VinhLongUnit)));
        var heir = await sending.AddUnitAsync("Phòng Xúc tiến");
        var gone = await sending.AddUnitAsync("Phòng Tổ chức hội chợ", change: unit => unit.Set("Unit", "ValidTo", new { Value = "2025-12-31" }).Set("Unit", "Successor", new { ContentItemIds = new[] { heir } }));
        var (other, itself) = (await sending.AddUnitAsync("Trung tâm Vĩnh Long", PortalApp.VinhLong), await sending.AddUnitAsync("Trung tâm", PortalApp.LangSon));

        (await PassOnAsync(sending, directive, ("units", heir), ("role", "ChuTri"))).TextOf("#refusals").ShouldBe("Văn bản 301/QĐ-SCT vừa được xử lý theo cách khác. Hãy xem lại.");
        (await sending.MoveAsync(sending.LangSon, directive, Sending.LangSonUnit, "Acknowledge")).Status.ShouldBe(HttpStatusCode.Found);
        (await sending.OpenAsync(sending.LangSon, directive, Sending.LangSonUnit)).TextsOf(".pass-on fieldset label").ShouldBe(["Phòng Xúc tiến"]);

        await RefusedAsync("Hãy chọn ít nhất một đơn vị.", ("role", "ChuTri"));
        await RefusedAsync("“Phòng Tổ chức hội chợ” chỉ tồn tại đến ngày 31/12/2025. Hãy gửi đến đơn vị kế thừa là “Phòng Xúc tiến”.", ("units", gone), ("role", "ChuTri"));
        await RefusedAsync("“Trung tâm Vĩnh Long” đã nhận văn bản này.", ("units", other), ("role", "ChuTri"));
        await RefusedAsync("“Trung tâm” đã nhận văn bản này.", ("units", itself), ("role", "ChuTri"));
        await RefusedAsync("Có đơn vị không có trong danh bạ, hoặc chưa được xuất bản trong danh bạ.", ("units", Sending.OfficeUnit), ("role", "ChuTri"));
        await RefusedAsync("Hãy chọn vai trò của đơn vị: chủ trì, phối hợp hoặc để biết.", ("units", heir), ("role", "GiamSat"));
        await RefusedAsync("Hạn xử lý không được ở trong quá khứ.", ("units", heir), ("role", "ChuTri"), ("dueOn", "2026-11-23"));
        var late = await RefusedAsync("Hạn xử lý không được sau hạn của đơn vị mình là 04/12/2026.", ("units", heir), ("role", "PhoiHop"), ("dueOn", "2026-12-07"), ("text", "Làm ngay"));
        late.TextOf("#word").ShouldBe("Làm ngay");
        late.Document.QuerySelector($".pass-on input[value='{heir}']")!.HasAttribute("checked").ShouldBeTrue();
        late.Document.QuerySelector("#due")!.GetAttribute("value").ShouldBe("2026-12-07");

        var delivery = await sending.DeliveryAsync(directive, Sending.LangSonUnit);
        (string, string)[] asked = [("revision", $"{delivery.Revision}"), ("units", heir), ("role", "ChuTri")];
        (await leader.PostAsync($"Admin/Directives/Deliveries/{delivery.Id}?handler=PassOn", asked)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await sending.Issuer.PostAsync($"Admin/Directives/Deliveries/{delivery.Id}?handler=PassOn", asked)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await sending.VinhLong.PostAsync($"Admin/Directives/Deliveries/{delivery.Id}?handler=PassOn", asked)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await PassOnAsync(sending, directive, ("units", heir), ("role", "ChuTri"))).Status.ShouldBe(HttpStatusCode.Found);
        await RefusedAsync("“Phòng Xúc tiến” đã nhận văn bản này.", ("units", heir), ("role", "ChuTri"));

        async Task<Page> RefusedAsync(string message, params (string Name, string Value)[] fields)
        {
            var page = await PassOnAsync(sending, directive, fields);
            page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            page.TextOf("#refusals").ShouldBe(message);
            return page;
        }
    }

    private static async Task<Page> PassOnAsync(Sending sending, SavedContent directive, params (string Name, string Value)[] fields)
    {
        var delivery = await sending.DeliveryAsync(directive, Sending.LangSonUnit);
        return await sending.LangSon.PostAsync($"Admin/Directives/Deliveries/{delivery.Id}?handler=PassOn", [("revision", $"{delivery.Revision}"), .. fields]);
    }

    private static Task<DirectiveDelivery> BelowAsync(PortalApp portal, string unit) =>
        portal.ReadAsync(PortalApp.LangSon, db => db.Set<DirectiveDelivery>().AsNoTracking().SingleAsync(row => row.UnitId == unit));
}
