using System.Net;
using OrchardSite.Content.Operations;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Workflows;

public sealed class DelegationTests
{
    [Fact]
    public async Task While_somebody_is_away_a_colleague_decides_in_their_place_and_not_before_or_after()
    {
        await using var portal = await PortalApp.StartAsync();
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var neighbour = await portal.HireAsync(PortalApp.VinhLong, "Lê Văn Vĩnh", Editors.Contributor);
        var (head, editor) = (room["head"], room["editor"]);
        var first = await SubmitAsync(room["writer"]);
        (await AwayAsync(head, editor.Id, "2026-11-25", "2026-11-26")).Status.ShouldBe(HttpStatusCode.Found);

        (await editor.MoveAsync(first, "Approve")).Status.ShouldBe(HttpStatusCode.Forbidden);
        await PassAsync(portal, 16, head, editor, room["writer"], neighbour);

        (await editor.GetAsync("Admin/Inbox")).TextsOf(".inbox .row-title").ShouldBe(["Khai mạc hội chợ hàng Việt về nông thôn"]);
        (await editor.MoveAsync(first, "ApproveAndPublish")).Status.ShouldBe(HttpStatusCode.Found);
        (await editor.OpenAsync(first)).TextsOf(".entries > li")[0].ShouldContain("Lý Thị Biên (thay Vi Thị Trưởng)");
        (await portal.Http.GetPageAsync("/xttm-lang-son/khai-mac-hoi-cho-hang-viet-ve-nong-thon")).Status.ShouldBe(HttpStatusCode.OK);
        // What needs a permission of its own is not handed on, and nothing on another site.
        var draft = await room["writer"].WriteAsync(Samples.Article("Tin khẩn của cộng tác viên"));
        (await editor.MoveAsync(draft, "ForcePublish", ("reason", "Tin khẩn"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await neighbour.GetAsync("Admin/Inbox")).TextsOf(".inbox .row-title").ShouldBeEmpty();

        await PassAsync(portal, 48, head, editor, room["writer"]);
        var late = await SubmitAsync(room["writer"]);
        (await editor.MoveAsync(late, "Approve")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Neither_of_the_two_approves_what_one_of_them_wrote()
    {
        await using var portal = await PortalApp.StartAsync();
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var neighbour = await portal.HireAsync(PortalApp.VinhLong, "Lê Văn Vĩnh", Editors.Head);
        var (head, editor) = (room["head"], room["editor"]);
        (await AwayAsync(head, editor.Id, "2026-11-24", "2026-11-26")).Status.ShouldBe(HttpStatusCode.Found);
        var byHead = await SubmitAsync(head);
        var byEditor = await SubmitAsync(editor);

        (await editor.MoveAsync(byHead, "Approve")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await editor.MoveAsync(byEditor, "Approve")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await editor.GetAsync("Admin/Inbox")).TextsOf(".inbox .row-title").ShouldBeEmpty();
        // The head is somebody else than the editor, and may approve what that one wrote.
        (await head.MoveAsync(byEditor, "Approve")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task An_absence_that_makes_no_sense_is_refused_and_one_that_is_ended_ends_at_once()
    {
        await using var portal = await PortalApp.StartAsync();
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var neighbour = await portal.HireAsync(PortalApp.VinhLong, "Lê Văn Vĩnh", Editors.Head);
        var (head, editor) = (room["head"], room["editor"]);
        const string Days = "Hãy cho ngày đầu và ngày cuối; ngày cuối là hôm nay hoặc sau đó, và cách ngày đầu không quá một năm.";

        foreach (var (to, from, until, status, told) in new[]
        {
            (editor.Id, "2026-11-26", "2026-11-25", HttpStatusCode.UnprocessableEntity, Days),
            (editor.Id, "2026-11-20", "2026-11-23", HttpStatusCode.UnprocessableEntity, Days),
            (editor.Id, "2026-11-26", "2028-11-25", HttpStatusCode.UnprocessableEntity, Days),
            (editor.Id, "mai", "", HttpStatusCode.UnprocessableEntity, Days),
            (head.Id, "2026-11-24", "2026-11-25", HttpStatusCode.UnprocessableEntity, "Hãy chọn một đồng nghiệp."),
            (neighbour.Id, "2026-11-24", "2026-11-25", HttpStatusCode.UnprocessableEntity, "Người này không thuộc trang."),
        })
        {
            var refused = await AwayAsync(head, to, from, until);
            (refused.Status, refused.TextOf("#refusals")).ShouldBe((status, told));
        }

        (await AwayAsync(head, editor.Id, "2026-11-24", "2026-11-30")).Status.ShouldBe(HttpStatusCode.Found);
        (await AwayAsync(head, room["deputy"].Id, "2026-11-30", "2026-12-02")).Status.ShouldBe(HttpStatusCode.Conflict);
        var item = await SubmitAsync(room["writer"]);
        (await editor.GetAsync("Admin/Inbox")).TextsOf(".inbox .row-title").Count.ShouldBe(1);
        var page = await head.GetAsync("Admin/Inbox/Away");
        var id = page.Document.QuerySelector("[name=id]")!.GetAttribute("value")!;
        (await editor.PostAsync("Admin/Inbox/Away?handler=End", ("id", id))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await head.PostAsync("Admin/Inbox/Away?handler=End", ("id", id))).Status.ShouldBe(HttpStatusCode.Found);
        (await editor.MoveAsync(item, "Approve")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static Task<Page> AwayAsync(Colleague person, int to, string from, string until) =>
        person.PostAsync("Admin/Inbox/Away", ("colleague", $"{to}"), ("from", from), ("until", until));

    private static async Task<SavedContent> SubmitAsync(Colleague writer)
    {
        var item = await writer.WriteAsync(Samples.Article());
        await writer.DoAsync(item, "Submit");
        return item;
    }

    // In steps that keep people signed in.
    private static async Task PassAsync(PortalApp portal, int hours, params Colleague[] people)
    {
        for (var hour = 0; hour < hours; hour += 4)
        {
            portal.Clock.Advance(TimeSpan.FromHours(4));
            foreach (var person in people)
            {
                await person.GetAsync("Admin");
            }
        }
    }
}
