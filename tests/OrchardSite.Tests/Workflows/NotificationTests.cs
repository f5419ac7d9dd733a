using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Content.Operations;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;
using OrchardSite.Users.Accounts;
using OrchardSite.Workflows.Notifications;
using OrchardSite.Workflows.Schedules;

namespace OrchardSite.Tests.Workflows;

public sealed class NotificationTests
{
    private const string Sentences = ".notifications .row-title";

    [Fact]
    public async Task Each_is_told_what_concerns_them_once_and_nobody_what_they_did_themselves()
    {
        await using var portal = await PortalApp.StartAsync();
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var neighbour = await portal.HireAsync(PortalApp.VinhLong, "Lê Văn Vĩnh", Editors.Head);
        var item = await SubmitAsync(room, "Tin về hội chợ cuối năm");
        await TellAsync(portal);

        (await SentencesAsync(room["head"])).ShouldBe(["“Tin về hội chợ cuối năm” đang chờ bạn (Hoàng Thị Viết: Gửi duyệt)."]);
        (await room["head"].GetAsync("Admin")).TextOf(".bell-count").ShouldBe("1");
        (await SentencesAsync(room["writer"])).ShouldBeEmpty();
        (await SentencesAsync(room["editor"])).ShouldBeEmpty();
        (await SentencesAsync(neighbour)).ShouldBeEmpty();

        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await CommentAsync(room["head"], item, "Đề nghị @Lý Thị Biên xem lại số liệu, @lương thị phó cho ý kiến, @Lê Văn Vĩnh không thuộc trang.");
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        (await room["head"].MoveAsync(item, "Return", ("reason", "Thiếu nguồn số liệu"))).Status.ShouldBe(HttpStatusCode.Found);
        await TellAsync(portal);
        await TellAsync(portal);

        (await SentencesAsync(room["writer"])).ShouldBe(["“Tin về hội chợ cuối năm” đang chờ bạn (Vi Thị Trưởng: Trả lại).", "Vi Thị Trưởng có ý kiến về “Tin về hội chợ cuối năm”."]);
        (await SentencesAsync(room["editor"])).ShouldBe(["Vi Thị Trưởng đã nhắc đến bạn trong ý kiến về “Tin về hội chợ cuối năm”."]);
        (await SentencesAsync(room["deputy"]))[0].ShouldBe("Vi Thị Trưởng đã nhắc đến bạn trong ý kiến về “Tin về hội chợ cuối năm”.");
        (await SentencesAsync(neighbour)).ShouldBeEmpty();
        // Whoever has looked at the item has read what they were told of it.
        await room["writer"].OpenAsync(item);
        (await room["writer"].GetAsync("Admin/Notifications")).TextsOf(".notifications .unread").ShouldBeEmpty();
        (await room["editor"].PostAsync("Admin/Notifications?handler=Read")).Status.ShouldBe(HttpStatusCode.Found);
        (await room["editor"].GetAsync("Admin")).Document.QuerySelector(".bell-count")!.HasAttribute("hidden").ShouldBeTrue();
        (await room["deputy"].GetAsync("Admin")).TextOf(".bell-count").ShouldBe("2");
    }

    [Fact]
    public async Task Deadlines_are_told_before_and_after_and_given_work_to_who_got_it()
    {
        await using var portal = await PortalApp.StartAsync();
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var neighbour = await portal.HireAsync(PortalApp.VinhLong, "Lê Văn Vĩnh", Editors.Head);
        var item = await SubmitAsync(room, "Tin chờ duyệt lâu");
        (await room["head"].PostAsync($"Admin/Contents/ContentItems/{item.ContentItemId}/Workflow?handler=Assign", ("revision", $"{(await portal.RowAsync(PortalApp.LangSon, item)).Revision}"), ("assignee", $"{room["deputy"].Id}")))
            .Status.ShouldBe(HttpStatusCode.Found);
        await TellAsync(portal);
        await PassAsync(TimeSpan.FromHours(21));
        (await KindsAsync(portal, room["deputy"])).ShouldBe([NotificationKind.Waits, NotificationKind.Assigned]);

        await PassAsync(TimeSpan.FromHours(1));
        (await KindsAsync(portal, room["deputy"])).ShouldBe([NotificationKind.Waits, NotificationKind.Assigned, NotificationKind.DueSoon]);
        await PassAsync(TimeSpan.FromHours(2));
        await PassAsync(TimeSpan.FromHours(2));

        (await KindsAsync(portal, room["deputy"])).ShouldBe([NotificationKind.Waits, NotificationKind.Assigned, NotificationKind.DueSoon, NotificationKind.Late]);
        // It is with the deputy alone.
        (await KindsAsync(portal, room["head"])).ShouldBe([NotificationKind.Waits]);
        (await KindsAsync(portal, neighbour)).ShouldBeEmpty();

        async Task PassAsync(TimeSpan time)
        {
            portal.Clock.Advance(time);
            await portal.Services.GetRequiredService<KeepSchedule>().RunAsync(TestContext.Current.CancellationToken);
            await TellAsync(portal);
        }
    }

