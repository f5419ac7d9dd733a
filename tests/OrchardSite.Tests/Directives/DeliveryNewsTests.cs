using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Directives.Delivery;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Workflows;
using OrchardSite.Workflows.Notifications;

namespace OrchardSite.Tests.Directives;

public sealed class DeliveryNewsTests
{
    [Fact]
    public async Task Each_side_is_told_once_of_what_the_other_has_done_and_the_mail_leads_to_it()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        var directive = await sending.SendAsync(Sending.Directive(null, Sending.To("ChuTri", Sending.LangSonUnit)));
        await TellAsync(portal);
        await TellAsync(portal);

        var news = await sending.LangSon.GetAsync("Admin/Notifications");
        news.TextsOf(".notifications .row-title").ShouldBe(["Sở Công Thương Hải Dương đã gửi văn bản 301/QĐ-SCT."]);
        news.Document.QuerySelector(".notifications .row-title")!.GetAttribute("href").ShouldBe($"/xttm-lang-son/Admin/Directives/Deliveries/{(await sending.DeliveryAsync(directive, Sending.LangSonUnit)).Id}");
        (await ToldAsync(sending.VinhLong)).ShouldBeEmpty();
        (await ToldAsync(sending.Issuer)).ShouldBeEmpty();
        await sending.OpenAsync(sending.LangSon, directive, Sending.LangSonUnit);
        (await sending.LangSon.GetAsync("Admin/Notifications")).TextsOf(".notifications .unread").ShouldBeEmpty();

        (await sending.MoveAsync(sending.LangSon, directive, Sending.LangSonUnit, "Acknowledge")).Status.ShouldBe(HttpStatusCode.Found);
        (await sending.MoveAsync(sending.LangSon, directive, Sending.LangSonUnit, "Report", ("text", "Đã kiện toàn."))).Status.ShouldBe(HttpStatusCode.Found);
        (await sending.MoveAsync(sending.Issuer, directive, Sending.LangSonUnit, "AskForMore", ("text", "Thiếu danh sách"))).Status.ShouldBe(HttpStatusCode.Found);
        await TellAsync(portal);
        (await ToldAsync(sending.Issuer)).ShouldBe(["301/QĐ-SCT: Báo cáo kết quả (Trung tâm Xúc tiến thương mại Lạng Sơn)."]);
        (await ToldAsync(sending.LangSon)).ShouldContain("301/QĐ-SCT: Yêu cầu báo cáo lại (Sở Công Thương Hải Dương).");

        // A correction is no news for people; a recall is.
        await sending.SendAsync(Sending.Directive(null, Sending.To("ChuTri", Sending.LangSonUnit)), directive);
        await TellAsync(portal);
        (await ToldAsync(sending.LangSon)).Count.ShouldBe(2);
        var newest = (await portal.OpenAsync(PortalApp.Department, directive.ContentItemId)).Version;
        (await portal.UnpublishAsync(PortalApp.Department, newest, await sending.Issuer.ActorAsync(), "Nhầm thẩm quyền")).Succeeded.ShouldBeTrue();
        await TellAsync(portal);
        (await ToldAsync(sending.LangSon)).ShouldContain("Sở Công Thương Hải Dương đã thu hồi văn bản 301/QĐ-SCT.");
    }

    [Fact]
    public async Task Deadlines_are_told_before_and_after_and_to_those_who_follow_the_boards_when_days_have_passed()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        using var leader = await sending.HireAsync(PortalApp.LangSon, "Bế Thị Lãnh Đạo", Sending.Leader);
        var directive = await sending.SendAsync(Sending.Directive("2026-11-27", Sending.To("ChuTri", Sending.LangSonUnit, Sending.VinhLongUnit)));
        (await sending.MoveAsync(sending.VinhLong, directive, Sending.VinhLongUnit, "Acknowledge")).Status.ShouldBe(HttpStatusCode.Found);
        (await sending.MoveAsync(sending.VinhLong, directive, Sending.VinhLongUnit, "Report", ("text", "Đã thực hiện."))).Status.ShouldBe(HttpStatusCode.Found);
        await RemindAsync();
        (await ToldAsync(sending.LangSon)).ShouldBe(["Sở Công Thương Hải Dương đã gửi văn bản 301/QĐ-SCT."]);

        // Wednesday: two working days are left. Reminded once, however often it is looked for; who has reported is not.
        await WaitAsync(24);
        (await ToldAsync(sending.LangSon)).ShouldBe(["Văn bản 301/QĐ-SCT sắp đến hạn.", "Sở Công Thương Hải Dương đã gửi văn bản 301/QĐ-SCT."], ignoreOrder: true);
        (await ToldAsync(sending.VinhLong)).ShouldBe(["Sở Công Thương Hải Dương đã gửi văn bản 301/QĐ-SCT."]);
        (await ToldAsync(leader)).ShouldBeEmpty();

        // Saturday and Sunday remind nobody; on Monday it is late.
        await WaitAsync(24 * 4);
        (await ToldAsync(leader)).ShouldBeEmpty();
        await WaitAsync(24);
        (await ToldAsync(sending.LangSon)).ShouldContain("Văn bản 301/QĐ-SCT đã quá hạn (Sở Công Thương Hải Dương).");
        (await ToldAsync(leader)).ShouldBe(["Văn bản 301/QĐ-SCT đã quá hạn (Sở Công Thương Hải Dương)."]);
        (await ToldAsync(sending.Issuer)).ShouldContain("Văn bản 301/QĐ-SCT đã quá hạn (Trung tâm Xúc tiến thương mại Lạng Sơn).");
        (await ToldAsync(sending.Boss)).ShouldBeEmpty();

        // Wednesday: it has been late for three working days.
        await WaitAsync(48);
        (await ToldAsync(sending.Boss)).ShouldBe(["Văn bản 301/QĐ-SCT quá hạn nhiều ngày (Trung tâm Xúc tiến thương mại Lạng Sơn)."]);
        (await sending.OpenAsync(sending.Issuer, directive, Sending.LangSonUnit)).TextsOf(".entries div").ShouldContain("Báo người theo dõi: quá hạn nhiều ngày");

        async Task WaitAsync(int hours)
        {
            // In steps that keep everybody signed in.
            for (var passed = 0; passed < hours; passed += 4)
            {
                portal.Clock.Advance(TimeSpan.FromHours(4));
                foreach (var person in new[] { sending.LangSon, sending.VinhLong, sending.Issuer, sending.Boss, leader })
                {
                    await person.GetAsync("Admin");
                }
            }

            await RemindAsync();
        }

        async Task RemindAsync()
        {
            var work = portal.Services.GetRequiredService<RemindOfDeliveries>();
            await work.RunAsync(TestContext.Current.CancellationToken);
            await work.RunAsync(TestContext.Current.CancellationToken);
            await TellAsync(portal);
        }
    }

    private static Task TellAsync(PortalApp portal) => portal.Services.GetRequiredService<KeepNotifications>().RunAsync(TestContext.Current.CancellationToken);

    private static async Task<IReadOnlyList<string>> ToldAsync(Colleague person) => (await person.GetAsync("Admin/Notifications")).TextsOf(".notifications .row-title");
}
