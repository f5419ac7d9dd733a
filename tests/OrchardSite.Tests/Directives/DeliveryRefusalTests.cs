using System.Net;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Directives.Delivery;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Search;

namespace OrchardSite.Tests.Directives;

public sealed class DeliveryRefusalTests
{
    [Fact]
    public async Task Each_side_makes_its_own_moves_in_their_order_with_their_words_and_on_what_it_saw()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        using var reader = await sending.HireAsync(PortalApp.LangSon, "Bế Thị Lãnh Đạo", Sending.Leader);
        using var writer = await sending.HireAsync(PortalApp.LangSon, "Ma Văn Cộng Tác", "Cộng tác viên");
        var directive = await sending.SendAsync(Sending.Directive("2026-11-27", Sending.To("ChuTri", Sending.LangSonUnit), Sending.To("DeBiet", Sending.VinhLongUnit)));

        // Strangers find nothing; who follows may look and do nothing; each side does its own.
        (await sending.OpenAsync(sending.VinhLong, directive, Sending.LangSonUnit)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await MoveAsync(sending.VinhLong, "Acknowledge")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await sending.OpenAsync(writer, directive, Sending.LangSonUnit)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await writer.GetAsync("Admin/Directives/Inbox")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await writer.GetAsync("Admin/Directives/Board")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await writer.GetAsync("Admin/Directives/Cases")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await sending.OpenAsync(reader, directive, Sending.LangSonUnit)).TextsOf(".moves button").ShouldBeEmpty();
        (await MoveAsync(reader, "Acknowledge")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await MoveAsync(sending.Issuer, "Acknowledge")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await MoveAsync(sending.Boss, "CallOff", ("text", "Gửi nhầm"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await MoveAsync(sending.LangSon, "CallOff", ("text", "Gửi nhầm"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await MoveAsync(sending.LangSon, "Delete")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        // One step after the other.
        (await MoveAsync(sending.LangSon, "Start")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await MoveAsync(sending.LangSon, "Report", ("text", "Xong"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await MoveAsync(sending.Issuer, "Complete")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await MoveAsync(sending.Issuer, "GrantTime", ("until", "2026-12-04"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await MoveAsync(sending.LangSon, "Acknowledge")).Status.ShouldBe(HttpStatusCode.Found);
        var delivery = await sending.DeliveryAsync(directive, Sending.LangSonUnit);
        (await sending.LangSon.PostAsync($"Admin/Directives/Deliveries/{delivery.Id}?handler=Move", ("revision", $"{delivery.Revision - 1}"), ("move", "Start"))).TextOf("#refusals")
            .ShouldBe("Văn bản 301/QĐ-SCT vừa được xử lý theo cách khác. Hãy xem lại.");

        // With words; what was typed is not lost.
        (await MoveAsync(sending.LangSon, "Report")).TextOf("#refusals").ShouldBe("Hãy nêu việc đã làm; nơi gửi đọc được.");
        (await MoveAsync(sending.LangSon, "Return")).TextOf("#refusals").ShouldBe("Hãy nêu lý do; bên kia đọc được.");
        (await MoveAsync(sending.LangSon, "Report", ("text", new string('x', 4001)))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var early = await MoveAsync(sending.LangSon, "AskForTime", ("text", "Chờ số liệu của huyện"), ("until", "2026-11-27"));
        early.TextOf("#refusals").ShouldBe("Hãy chọn ngày sau hạn hiện tại là 27/11/2026.");
        early.TextOf("#text-AskForTime").ShouldBe("Chờ số liệu của huyện");
        (await MoveAsync(sending.LangSon, "AskForTime", ("text", "Chờ số liệu"), ("until", "mai"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await sending.MoveAsync(sending.VinhLong, directive, Sending.VinhLongUnit, "AskForTime", ("text", "Chờ"), ("until", "2026-12-04"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await sending.LangSon.GetAsync("Admin/Directives/Deliveries/none")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await sending.LangSon.GetAsync($"Admin/Directives/Deliveries/{delivery.Id}?handler=File&path=nhan-dien/logo.svg")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await sending.LangSon.GetAsync("Admin/Directives/Inbox?state=Lost")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await sending.DeliveryAsync(directive, Sending.LangSonUnit)).State.ShouldBe(DeliveryState.Received);

        // Returned, it waits for the issuer, who sends it again with a word.
        (await MoveAsync(sending.LangSon, "Return", ("text", "Việc này của Sở Nội vụ"))).Status.ShouldBe(HttpStatusCode.Found);
        (await MoveAsync(sending.Issuer, "SendAgain")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await MoveAsync(sending.Issuer, "SendAgain", ("text", "Đã thống nhất với Sở Nội vụ"))).Status.ShouldBe(HttpStatusCode.Found);
        (await MoveAsync(sending.Issuer, "CallOff", ("text", "Giao đơn vị khác"))).Status.ShouldBe(HttpStatusCode.Found);
        (await sending.DeliveryAsync(directive, Sending.LangSonUnit)).State.ShouldBe(DeliveryState.Recalled);

        Task<Page> MoveAsync(Workflows.Colleague person, string move, params (string Name, string Value)[] words) => sending.MoveAsync(person, directive, Sending.LangSonUnit, move, words);
    }

    [Fact]
    public async Task Two_people_of_a_unit_do_not_confirm_the_same_directive_twice()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        using var second = await sending.HireAsync(PortalApp.LangSon, "Hoàng Văn Tiếp Nhận", Sending.Contact);
        await second.GetAsync("Admin");
        await sending.LangSon.GetAsync("Admin");
        var directive = await sending.SendAsync(Sending.Directive(null, Sending.To("ChuTri", Sending.LangSonUnit)));

        var answers = await Task.WhenAll(
            sending.MoveAsync(sending.LangSon, directive, Sending.LangSonUnit, "Acknowledge"),
            sending.MoveAsync(second, directive, Sending.LangSonUnit, "Acknowledge"));

        answers.Select(answer => answer.Status).Order().ShouldBe([HttpStatusCode.Found, HttpStatusCode.Conflict]);
        var id = (await sending.DeliveryAsync(directive, Sending.LangSonUnit)).Id;
        (await portal.ReadAsync(PortalApp.LangSon, db => db.Set<DeliveryEntry>().CountAsync(entry => entry.DeliveryId == id && entry.Move == "Acknowledge"))).ShouldBe(1);
    }

    [Fact]
    public async Task A_unit_that_is_gone_or_not_there_yet_is_refused_with_what_took_its_place()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        (await RefusalAsync(Sending.To("ChuTri", Sending.LangSonUnit, Sending.FormerUnit)))
            .ShouldBe("“Trung tâm Xúc tiến thương mại” existed until 30/06/2025. Send it to “Trung tâm Khuyến công và Xúc tiến thương mại”, which took its place.");
        (await portal.ReadAsync(PortalApp.Department, db => db.Set<DirectiveDelivery>().CountAsync(row => row.Number == "301/QĐ-SCT"))).ShouldBe(0);

        var early = Sending.Directive(null, Sending.To("ChuTri", "sctunitkhuyencong000000005"));
        early.Set("Directive", "IssuedOn", new { Value = "2025-06-30" });
        var saved = await sending.Issuer.WriteAsync(early);
        (await portal.PublishAsync(PortalApp.Department, saved, await sending.Issuer.ActorAsync())).Refusals.ShouldHaveSingleItem().Message
            .ShouldBe("“Trung tâm Khuyến công và Xúc tiến thương mại” does not exist before 01/07/2025.");

        var unknown = await portal.SaveAsync(PortalApp.Department, Sending.Directive(null, Sending.To("ChuTri", "khongcodonvinaonhuthe00000")), actor: await sending.Issuer.ActorAsync());
        unknown.Refusals.ShouldHaveSingleItem().Field.ShouldBe("Recipients.ContentItems[0].DirectiveRecipient.Units.ContentItemIds");

        async Task<string> RefusalAsync(System.Text.Json.Nodes.JsonObject recipients)
        {
            var draft = await sending.Issuer.WriteAsync(Sending.Directive(null, recipients));
            var refusal = (await portal.PublishAsync(PortalApp.Department, draft, await sending.Issuer.ActorAsync())).Refusals.ShouldHaveSingleItem();
            refusal.Field.ShouldBe("Recipients.ContentItems[0].DirectiveRecipient.Units");
            return refusal.Message;
        }
    }

    [Theory]
    [InlineData("DonViNhan")]
    [InlineData("NoiBo")]
    public async Task What_is_not_for_every_reader_is_seen_by_its_recipients_alone_on_every_path(string visibility)
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        await sending.AddFileAsync("noi-bo/mat-khau.pdf", "%PDF-1.4\n%%EOF\n"u8.ToArray());
        await sending.AddFileAsync("van-ban/cong-khai.pdf", "%PDF-1.4\n% khác\n%%EOF\n"u8.ToArray());
        var item = Sending.Directive(null, Sending.To("ChuTri", Sending.LangSonUnit));
        item.Set("Directive", "Subject", new { Text = "Về việc chuẩn bị phương án xyzzyq" }).Set("Directive", "Visibility", new { Text = visibility });

        item.Set("Directive", "Files", new { Paths = new[] { "van-ban/cong-khai.pdf" } });
        var refused = (await portal.SaveAsync(PortalApp.Department, item, actor: await sending.Issuer.ActorAsync())).Refusals.ShouldHaveSingleItem();
        (refused.Field, refused.Message).ShouldBe(("Directive.Files.Paths", "“van-ban/cong-khai.pdf” is in a folder from which every reader gets it. Upload the files of this directive to the folder “noi-bo”."));
        item.Set("Directive", "Files", new { Paths = new[] { "noi-bo/mat-khau.pdf" } });
        var directive = await sending.SendAsync(item);
        // What is published after it is found: the index has met both.
        await portal.AddAsync(PortalApp.Department, Samples.Article("Họp báo về xyzzyq"));
        (await portal.FindAsync("xyzzyq", found => found.Count == 1, site: "")).Found().ShouldBe(["Họp báo về xyzzyq"]);

        foreach (var person in new[] { portal.Http, sending.VinhLong.Browser })
        {
            foreach (var path in new[]
            {
                "/", "/van-ban", "/van-ban?year=2026", "/van-ban/301-qd-sct-2026", "/van-ban-den", "/xttm-lang-son/van-ban-den", "/xttm-vinh-long/van-ban-den", "/tim-kiem?q=xyzzyq", "/tim-kiem/goi-y?q=xyzzyq",
                "/sitemap.xml", "/so-do-trang", "/rss.xml", "/media/noi-bo/mat-khau.pdf",
            })
            {
                var page = await person.GetPageAsync(path);
                page.Body.ShouldNotContain("chuẩn bị phương án", Case.Sensitive, path);
                page.Body.ShouldNotContain("301/QĐ-SCT", Case.Sensitive, path);
            }

            (await person.GetPageAsync("/media/noi-bo/mat-khau.pdf")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await person.GetPageAsync("/van-ban/301-qd-sct-2026")).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        // The clerk sees the file in the library, the unit by its delivery; no cache keeps either.
        var own = await sending.Issuer.Browser.GetAsync("/media/noi-bo/mat-khau.pdf", TestContext.Current.CancellationToken);
        (own.StatusCode, own.Headers.CacheControl!.NoStore).ShouldBe((HttpStatusCode.OK, true));
        var page2 = await sending.OpenAsync(sending.LangSon, directive, Sending.LangSonUnit);
        (await sending.LangSon.Browser.GetPageAsync(page2.Document.QuerySelector(".files a")!.GetAttribute("href")!)).Status.ShouldBe(HttpStatusCode.OK);
        page2.TextsOf(".delivery-facts dt").ShouldNotContain("Trang công khai");
        // A file that readers are to get must not lie where they do not.
        item.Set("Directive", "Visibility", new { Text = "CongKhai" })["ContentItemId"] = directive.ContentItemId;
        (await portal.SaveAsync(PortalApp.Department, item, directive.VersionId, await sending.Issuer.ActorAsync())).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Directive.Files.Paths");
    }
}