    [Fact]
    public async Task Two_nodes_that_follow_the_feed_together_tell_everything_once()
    {
        await using var portal = await PortalApp.StartAsync();
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var neighbour = await portal.HireAsync(PortalApp.VinhLong, "Lê Văn Vĩnh", Editors.Head);
        for (var number = 1; number <= 5; number++)
        {
            await SubmitAsync(room, $"Tin gửi duyệt thứ {number}");
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TellAsync(portal)));
        await TellAsync(portal);

        (await KindsAsync(portal, room["head"])).ShouldBe(Enumerable.Repeat(NotificationKind.Waits, 5));
    }

    [Fact]
    public async Task An_open_page_hears_at_once_of_what_is_new_and_only_with_a_session()
    {
        await using var portal = await PortalApp.StartAsync();
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var neighbour = await portal.HireAsync(PortalApp.VinhLong, "Lê Văn Vĩnh", Editors.Head);
        (await portal.Http.GetPageAsync("/xttm-lang-son/Admin/Notifications/Stream")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        using var stream = await room["head"].Browser.GetAsync("/xttm-lang-son/Admin/Notifications/Stream", HttpCompletionOption.ResponseHeadersRead, limit.Token);
        stream.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync(limit.Token));
        (await NextAsync()).ShouldBe("0");

        await SubmitAsync(room, "Tin vừa gửi duyệt");

        (await NextAsync()).ShouldBe("1");

        async Task<string> NextAsync()
        {
            while (await reader.ReadLineAsync(limit.Token) is { } line)
            {
                if (line.StartsWith("data: ", StringComparison.Ordinal))
                {
                    return line["data: ".Length..];
                }
            }

            throw new EndOfStreamException();
        }
    }

    [Fact]
    public async Task Letters_come_at_once_or_in_the_morning_as_each_chooses_and_again_under_the_same_id_after_a_crash()
    {
        await using var server = new MailServer();
        await using var portal = await PortalApp.StartAsync(server.Settings);
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var neighbour = await portal.HireAsync(PortalApp.VinhLong, "Lê Văn Vĩnh", Editors.Head);
        await GiveAddressAsync(portal, room["head"], "truong.ban@example.vn");
        await GiveAddressAsync(portal, room["deputy"], "pho.ban@example.vn");
        await GiveAddressAsync(portal, room["hand"], "khong.nhan@example.vn");
        await GiveAddressAsync(portal, neighbour, "vinh.long@example.vn");
        (await room["deputy"].PostAsync("Admin/Notifications?handler=Mail", ("mail", "Digest"))).Status.ShouldBe(HttpStatusCode.Found);
        (await room["hand"].PostAsync("Admin/Notifications?handler=Mail", ("mail", "None"))).Status.ShouldBe(HttpStatusCode.Found);
        var wrong = await room["hand"].PostAsync("Admin/Notifications?handler=Mail", ("mail", "Pigeon"));
        (wrong.Status, wrong.TextOf("#refusals")).ShouldBe((HttpStatusCode.UnprocessableEntity, "Hãy chọn khi nào nhận thư."));

        await SubmitAsync(room, "Tin có thư báo");
        await TellAsync(portal);
        await MailAsync(portal);

        var letter = server.Next();
        letter.To.Mailboxes.Single().Address.ShouldBe("truong.ban@example.vn");
        letter.Subject.ShouldEndWith("“Tin có thư báo” đang chờ bạn (Hoàng Thị Viết: Gửi duyệt).");
        letter.TextBody.ShouldNotBeNull().ShouldContain("https://cong.example.vn/xttm-lang-son/Admin/Contents/ContentItems/");
        server.IsEmpty().ShouldBeTrue();
        // The process ended after the server had taken the letter, and before that was written down.
        await ForgetSendingAsync(portal, room["head"]);
        await MailAsync(portal);
        server.IsEmpty().ShouldBeTrue("Another node may still be sending it.");
        portal.Clock.Advance(TimeSpan.FromMinutes(3));
        await MailAsync(portal);
        server.Next().MessageId.ShouldBe(letter.MessageId);
        await MailAsync(portal);
        server.IsEmpty().ShouldBeTrue();

        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 25, 7, 30, 0, TimeSpan.FromHours(7)));
        await MailAsync(portal);
        await MailAsync(portal);
        var digest = server.Next();
        (digest.To.Mailboxes.Single().Address, digest.Subject!.EndsWith("Có 1 thông báo mới", StringComparison.Ordinal)).ShouldBe(("pho.ban@example.vn", true));
        digest.TextBody.ShouldNotBeNull().ShouldContain("- “Tin có thư báo” đang chờ bạn (Hoàng Thị Viết: Gửi duyệt).");
        server.IsEmpty().ShouldBeTrue();
    }

    [Fact]
    public async Task A_letter_that_the_server_turns_away_is_sent_later()
    {
        await using var server = new MailServer { AnswerToSender = "450 later" };
        await using var portal = await PortalApp.StartAsync(server.Settings);
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var neighbour = await portal.HireAsync(PortalApp.VinhLong, "Lê Văn Vĩnh", Editors.Head);
        await GiveAddressAsync(portal, room["head"], "truong.ban@example.vn");
        await SubmitAsync(room, "Tin có thư báo chậm");
        await TellAsync(portal);
        await MailAsync(portal);
        server.IsEmpty().ShouldBeTrue();

        server.AnswerToSender = "250 OK";
        portal.Clock.Advance(TimeSpan.FromMinutes(3));
        await MailAsync(portal);

        server.Next().To.Mailboxes.Single().Address.ShouldBe("truong.ban@example.vn");
        server.IsEmpty().ShouldBeTrue();
    }

    [Fact]
    public async Task Who_no_longer_belongs_to_a_site_is_not_told_of_it_any_more()
    {
        await using var server = new MailServer();
        await using var portal = await PortalApp.StartAsync(server.Settings);
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        await portal.JoinAsync(await portal.ReadAccountAsync(room["head"].Id), PortalApp.VinhLong, Editors.Head);
        await GiveAddressAsync(portal, room["head"], "truong.ban@example.vn");
        await SubmitAsync(room, "Tin nội bộ của Lạng Sơn");
        await TellAsync(portal);
        (await room["head"].Browser.GetPageAsync("/xttm-vinh-long/Admin/Notifications")).TextsOf(Sentences).Count.ShouldBe(1);

        await using (var db = portal.OpenContext(PortalApp.LangSon))
        {
            await db.Set<OrchardSite.Users.Roles.Membership>().Where(row => row.TenantId == db.TenantId && row.AccountId == room["head"].Id).ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        }

        await MailAsync(portal);
        server.IsEmpty().ShouldBeTrue();
        var page = await room["head"].Browser.GetPageAsync("/xttm-vinh-long/Admin/Notifications");
        page.TextsOf(Sentences).ShouldBeEmpty();
        page.Document.QuerySelector(".bell-count")!.HasAttribute("hidden").ShouldBeTrue();
    }

    private static async Task<SavedContent> SubmitAsync(Room room, string title)
    {
        var item = await room["writer"].WriteAsync(Samples.Article(title));
        await room["writer"].DoAsync(item, "Submit");
        return item;
    }

    private static async Task CommentAsync(Colleague by, SavedContent item, string text) =>
        (await by.PostAsync($"Admin/Contents/ContentItems/{item.ContentItemId}/Workflow?handler=Comment", ("comment", text))).Status.ShouldBe(HttpStatusCode.Found);

    private static Task TellAsync(PortalApp portal) => portal.Services.GetRequiredService<KeepNotifications>().RunAsync(TestContext.Current.CancellationToken);

    private static Task MailAsync(PortalApp portal) => portal.Services.GetRequiredService<MailNotifications>().RunAsync(TestContext.Current.CancellationToken);

    private static async Task<IReadOnlyList<string>> SentencesAsync(Colleague person) => (await person.GetAsync("Admin/Notifications")).TextsOf(Sentences);

    private static async Task<IReadOnlyList<NotificationKind>> KindsAsync(PortalApp portal, Colleague person)
    {
        var rows = await portal.ReadAsync(PortalApp.LangSon, db => db.Set<Notification>().AsNoTracking().Where(row => row.AccountId == person.Id).ToListAsync());
        return [.. rows.OrderBy(row => row.CreatedUtc).ThenBy(row => row.Kind).Select(row => row.Kind)];
    }

    private static Task<int> GiveAddressAsync(PortalApp portal, Colleague person, string address) => portal.ReadAsync(PortalApp.LangSon, db =>
        db.Set<Account>().Where(row => row.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Email, address), TestContext.Current.CancellationToken));

    private static Task<int> ForgetSendingAsync(PortalApp portal, Colleague person) => portal.ReadAsync(PortalApp.LangSon, db =>
        db.Set<Notification>().Where(row => row.AccountId == person.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.MailedUtc, (DateTime?)null), TestContext.Current.CancellationToken));
}
