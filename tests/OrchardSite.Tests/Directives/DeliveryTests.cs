using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Directives.Delivery;
using OrchardSite.Media;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Media;
using OrchardSite.Tests.Tenants;

namespace OrchardSite.Tests.Directives;

public sealed class DeliveryTests
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n% văn bản gốc đã ký\n%%EOF\n");

    [Fact]
    public async Task Units_get_a_directive_with_its_publication_and_the_issuer_sees_each_of_their_steps()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        await portal.Http.GetPageAsync("/xttm-lang-son/van-ban");

        var directive = await sending.SendAsync(Sending.Directive("2027-01-01", Sending.To("ChuTri", Sending.LangSonUnit), Sending.To("PhoiHop", Sending.VinhLongUnit), Sending.ToGroup("DeBiet", "Phong")));

        // New Year's Day is no working day, and a weekend follows.
        var inbox = await sending.LangSon.GetAsync("Admin/Directives/Inbox");
        FactsOf(inbox).ShouldBe("Chưa nhận hạn 04/01/2027 Sở Công Thương Hải Dươngchủ trì20/11/2026");
        (await sending.LangSon.GetAsync("Admin")).TextsOf(".tile-rows .row-title").ShouldContain("301/QĐ-SCT");
        FactsOf(await sending.VinhLong.GetAsync("Admin/Directives/Inbox")).ShouldContain("phối hợp");
        var list = await portal.Http.GetPageAsync("/xttm-lang-son/van-ban");
        list.TextsOf(".list-header a").ShouldBe(["Văn bản đến (2)"]);
        var received = await portal.Http.GetPageAsync("/xttm-lang-son/van-ban-den");
        received.TextOf(".directive-row").ShouldBe("Quyết định 301/QĐ-SCT Về việc kiện toàn Ban Biên tập Ngày ban hành 20/11/2026Sở Công Thương Hải Dương");
        received.Document.QuerySelector(".directive-row a")!.GetAttribute("href").ShouldBe("/van-ban/301-qd-sct-2026");

        (await sending.LangSon.Browser.PressAsync(inbox, $".received form[action$='{(await sending.DeliveryAsync(directive, Sending.LangSonUnit)).Id}?handler=Move'] button")).Status.ShouldBe(HttpStatusCode.Found);
        (await sending.MoveAsync(sending.LangSon, directive, Sending.LangSonUnit, "Start")).Status.ShouldBe(HttpStatusCode.Found);
        (await sending.MoveAsync(sending.LangSon, directive, Sending.LangSonUnit, "Report", ("text", "Đã kiện toàn Ban Biên tập gồm 5 thành viên."))).Status.ShouldBe(HttpStatusCode.Found);
        (await sending.MoveAsync(sending.VinhLong, directive, Sending.VinhLongUnit, "Acknowledge")).Status.ShouldBe(HttpStatusCode.Found);

        var board = await sending.Boss.GetAsync("Admin/Directives/Board");
        var row = board.Document.QuerySelectorAll(".board tbody tr").Single(line => line.TextContent.Contains("301/QĐ-SCT", StringComparison.Ordinal));
        row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ShouldBe(["04/01/2027", "2", "1", "", "1", "", "", "", "", "", "4"]);
        var cases = await sending.Boss.GetAsync($"Admin/Directives/Cases?item={directive.ContentItemId}&state=Reported");
        cases.TextsOf(".cases .row-title").ShouldBe(["Trung tâm Xúc tiến thương mại Lạng Sơn"]);
        var opened = await sending.OpenAsync(sending.Issuer, directive, Sending.LangSonUnit);
        opened.TextOf(".entries .said").ShouldBe("Đã kiện toàn Ban Biên tập gồm 5 thành viên.");
        opened.TextsOf(".entries strong").ShouldBe(["Nông Thị Tiếp Nhận", "Nông Thị Tiếp Nhận", "Nông Thị Tiếp Nhận", "Sở Công Thương Hải Dương"]);

        (await sending.MoveAsync(sending.Issuer, directive, Sending.LangSonUnit, "AskForMore", ("text", "Thiếu danh sách thành viên"))).Status.ShouldBe(HttpStatusCode.Found);
        (await sending.MoveAsync(sending.LangSon, directive, Sending.LangSonUnit, "Report", ("text", "Bổ sung danh sách."))).Status.ShouldBe(HttpStatusCode.Found);
        (await sending.MoveAsync(sending.Issuer, directive, Sending.LangSonUnit, "Complete")).Status.ShouldBe(HttpStatusCode.Found);
        (await sending.DeliveryAsync(directive, Sending.LangSonUnit)).State.ShouldBe(DeliveryState.Done);
        (await sending.LangSon.GetAsync("Admin/Directives/Inbox?state=Done")).TextsOf(".received .row-title").ShouldBe(["301/QĐ-SCT"]);
        Encoding.UTF8.GetString(await (await sending.Boss.Browser.GetAsync("/Admin/Directives/Cases?handler=Csv", TestContext.Current.CancellationToken)).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))
            .ShouldContain("\"301/QĐ-SCT\",\"Về việc kiện toàn Ban Biên tập\",\"Trung tâm Xúc tiến thương mại Vĩnh Long\",\"phối hợp\",\"Đã nhận\",\"04/01/2027\",\"\",\"24/11/2026 10:00\"");
    }

    [Fact]
    public async Task For_information_the_receipt_is_all_and_the_issuer_notes_it_for_a_unit_without_a_site()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        var directive = await sending.SendAsync(Sending.Directive(null, Sending.ToGroup("DeBiet", "TatCa")));

        (await sending.MoveAsync(sending.VinhLong, directive, Sending.VinhLongUnit, "Acknowledge")).Status.ShouldBe(HttpStatusCode.Found);
        (await sending.DeliveryAsync(directive, Sending.VinhLongUnit)).State.ShouldBe(DeliveryState.Done);

        var office = await sending.OpenAsync(sending.Issuer, directive, Sending.OfficeUnit);
        office.TextsOf(".way-now [role=note]").ShouldBe(["Đơn vị này không có trang riêng. Hãy ghi tại đây những gì đơn vị gửi về."]);
        (await sending.Issuer.Browser.PressAsync(office, ".moves form button[value=Acknowledge]")).Status.ShouldBe(HttpStatusCode.Found);
        (await sending.DeliveryAsync(directive, Sending.OfficeUnit)).State.ShouldBe(DeliveryState.Done);
        // Units that were merged before the day of issue got nothing.
        (await portal.ReadAsync(PortalApp.Department, db => db.Set<DirectiveDelivery>().Where(row => row.ItemId == directive.ContentItemId).Select(row => row.UnitId).ToListAsync()))
            .ShouldNotContain(Sending.FormerUnit);
    }

    [Fact]
    public async Task A_unit_gets_more_time_when_the_issuer_grants_it()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        var directive = await sending.SendAsync(Sending.Directive("2026-11-27", Sending.To("ChuTri", Sending.LangSonUnit, Sending.VinhLongUnit)));
        foreach (var (person, unit) in new[] { (sending.LangSon, Sending.LangSonUnit), (sending.VinhLong, Sending.VinhLongUnit) })
        {
            (await sending.MoveAsync(person, directive, unit, "Acknowledge")).Status.ShouldBe(HttpStatusCode.Found);
            (await sending.MoveAsync(person, directive, unit, "AskForTime", ("text", "Chờ số liệu của huyện"), ("until", "2026-12-04"))).Status.ShouldBe(HttpStatusCode.Found);
        }

        (await sending.MoveAsync(sending.Issuer, directive, Sending.LangSonUnit, "GrantTime", ("until", "2026-12-02"))).Status.ShouldBe(HttpStatusCode.Found);
        (await sending.MoveAsync(sending.Issuer, directive, Sending.VinhLongUnit, "RefuseTime", ("text", "Tỉnh cần số liệu đúng hạn"))).Status.ShouldBe(HttpStatusCode.Found);
        for (var hours = 0; hours < 100; hours += 4)
        {
            portal.Clock.Advance(TimeSpan.FromHours(4));
            await sending.LangSon.GetAsync("Admin");
            await sending.VinhLong.GetAsync("Admin");
            await sending.Boss.GetAsync("Admin");
        }

        // It is Saturday, 28 November.
        FactsOf(await sending.LangSon.GetAsync("Admin/Directives/Inbox")).ShouldContain("hạn 02/12/2026");
        (await sending.VinhLong.GetAsync("Admin/Directives/Inbox")).TextOf(".received .late").ShouldBe("quá hạn 1 ngày (hạn 27/11/2026)");
        (await sending.VinhLong.GetAsync("Admin")).TextsOf(".late").ShouldContain("1 quá hạn");
        (await sending.Boss.GetAsync($"Admin/Directives/Cases?item={directive.ContentItemId}&late=true")).TextsOf(".cases .row-title").ShouldBe(["Trung tâm Xúc tiến thương mại Vĩnh Long"]);

        // Publishing it anew with the same day takes no granted time away; with another day, it sets that.
        await sending.SendAsync(Sending.Directive("2026-11-27", Sending.To("ChuTri", Sending.LangSonUnit, Sending.VinhLongUnit)), directive);
        (await sending.DeliveryAsync(directive, Sending.LangSonUnit)).DueOn.ShouldBe(new DateOnly(2026, 12, 2));
    }

    [Fact]
    public async Task A_recall_reaches_every_unit_at_once_and_closes_the_files_while_the_history_stays()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        await sending.AddFileAsync("noi-bo/quyet-dinh-301.pdf", Pdf);
        var item = Sending.Directive(null, Sending.To("ChuTri", Sending.LangSonUnit), Sending.To("PhoiHop", Sending.VinhLongUnit));
        item.Set("Directive", "Files", new { Paths = new[] { "noi-bo/quyet-dinh-301.pdf" } }).Set("Directive", "Visibility", new { Text = "DonViNhan" });
        var directive = await sending.SendAsync(item);
        var page = await sending.OpenAsync(sending.LangSon, directive, Sending.LangSonUnit);
        var file = page.Document.QuerySelector(".files a")!.GetAttribute("href")!;
        var answer = await sending.LangSon.Browser.GetAsync(file, TestContext.Current.CancellationToken);
        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Pdf);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await sending.MoveAsync(sending.LangSon, directive, Sending.LangSonUnit, "Acknowledge")).Status.ShouldBe(HttpStatusCode.Found);

        (await portal.UnpublishAsync(PortalApp.Department, directive, await sending.Issuer.ActorAsync(), "Ban hành nhầm thẩm quyền")).Succeeded.ShouldBeTrue();

        (await sending.LangSon.GetAsync("Admin/Directives/Inbox")).TextsOf(".received .row-title").ShouldNotContain("301/QĐ-SCT");
        (await sending.VinhLong.GetAsync("Admin/Directives/Inbox?state=Recalled")).TextsOf(".received .row-title").ShouldBe(["301/QĐ-SCT"]);
        page = await sending.OpenAsync(sending.LangSon, directive, Sending.LangSonUnit);
        page.TextOf(".way-now .state").ShouldBe("Đã thu hồi");
        page.TextOf(".way-now [role=note]").ShouldNotBeNull().ShouldContain("Nơi gửi đã thu hồi văn bản này.");
        page.TextsOf(".entries li").Count.ShouldBe(3);
        (await sending.LangSon.Browser.GetPageAsync(file)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await sending.MoveAsync(sending.LangSon, directive, Sending.LangSonUnit, "Start")).Status.ShouldBe(HttpStatusCode.Conflict);

        // Without one of the units, it is called back from that one alone, with its files.
        item["Recipients"] = new JsonObject { ["ContentItems"] = new JsonArray(Sending.To("ChuTri", Sending.VinhLongUnit)) };
        var again = await sending.SendAsync(item, directive);
        (await sending.DeliveryAsync(again, Sending.VinhLongUnit)).State.ShouldBe(DeliveryState.Sent);
        (await sending.DeliveryAsync(again, Sending.LangSonUnit)).State.ShouldBe(DeliveryState.Recalled);
        (await sending.LangSon.Browser.GetPageAsync(file)).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task What_was_called_off_from_a_unit_no_correction_sends_there_again()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        var both = new[] { Sending.To("ChuTri", Sending.LangSonUnit), Sending.To("PhoiHop", Sending.VinhLongUnit) };
        var directive = await sending.SendAsync(Sending.Directive(null, both));
        (await sending.MoveAsync(sending.Issuer, directive, Sending.LangSonUnit, "CallOff", ("text", "Gửi nhầm"))).Status.ShouldBe(HttpStatusCode.Found);

        for (var correction = 0; correction < 2; correction++)
        {
            directive = await sending.SendAsync(Sending.Directive(null, [.. both.Select(line => (JsonObject)line.DeepClone())]), directive);
            (await sending.DeliveryAsync(directive, Sending.LangSonUnit)).State.ShouldBe(DeliveryState.Recalled);
            (await sending.DeliveryAsync(directive, Sending.VinhLongUnit)).State.ShouldBe(DeliveryState.Sent);
        }

        // Left out and then named again, it is sent again.
        directive = await sending.SendAsync(Sending.Directive(null, Sending.To("PhoiHop", Sending.VinhLongUnit)), directive);
        (await sending.DeliveryAsync(directive, Sending.LangSonUnit)).State.ShouldBe(DeliveryState.Recalled);
        directive = await sending.SendAsync(Sending.Directive(null, [.. both.Select(line => (JsonObject)line.DeepClone())]), directive);
        (await sending.DeliveryAsync(directive, Sending.LangSonUnit)).State.ShouldBe(DeliveryState.Sent);
    }

    [Fact]
    public async Task A_last_day_may_be_so_many_working_days_after_the_issue_and_a_moved_file_is_still_there()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        await sending.AddFileAsync("van-ban/quyet-dinh.pdf", Pdf);
        var item = Sending.Directive(null, Sending.To("ChuTri", Sending.LangSonUnit, Sending.VinhLongUnit));
        item.Set("Directive", "DueDays", new { Value = 30 }).Set("Directive", "Files", new { Paths = new[] { "van-ban/quyet-dinh.pdf" } });
        var directive = await sending.SendAsync(item);
        var file = await portal.FileAsync("van-ban/quyet-dinh.pdf", PortalApp.Department);
        (await portal.InTenantAsync(PortalApp.Department, services => services.GetRequiredService<EditMediaFile>().RunAsync(new MediaEdit(file.Path, file.Revision, "van-ban/2026/quyet-dinh.pdf", null), Sites.Administrator, TestContext.Current.CancellationToken))).Succeeded.ShouldBeTrue();

        // Six weeks from Friday, 20 November, and a day more for New Year's Day.
        (await sending.DeliveryAsync(directive, Sending.LangSonUnit)).DueOn.ShouldBe(new DateOnly(2027, 1, 4));
        var link = (await sending.OpenAsync(sending.LangSon, directive, Sending.LangSonUnit)).Document.QuerySelector(".files a")!.GetAttribute("href")!;
        (await sending.LangSon.Browser.GetByteArrayAsync(link, TestContext.Current.CancellationToken)).ShouldBe(Pdf);
    }

    [Fact]
    public async Task A_unit_that_is_switched_off_has_it_when_it_runs_again_and_of_a_removed_one_the_issuer_keeps_the_receipts()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        (await portal.DisableSiteAsync(PortalApp.VinhLong)).Succeeded.ShouldBeTrue();
        var directive = await sending.SendAsync(Sending.Directive(null, Sending.To("ChuTri", Sending.VinhLongUnit), Sending.To("ChuTri", Sending.LangSonUnit)));

        (await sending.OpenAsync(sending.Issuer, directive, Sending.VinhLongUnit)).TextOf(".way-now [role=note]").ShouldBe("Trang của đơn vị đang tắt: đơn vị chỉ thấy văn bản khi trang hoạt động trở lại.");
        (await portal.EnableSiteAsync(PortalApp.VinhLong)).Succeeded.ShouldBeTrue();
        (await sending.VinhLong.GetAsync("Admin/Directives/Inbox")).TextsOf(".received .row-title").ShouldContain("301/QĐ-SCT");

        (await portal.DisableSiteAsync(PortalApp.VinhLong)).Succeeded.ShouldBeTrue();
        (await portal.RemoveSiteAsync(PortalApp.VinhLong)).Succeeded.ShouldBeTrue();
        (await sending.OpenAsync(sending.Issuer, directive, Sending.VinhLongUnit)).TextOf(".way-now [role=note]").ShouldNotBeNull().ShouldContain("không có trang riêng");
        (await sending.MoveAsync(sending.Issuer, directive, Sending.VinhLongUnit, "Acknowledge")).Status.ShouldBe(HttpStatusCode.Found);
        (await sending.MoveAsync(sending.Issuer, directive, Sending.LangSonUnit, "Acknowledge")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static string FactsOf(Page inbox) => Squeezed(inbox.Document.QuerySelectorAll(".received li").Single(row => row.TextContent.Contains("301/QĐ-SCT", StringComparison.Ordinal)).QuerySelector(".row-facts")!.TextContent);

    private static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
