using System.Net;
using OrchardSite.Content.Operations;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Workflows;

public sealed class TransitionTests
{
    private const string Everybody = "writer other editor secretary head admin hand leader clerk";

    private static readonly string[] Situations = ["Draft", "InReview", "Returned", "Approved", "Scheduled", "Published", "Forced", "Revised", "Withdrawn", "Archived"];

    // Who may do what, where it can be done, and where it leads: the rules of the department, written down apart from the definition.
    private static readonly Rule[] Rules =
    [
        new("Submit", "writer editor secretary head admin hand", "Draft Returned Revised", "InReview"),
        new("TakeBack", "writer editor secretary head admin hand", "InReview", "Draft"),
        new("Approve", "head admin hand", "InReview", "Approved") { NeedsSecond = true },
        new("ApproveAndPublish", "head admin hand", "InReview", "Published") { NeedsSecond = true },
        new("Return", "editor secretary head admin hand", "InReview Approved Scheduled", "Returned"),
        new("Publish", "head admin hand", "Approved Scheduled", "Published"),
        new("Schedule", "head admin hand", "Approved", "Scheduled"),
        new("ApproveAndSchedule", "head admin hand", "InReview", "Scheduled") { NeedsSecond = true },
        new("Unschedule", "head admin hand", "Scheduled", "Approved"),
        new("PublishMinor", "head admin hand", "Revised", "Published") { NeedsSecond = true },
        new("ForcePublish", "head admin hand", "Draft InReview Returned Approved Scheduled Revised", "Published"),
        new("Review", "head admin hand", "Forced", "Published") { NeedsSecond = true },
        new("Withdraw", "head admin hand", "Published Forced Revised", "Withdrawn"),
        new("Archive", "editor secretary head admin hand", "Withdrawn", "Archived"),
        new("Reopen", "editor secretary head admin hand", "Withdrawn Archived", "Draft"),
    ];

    [Fact]
    public async Task Each_person_can_make_the_transitions_of_their_part_and_no_other_on_each_site()
    {
        await using var portal = await PortalApp.StartAsync();

        var wrong = await Task.WhenAll(WalkAsync(portal, PortalApp.LangSon), WalkAsync(portal, PortalApp.VinhLong));

        wrong.SelectMany(site => site).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_has_to_be_said_is_asked_for_and_nothing_is_done_without_it()
    {
        await using var portal = await PortalApp.StartAsync();
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        var reviewed = await room.MakeAsync("InReview");
        var published = await room.MakeAsync("Published");
        var revised = await room.MakeAsync("Revised");
        (SavedContent Item, string Transition, (string, string)[] Words, string Told)[] cases =
        [
            (reviewed, "Return", [], "Hãy nêu lý do; đồng nghiệp đọc được trong lịch sử."),
            (reviewed, "Return", [("reason", "   ")], "Hãy nêu lý do; đồng nghiệp đọc được trong lịch sử."),
            (reviewed, "Return", [("reason", new string('x', 501))], "Được nhập nhiều nhất 500 ký tự."),
            (reviewed, "ForcePublish", [], "Hãy nêu lý do; đồng nghiệp đọc được trong lịch sử."),
            (published, "Withdraw", [("reason", "Sai số liệu")], "Hãy chọn một lý do."),
            (published, "Withdraw", [("choice", "Boring")], "Hãy chọn một lý do."),
            (published, "Withdraw", [("choice", "Error"), ("notice", new string('x', 501))], "Được nhập nhiều nhất 500 ký tự."),
            (revised, "ForcePublish", [("reason", "Tin khẩn")], "Hãy ghi điều đã thay đổi so với bản mà bạn đọc đã thấy."),
            (reviewed, "ApproveAndSchedule", [], "Hãy cho một thời điểm trong tương lai, không quá một năm."),
            (reviewed, "ApproveAndSchedule", [("at", "2026-11-24T09:59")], "Hãy cho một thời điểm trong tương lai, không quá một năm."),
            (reviewed, "ApproveAndSchedule", [("at", "ngày mai")], "Hãy cho một thời điểm trong tương lai, không quá một năm."),
            (reviewed, "ApproveAndSchedule", [("at", "2028-01-01T00:00")], "Hãy cho một thời điểm trong tương lai, không quá một năm."),
            (revised, "PublishOnTime", [], "Không có thao tác nào như vậy."),
            (revised, "Dance", [], "Không có thao tác nào như vậy."),
            (revised, "Edit", [], "Không có thao tác nào như vậy."),
        ];
        var before = await RevisionsAsync(portal, reviewed, published, revised);

        foreach (var (item, transition, words, told) in cases)
        {
            var refused = await room["head"].MoveAsync(item, transition, words);
            (refused.Status, refused.TextOf("#refusals")).ShouldBe((HttpStatusCode.UnprocessableEntity, told), transition);
        }

        (await RevisionsAsync(portal, reviewed, published, revised)).ShouldBe(before);
        (await room["head"].MoveAsync(revised, "PublishMinor")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task What_was_typed_is_still_there_when_it_is_refused()
    {
        await using var portal = await PortalApp.StartAsync();
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        var published = await room.MakeAsync("Published");
        var page = await room["head"].OpenAsync(published);

        var refused = await room["head"].Browser.PressAsync(page, "details:has([name=notice]) form button", ("reason", "Sai số liệu"), ("notice", "Bài đang được rà soát."));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (refused.TextOf("#Withdraw-reason"), refused.TextOf("#Withdraw-notice")).ShouldBe(("Sai số liệu", "Bài đang được rà soát."));
        refused.Document.QuerySelector("details:has(#Withdraw-notice)")!.HasAttribute("open").ShouldBeTrue();
    }

    [Fact]
    public async Task Nothing_is_done_with_a_version_that_has_moved_on_or_without_a_token()
    {
        await using var portal = await PortalApp.StartAsync();
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        var seen = await room.MakeAsync("InReview");
        var mended = await room["editor"].WriteAsync(Samples.Article("Khai mạc hội chợ hàng Việt về miền núi"), seen);

        var late = await room["head"].MoveAsync(seen, "ApproveAndPublish");
        (late.Status, late.TextOf("#refusals")).ShouldBe((HttpStatusCode.Conflict, "“Khai mạc hội chợ hàng Việt về miền núi” đã có phiên bản mới hơn bản bạn đang xem. Vui lòng xem bản mới trước."));
        var bare = new HttpRequestMessage(HttpMethod.Post, $"/xttm-lang-son/Admin/Contents/ContentItems/{mended.ContentItemId}/Workflow?handler=Move")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("transition", "Approve"), KeyValuePair.Create("versionId", mended.VersionId)]),
        };
        (await room["head"].Browser.SendPageAsync(bare)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await portal.RowAsync(PortalApp.LangSon, mended)).State.ShouldBe("InReview");
        // Two who decide at the same moment: one of them.
        var both = await Task.WhenAll(room["head"].MoveAsync(mended, "ApproveAndPublish"), room["admin"].MoveAsync(mended, "Return", ("reason", "Thiếu ảnh")));
        both.Select(answer => answer.Status).ShouldBe([HttpStatusCode.Found, HttpStatusCode.Conflict], ignoreOrder: true);
    }

