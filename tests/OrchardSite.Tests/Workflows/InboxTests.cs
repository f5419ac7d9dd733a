using System.Net;
using OrchardSite.Content.Operations;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;

namespace OrchardSite.Tests.Workflows;

public sealed class InboxTests
{
    private const string Titles = ".inbox .row-title";

    [Fact]
    public async Task What_waits_on_all_sites_of_a_person_is_listed_urgent_first_and_then_by_when_it_is_due()
    {
        await using var portal = await PortalApp.StartAsync();
        using var langSon = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var vinhLong = await Room.OpenAsync(portal, PortalApp.VinhLong);
        var head = langSon["head"];
        await portal.JoinAsync(await portal.ReadAccountAsync(head.Id), PortalApp.VinhLong, Editors.Head);
        var first = await SubmitAsync(langSon["writer"], "Tin gửi duyệt đầu tiên");
        portal.Clock.Advance(TimeSpan.FromHours(1));
        await SubmitAsync(vinhLong["writer"], "Tin của Vĩnh Long gửi duyệt");
        portal.Clock.Advance(TimeSpan.FromHours(1));
        var urgent = await SubmitAsync(langSon["writer"], "Tin khẩn gửi duyệt sau cùng");
        (await head.PostAsync($"Admin/Contents/ContentItems/{urgent.ContentItemId}/Workflow?handler=Assign", ("revision", $"{(await portal.RowAsync(PortalApp.LangSon, urgent)).Revision}"), ("isUrgent", "true")))
            .Status.ShouldBe(HttpStatusCode.Found);

        var inbox = await head.GetAsync("Admin/Inbox");

        inbox.TextsOf(Titles).ShouldBe(["Tin khẩn gửi duyệt sau cùng", "Tin gửi duyệt đầu tiên", "Tin của Vĩnh Long gửi duyệt"]);
        inbox.TextsOf(".inbox .row-facts")[1].ShouldContain("hạn 25/11/2026 10:00");
        inbox.Document.QuerySelectorAll(Titles)[2].GetAttribute("href").ShouldNotBeNull().ShouldStartWith("/xttm-vinh-long/Admin/");
        // The same wherever they are; others see only what waits for them on their own site.
        (await head.Browser.GetPageAsync("/xttm-vinh-long/Admin/Inbox")).TextsOf(Titles).ShouldBe(inbox.TextsOf(Titles));
        (await langSon["deputy"].GetAsync("Admin/Inbox")).TextsOf(Titles).ShouldBe(["Tin khẩn gửi duyệt sau cùng", "Tin gửi duyệt đầu tiên"]);
        (await vinhLong["head"].GetAsync("Admin/Inbox")).TextsOf(Titles).ShouldBe(["Tin của Vĩnh Long gửi duyệt"]);
        (await langSon["writer"].GetAsync("Admin/Inbox")).TextOf(".nothing").ShouldBe("Không có việc nào chờ bạn.");
        for (var hour = 0; hour < 24; hour += 4)
        {
            portal.Clock.Advance(TimeSpan.FromHours(4));
            (await head.GetAsync("Admin")).Status.ShouldBe(HttpStatusCode.OK);
        }

        (await head.GetAsync("Admin/Inbox")).TextsOf(".inbox .late").ShouldContain("quá hạn từ 25/11/2026 10:00");
        (await head.GetAsync("Admin")).TextsOf(".tile-rows .row-title").ShouldContain("Tin gửi duyệt đầu tiên");

        var done = await head.PostAsync("Admin/Inbox", ("action", "Approve"), ("picked", Pick(PortalApp.LangSon, first)), ("picked", Pick(PortalApp.VinhLong, (await FindAsync(portal, PortalApp.VinhLong)))));
        done.Status.ShouldBe(HttpStatusCode.Found, done.TextOf("#refusals"));
        (await head.Browser.FollowAsync(done)).TextOf("#notices").ShouldBe("Duyệt: 2.");
        (await portal.RowAsync(PortalApp.LangSon, first)).State.ShouldBe("Approved");
    }

