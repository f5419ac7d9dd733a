using System.Net;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;

namespace OrchardSite.Tests.Workflows;

public sealed class TighteningTests
{
    private const string Settings = "Admin/EditorialWorkflow/Settings";

    [Fact]
    public async Task A_site_can_make_the_workflow_stricter_for_itself_alone()
    {
        await using var portal = await PortalApp.StartAsync();
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var other = await Room.OpenAsync(portal, PortalApp.VinhLong);

        (await room["admin"].PostAsync(
            Settings, ("closed", "ForcePublish"), ("closed", "ApproveAndPublish"), ("reasons", "Approve"), ("without", "Return|Editor"), ("types", "Banner"), ("due-InReview", "4")))
            .Status.ShouldBe(HttpStatusCode.Found);

        var item = await room.MakeAsync("InReview");
        (await portal.RowAsync(PortalApp.LangSon, item)).DueUtc.ShouldBe(PortalApp.Morning.UtcDateTime.AddHours(4));
        var closed = await room["head"].MoveAsync(item, "ForcePublish", ("reason", "Tin khẩn"));
        (closed.Status, closed.TextOf("#refusals")).ShouldBe((HttpStatusCode.UnprocessableEntity, "Không có thao tác nào như vậy."));
        closed.TextsOf(".moves summary, .moves button").ShouldNotContain("Duyệt và xuất bản");
        (await room["head"].MoveAsync(item, "Approve")).TextOf("#refusals").ShouldBe("Hãy nêu lý do; đồng nghiệp đọc được trong lịch sử.");
        (await room["editor"].MoveAsync(item, "Return", ("reason", "Thiếu ảnh"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await room["head"].MoveAsync(item, "Approve", ("reason", "Đã đọc"))).Status.ShouldBe(HttpStatusCode.Found);
        var banner = (await portal.SaveAsync(PortalApp.LangSon, Samples.Banner(), actor: await room["secretary"].ActorAsync())).Value;
        (await portal.PublishAsync(PortalApp.LangSon, banner, await room["secretary"].ActorAsync())).Refusals[0].Kind.ShouldBe(RefusalKind.Conflict);
        (await room["secretary"].MoveAsync(banner, "Submit")).Status.ShouldBe(HttpStatusCode.Found);
        (await room["head"].MoveAsync(banner, "Approve", ("reason", "Đúng mẫu"))).Status.ShouldBe(HttpStatusCode.Found);

        var theirs = await other.MakeAsync("InReview");
        (await portal.RowAsync(PortalApp.VinhLong, theirs)).DueUtc.ShouldBe(PortalApp.Morning.UtcDateTime.AddHours(24));
        (await other["head"].MoveAsync(theirs, "ApproveAndPublish")).Status.ShouldBe(HttpStatusCode.Found);
        // Whoever belongs to both sites does on the other what this one does without.
        await portal.JoinAsync(await portal.ReadAccountAsync(room["head"].Id), PortalApp.VinhLong, Editors.Head);
        (await room["admin"].PostAsync(Settings, ("revision", "0"), ("closed", "Approve"), ("closed", "ApproveAndPublish"))).Status.ShouldBe(HttpStatusCode.Found);
        var elsewhere = await other.MakeAsync("InReview");
        var done = await room["head"].PostAsync("Admin/Inbox", ("action", "Approve"), ("picked", $"{PortalApp.VinhLong}|{elsewhere.ContentItemId}|{elsewhere.VersionId}"));
        (await room["head"].Browser.FollowAsync(done)).TextOf("#notices").ShouldBe("Duyệt: 1.");
        // As strict as all sites again.
        (await room["admin"].PostAsync(Settings, ("revision", "1"))).Status.ShouldBe(HttpStatusCode.Found);
        var free = await room.MakeAsync("InReview");
        (await room["head"].MoveAsync(free, "ForcePublish", ("reason", "Tin khẩn"))).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task What_would_loosen_it_or_leaves_no_way_is_refused_with_the_place_and_the_items()
    {
        await using var portal = await PortalApp.StartAsync();
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var neighbour = await portal.HireAsync(PortalApp.VinhLong, "Lê Văn Vĩnh", Editors.Administrator);
        await room.MakeAsync("Scheduled");
        (HttpStatusCode Status, string Told, (string, string)[] Typed)[] cases =
        [
            (HttpStatusCode.UnprocessableEntity, "DueHours.InReview: Hãy cho 1 đến 24 giờ: trang chỉ có thể làm quy trình chặt hơn.", [("due-InReview", "48")]),
            (HttpStatusCode.UnprocessableEntity, "DueHours.InReview: Hãy cho 1 đến 24 giờ: trang chỉ có thể làm quy trình chặt hơn.", [("due-InReview", "0")]),
            (HttpStatusCode.UnprocessableEntity, "Số giờ là một số nguyên.", [("due-InReview", "một")]),
            (HttpStatusCode.UnprocessableEntity, "DueHours.Draft: Không có gì chờ ai ở trạng thái Draft.", [("due-Draft", "5")]),
            (HttpStatusCode.UnprocessableEntity, "Closed: Không có bước Fly mà người dùng thực hiện.", [("closed", "Fly")]),
            (HttpStatusCode.UnprocessableEntity, "Closed: Không có bước Edit mà người dùng thực hiện.", [("closed", "Edit")]),
            (HttpStatusCode.UnprocessableEntity, "ContentTypes: Không có loại nội dung Poem.", [("types", "Poem")]),
            (HttpStatusCode.UnprocessableEntity, "Transitions[7].By: Không ai được thực hiện bước này.", [("without", "Return|Editor"), ("without", "Return|Approver")]),
            (HttpStatusCode.Conflict, "Không có đường nào dẫn đến trạng thái Scheduled. Đang ở đó: “Hội chợ hàng Việt về nông thôn, phiên thứ 1”.", [("closed", "Schedule"), ("closed", "ApproveAndSchedule")]),
            (HttpStatusCode.Conflict, "Có người vừa thay đổi quy trình của trang. Hãy xem lại.", [("revision", "7")]),
        ];

        foreach (var (status, told, typed) in cases)
        {
            var refused = await room["admin"].PostAsync(Settings, typed);
            (refused.Status, refused.TextOf("#refusals")).ShouldBe((status, told));
        }

        (await room["head"].GetAsync(Settings)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await room["head"].PostAsync(Settings, ("closed", "ForcePublish"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await room["head"].MoveAsync(await room.MakeAsync("InReview"), "ApproveAndSchedule", ("at", "2026-12-01T08:00"))).Status.ShouldBe(HttpStatusCode.Found);
        // Where nothing is scheduled, a site may do without schedules.
        (await neighbour.PostAsync(Settings, ("closed", "Schedule"), ("closed", "ApproveAndSchedule"))).Status.ShouldBe(HttpStatusCode.Found);
    }
}