    [Fact]
    public async Task An_item_of_another_site_is_not_there()
    {
        await using var portal = await PortalApp.StartAsync();
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var neighbour = await portal.HireAsync(PortalApp.VinhLong, "Lê Văn Vĩnh", Editors.Head);
        var item = await room.MakeAsync("InReview");

        (await neighbour.OpenAsync(item)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await neighbour.MoveAsync(item, "ApproveAndPublish")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await neighbour.PostAsync($"Admin/Contents/ContentItems/{item.ContentItemId}/Workflow?handler=Comment", ("comment", "Xin chào"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await neighbour.PostAsync("Admin/Inbox", ("action", $"Approve|{PortalApp.LangSon}|{item.ContentItemId}|{item.VersionId}"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.RowAsync(PortalApp.LangSon, item)).State.ShouldBe("InReview");
    }

    private static async Task<IReadOnlyList<string>> WalkAsync(PortalApp portal, string tenant)
    {
        using var room = await Room.OpenAsync(portal, tenant);
        var wrong = new List<string>();
        foreach (var situation in Situations)
        {
            var shared = await room.MakeAsync(situation);
            var before = await portal.RowAsync(tenant, shared);
            foreach (var rule in Rules)
            {
                foreach (var person in Everybody.Split(' '))
                {
                    var expected = rule.Expected(person, situation);
                    var item = expected == HttpStatusCode.Found ? await room.MakeAsync(situation) : shared;
                    var answer = await room[person].MoveAsync(item, rule.Transition, ("reason", "Theo kế hoạch tuyên truyền"), ("choice", "Error"), ("changeNote", "Cập nhật số liệu"), ("at", "2026-12-01T08:00"));
                    var after = await portal.RowAsync(tenant, item);
                    if (answer.Status != expected || (expected == HttpStatusCode.Found ? after.State != rule.To : after.Revision != before.Revision))
                    {
                        wrong.Add($"{tenant}: {person} {rule.Transition} from {situation}: {answer.Status} and {after.State}, not {expected}. {answer.TextOf("#refusals")}");
                    }
                }
            }
        }

        return wrong;
    }

    private static async Task<IReadOnlyList<int>> RevisionsAsync(PortalApp portal, params SavedContent[] items)
    {
        var revisions = new List<int>();
        foreach (var item in items)
        {
            revisions.Add((await portal.RowAsync(PortalApp.LangSon, item)).Revision);
        }

        return revisions;
    }

    private sealed record Rule(string Transition, string By, string From, string To)
    {
        public bool NeedsSecond { get; init; }

        public HttpStatusCode Expected(string person, string situation) => person switch
        {
            // A clerk sees no articles at all.
            "clerk" => HttpStatusCode.NotFound,
            _ when !By.Split(' ').Contains(person) => HttpStatusCode.Forbidden,
            _ when !From.Split(' ').Contains(situation) => HttpStatusCode.Conflict,
            "hand" when NeedsSecond => HttpStatusCode.Forbidden,
            _ => HttpStatusCode.Found,
        };
    }
}