    [Fact]
    public async Task What_is_taken_on_waits_for_nobody_else_and_what_is_returned_waits_for_its_writer()
    {
        await using var portal = await PortalApp.StartAsync();
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var neighbour = await portal.HireAsync(PortalApp.VinhLong, "Lê Văn Vĩnh", Editors.Head);
        var item = await SubmitAsync(room["writer"], "Tin để hai người cùng nhận");
        var pick = Pick(PortalApp.LangSon, item);

        (await room["head"].PostAsync("Admin/Inbox", ("action", $"Take|{pick}"))).Status.ShouldBe(HttpStatusCode.Found);

        (await room["deputy"].GetAsync("Admin/Inbox")).TextsOf(Titles).ShouldBeEmpty();
        (await room["head"].GetAsync("Admin/Inbox")).TextsOf(".inbox .row-facts")[0].ShouldContain("của bạn");
        var late = await room["deputy"].PostAsync("Admin/Inbox", ("action", $"Take|{pick}"));
        (late.Status, late.TextOf("#refusals")).ShouldBe((HttpStatusCode.Conflict, "Vi Thị Trưởng đã nhận “Tin để hai người cùng nhận”."));
        var bare = await room["head"].PostAsync("Admin/Inbox", ("action", "Return"), ("picked", pick));
        (bare.Status, bare.TextOf("#refusals")).ShouldBe((HttpStatusCode.UnprocessableEntity, "Hãy nêu lý do; đồng nghiệp đọc được trong lịch sử."));
        (await room["head"].PostAsync("Admin/Inbox", ("action", "Return"), ("picked", pick), ("reason", "Thiếu ảnh bìa"))).Status.ShouldBe(HttpStatusCode.Found);
        (await room["writer"].GetAsync("Admin/Inbox")).TextsOf(Titles).ShouldBe(["Tin để hai người cùng nhận"]);
        (await room["editor"].GetAsync("Admin/Inbox")).TextsOf(Titles).ShouldBeEmpty();
        (await room["writer"].OpenAsync(item)).TextsOf(".entries .said").ShouldContain("Thiếu ảnh bìa");

        var nothing = await room["head"].PostAsync("Admin/Inbox", ("action", "Approve"));
        (nothing.Status, nothing.TextOf("#refusals")).ShouldBe((HttpStatusCode.UnprocessableEntity, "Hãy chọn ít nhất một mục trong danh sách."));
        var risky = await room["head"].PostAsync("Admin/Inbox", ("action", "ApproveAndPublish"), ("picked", pick));
        (risky.Status, risky.TextOf("#refusals")).ShouldBe((HttpStatusCode.UnprocessableEntity, "Việc này làm với từng mục một."));
    }

    [Fact]
    public async Task Work_is_given_to_who_can_do_it_and_comments_stay_with_the_item()
    {
        await using var portal = await PortalApp.StartAsync();
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var neighbour = await portal.HireAsync(PortalApp.VinhLong, "Lê Văn Vĩnh", Editors.Head);
        var item = await SubmitAsync(room["writer"], "Tin được giao cho phó ban");
        var path = $"Admin/Contents/ContentItems/{item.ContentItemId}/Workflow";
        Task<Page> GiveAsync(Colleague by, int? revision, int to) => by.PostAsync(path + "?handler=Assign", ("revision", $"{revision ?? 0}"), ("assignee", $"{to}"));
        var now = (await portal.RowAsync(PortalApp.LangSon, item)).Revision;

        (await GiveAsync(room["head"], now, room["deputy"].Id)).Status.ShouldBe(HttpStatusCode.Found);
        (await room["head"].GetAsync("Admin/Inbox")).TextsOf(Titles).ShouldBeEmpty();
        (await room["deputy"].GetAsync("Admin/Inbox")).TextsOf(Titles).ShouldBe(["Tin được giao cho phó ban"]);

        var stale = await GiveAsync(room["head"], now, room["head"].Id);
        var outsider = await GiveAsync(room["head"], now + 1, neighbour.Id);
        var unable = await GiveAsync(room["head"], now + 1, room["leader"].Id);
        var forbidden = await GiveAsync(room["leader"], now + 1, room["head"].Id);
        (stale.Status, outsider.Status, unable.Status, forbidden.Status).ShouldBe((HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict, HttpStatusCode.Forbidden));
        (outsider.TextOf("#refusals"), unable.TextOf("#refusals")).ShouldBe(("Người này không thuộc trang.", "Bế Văn Lãnh không làm được gì với “Tin được giao cho phó ban” ở trạng thái này."));
        (await portal.RowAsync(PortalApp.LangSon, item)).AssigneeId.ShouldBe(room["deputy"].Id);

        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var empty = await room["deputy"].PostAsync(path + "?handler=Comment", ("comment", "  "));
        (empty.Status, empty.TextOf("#refusals")).ShouldBe((HttpStatusCode.UnprocessableEntity, "Ý kiến có từ 1 đến 2000 ký tự."));
        (await room["deputy"].PostAsync(path + "?handler=Comment", ("comment", "Đề nghị bổ sung <b>ảnh</b> toàn cảnh."))).Status.ShouldBe(HttpStatusCode.Found);
        var thread = await room["writer"].OpenAsync(item);
        thread.TextsOf(".entries .said")[0].ShouldBe("Đề nghị bổ sung <b>ảnh</b> toàn cảnh.");
        thread.TextsOf(".entries > li").ShouldContain(entry => entry.Contains("Giao cho Lương Thị Phó"));
    }

    [Fact]
    public async Task The_picture_counts_what_is_in_each_state_of_the_site()
    {
        await using var portal = await PortalApp.StartAsync();
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var neighbour = await portal.HireAsync(PortalApp.VinhLong, "Lê Văn Vĩnh", Editors.Head);
        await SubmitAsync(room["writer"], "Tin thứ nhất chờ duyệt");
        await SubmitAsync(room["writer"], "Tin thứ hai chờ duyệt");

        var picture = await room["head"].GetAsync("Admin/EditorialWorkflow");

        picture.TextsOf("svg .name").Zip(picture.TextsOf("svg .count")).ShouldContain(("Chờ duyệt", "2"));
        picture.TextsOf("svg .name").ShouldBe(["Nháp", "Chờ duyệt", "Trả lại", "Đã duyệt", "Lên lịch", "Đã xuất bản", "Đã gỡ", "Lưu trữ"]);
        picture.TextsOf(".workflow-table th[scope=row]").ShouldContain("Xuất bản khẩn, không chờ duyệt");
        var theirs = await neighbour.GetAsync("Admin/EditorialWorkflow");
        theirs.TextsOf("svg .name").Zip(theirs.TextsOf("svg .count")).ShouldContain(("Chờ duyệt", "0"));
        (await room["clerk"].GetAsync("Admin/EditorialWorkflow")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Readers_see_the_old_version_while_a_new_one_waits_and_a_notice_where_one_was_taken_down()
    {
        await using var portal = await PortalApp.StartAsync();
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        const string Path = "/xttm-lang-son/gia-ban-le-dien-sinh-hoat";
        var item = await SubmitAsync(room["writer"], "Giá bán lẻ điện sinh hoạt");
        (await room["head"].MoveAsync(item, "ApproveAndPublish")).Status.ShouldBe(HttpStatusCode.Found);
        (await portal.Http.GetPageAsync(Path)).TextOf("h1").ShouldBe("Giá bán lẻ điện sinh hoạt");

        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var changed = await room["writer"].WriteAsync(Samples.Article("Giá bán lẻ điện sinh hoạt").Set("Article", "Sapo", new { Text = "Giá mới từ tháng 12." }), item);
        (await room["writer"].MoveAsync(changed, "Submit", ("changeNote", "Giá mới từ 01/12"))).Status.ShouldBe(HttpStatusCode.Found);
        (await portal.Http.GetPageAsync(Path)).Body.ShouldNotContain("Giá mới từ tháng 12.");
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        // The note that came with it stands for the one that publishing needs.
        (await room["head"].OpenAsync(changed)).TextOf("#ApproveAndPublish-note").ShouldBe("Giá mới từ 01/12");
        (await room["head"].MoveAsync(changed, "ApproveAndPublish", ("tellsReaders", "true"))).Status.ShouldBe(HttpStatusCode.Found);
        var updated = await portal.Http.GetPageAsync(Path);
        updated.Body.ShouldContain("Giá mới từ tháng 12.");
        updated.TextOf(".article-update").ShouldBe("Đã cập nhật 24/11/2026 10:02: Giá mới từ 01/12");
        (await room["writer"].OpenAsync(changed)).TextsOf(".entries .said")[0].ShouldBe("Thay đổi: Giá mới từ 01/12");

        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        (await room["head"].MoveAsync(changed, "Withdraw", ("choice", "Replaced"), ("notice", "Bài này đã được thay bằng thông báo mới."))).Status.ShouldBe(HttpStatusCode.Found);
        var gone = await portal.Http.GetPageAsync(Path);
        gone.Status.ShouldBe(HttpStatusCode.Gone);
        gone.Body.ShouldContain("Bài này đã được thay bằng thông báo mới.");
        (await portal.Http.GetPageAsync("/gia-ban-le-dien-sinh-hoat")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await room["writer"].OpenAsync(changed)).TextsOf(".entries > li")[0].ShouldContain("Đã xuất bản → Đã gỡ (Đã có bài thay thế)");
    }

    private static async Task<SavedContent> SubmitAsync(Colleague writer, string title)
    {
        var item = await writer.WriteAsync(Samples.Article(title));
        await writer.DoAsync(item, "Submit");
        return item;
    }

    private static string Pick(string tenant, SavedContent item) => $"{tenant}|{item.ContentItemId}|{item.VersionId}";

    private static Task<SavedContent> FindAsync(PortalApp portal, string tenant) => portal.ReadAsync(tenant, db => Task.FromResult(
        db.Set<OrchardSite.Content.ContentItem>().Where(row => row.LatestText == "Tin của Vĩnh Long gửi duyệt").Select(row => new SavedContent(row.Id, row.LatestVersionId)).Single()));
}
