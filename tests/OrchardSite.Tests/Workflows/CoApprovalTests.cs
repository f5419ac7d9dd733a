using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Content.Operations;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Workflows;
using OrchardSite.Workflows.Notifications;
using OrchardSite.Workflows.Proposals;

namespace OrchardSite.Tests.Workflows;

public sealed class CoApprovalTests
{
    private const string NotYet = "Chuyên mục “Thông báo” cần Sở đồng duyệt.";

    [Fact]
    public async Task What_a_unit_has_approved_in_such_a_category_is_published_when_the_department_has_approved_it_too()
    {
        await using var portal = await PortalApp.StartAsync();
        using var unit = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var other = await Room.OpenAsync(portal, PortalApp.VinhLong);
        using var department = await Room.OpenAsync(portal, PortalApp.Department);
        await DemandAsync(department, PortalApp.LangSon);

        var item = await unit.MakeAsync("InReview");
        (await unit["deputy"].MoveAsync(item, "ApproveAndPublish")).TextOf("#refusals").ShouldNotBeNull().ShouldContain(NotYet);
        (await unit["deputy"].MoveAsync(item, "ApproveAndSchedule")).Status.ShouldBe(HttpStatusCode.Conflict);
        await unit["deputy"].DoAsync(item, "Approve");
        (await unit["head"].MoveAsync(item, "Publish")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await unit["head"].OpenAsync(item)).TextOf(".co-approval").ShouldBe("Bài thuộc chuyên mục “Thông báo” nên cần Sở đồng duyệt. Đang chờ Sở.");
        (await unit["head"].GetAsync("Admin/Inbox")).TextsOf(".inbox .row-title").ShouldNotContain(title => title.Contains("phiên thứ 1"));

        // Who may publish on the department's site is told of it, reads the draft, and approves it; the other unit has no such rule.
        await KeepAsync(portal);
        (await department["head"].GetAsync("Admin/Notifications")).TextsOf(".notifications .row-title").ShouldContain("“Hội chợ hàng Việt về nông thôn, phiên thứ 1” chờ Sở đồng duyệt (Lương Thị Phó).");
        (await department["editor"].GetAsync("Admin/Proposals")).TextsOf(".proposals .row-title").ShouldBeEmpty();
        var list = await department["head"].GetAsync("Admin/Proposals");
        list.TextsOf(".proposals .state").ShouldBe(["xin đồng duyệt", "đang chờ"]);
        var preview = await department["head"].GetAsync(list.Document.QuerySelector(".proposals a[target]")!.GetAttribute("href")!.TrimStart('/'));
        preview.Response.Headers.Location!.ToString().ShouldStartWith("/xttm-lang-son/preview/");
        (await portal.Http.GetPageAsync(preview.Response.Headers.Location!.ToString())).TextOf("h1").ShouldBe("Hội chợ hàng Việt về nông thôn, phiên thứ 1");
        (await department["head"].Browser.PressAsync(list, "form[action$=CoApprove] button")).Status.ShouldBe(HttpStatusCode.Found);
        await other.MakeAsync("Published");

        await KeepAsync(portal);
        (await unit["deputy"].GetAsync("Admin/Notifications")).TextsOf(".notifications .said").ShouldContain("Sở đã đồng duyệt: có thể xuất bản.");
        (await unit["head"].OpenAsync(item)).TextOf(".co-approval").ShouldBe("Sở đã đồng duyệt bản này (Vi Thị Trưởng).");
        (await unit["head"].MoveAsync(item, "Publish")).Status.ShouldBe(HttpStatusCode.Found);
        (await portal.RowAsync(PortalApp.LangSon, item)).Publication.ShouldBe(Publication.Approved);

        // The next version asks anew.
        var revised = await unit["writer"].WriteAsync(Samples.Article("Hội chợ hàng Việt về nông thôn, phiên thứ 1"), item);
        (await unit["deputy"].MoveAsync(revised, "PublishMinor")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await unit["head"].OpenAsync(revised)).TextOf(".co-approval").ShouldBe("Bài thuộc chuyên mục “Thông báo” nên cần Sở đồng duyệt: sau khi trang này duyệt, bài được gửi Sở.");
    }

    [Fact]
    public async Task What_the_department_returns_goes_back_to_its_writer_and_is_asked_for_again()
    {
        await using var portal = await PortalApp.StartAsync();
        using var unit = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var department = await Room.OpenAsync(portal, PortalApp.Department);
        await DemandAsync(department, PortalApp.LangSon);
        var item = await unit.MakeAsync("Approved");

        (await AnswerAsync(portal, department["head"], "Return", ("reason", "Thiếu thời gian tổ chức"))).Status.ShouldBe(HttpStatusCode.Found);
        (await unit["head"].MoveAsync(item, "Publish")).Status.ShouldBe(HttpStatusCode.Conflict);
        await KeepAsync(portal);
        (await portal.RowAsync(PortalApp.LangSon, item)).State.ShouldBe("Returned");
        (await unit["writer"].GetAsync("Admin/Notifications")).TextsOf(".notifications .said").ShouldContain("Sở trả lại bài: Thiếu thời gian tổ chức");

        await unit["writer"].DoAsync(item, "Submit");
        await unit["deputy"].DoAsync(item, "Approve");
        (await unit["head"].MoveAsync(item, "Publish")).Status.ShouldBe(HttpStatusCode.Conflict);
        // Taken back by the unit, nothing waits any more.
        await unit["head"].DoAsync(item, "Return");
        (await WaitingAsync(portal)).ShouldBe(0);
        await unit["writer"].DoAsync(item, "Submit");
        await unit["deputy"].DoAsync(item, "Approve");
        (await AnswerAsync(portal, department["deputy"], "CoApprove")).Status.ShouldBe(HttpStatusCode.Found);
        await unit["head"].DoAsync(item, "Schedule");
    }

    [Fact]
    public async Task A_rule_holds_for_what_waits_already_and_nothing_waits_for_one_that_is_gone()
    {
        await using var portal = await PortalApp.StartAsync();
        using var unit = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var other = await Room.OpenAsync(portal, PortalApp.VinhLong);
        using var department = await Room.OpenAsync(portal, PortalApp.Department);
        var approved = await unit.MakeAsync("Approved");
        var scheduled = await unit.MakeAsync("Scheduled");
        await unit.MakeAsync("InReview");
        var elsewhere = await other.MakeAsync("Approved");
        await DemandAsync(department, PortalApp.LangSon);

        (await WaitingAsync(portal)).ShouldBe(2);
        (await other["head"].MoveAsync(elsewhere, "Publish")).Status.ShouldBe(HttpStatusCode.Found);
        // What was to be published meanwhile waits in the inbox, with the reason.
        portal.Clock.Advance(TimeSpan.FromHours(3));
        await portal.Services.GetRequiredService<OrchardSite.Workflows.Schedules.KeepSchedule>().RunAsync(TestContext.Current.CancellationToken);
        var late = await portal.RowAsync(PortalApp.LangSon, scheduled);
        late.Publication.ShouldBe(Publication.None);
        (await unit["head"].OpenAsync(scheduled)).TextsOf(".entries .said").ShouldContain(said => said.Contains(NotYet));
        // Without review goes at once, with its flag.
        await unit["hand"].DoAsync(approved, "ForcePublish");

        var rules = await department["admin"].GetAsync("Admin/CoApprovals");
        (await department["admin"].Browser.PressAsync(rules, "form[action$=Remove] button")).Status.ShouldBe(HttpStatusCode.Found);
        (await WaitingAsync(portal)).ShouldBe(0);
        (await unit["head"].MoveAsync(scheduled, "Publish")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task What_may_not_be_asked_or_approved_is_refused()
    {
        await using var portal = await PortalApp.StartAsync();
        using var unit = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var department = await Room.OpenAsync(portal, PortalApp.Department);
        (await unit["admin"].GetAsync("Admin/CoApprovals")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await department["head"].GetAsync("Admin/CoApprovals")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await department["admin"].PostAsync("Admin/CoApprovals?handler=Add", ("unit", "none"), ("category", Samples.Notices))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await department["admin"].PostAsync("Admin/CoApprovals?handler=Add", ("unit", PortalApp.LangSon), ("category", "none"))).TextOf("#refusals").ShouldBe("Hãy chọn một chuyên mục của đơn vị.");
        await DemandAsync(department, PortalApp.LangSon);
        (await department["admin"].PostAsync("Admin/CoApprovals?handler=Add", ("unit", PortalApp.LangSon), ("category", Samples.Notices))).TextOf("#refusals").ShouldBe("Chuyên mục “Thông báo” đã cần Sở đồng duyệt.");
        var rule = await portal.ReadAsync(PortalApp.Department, db => db.Set<CoApprovalRule>().AsNoTracking().SingleAsync());
        (await department["admin"].PostAsync("Admin/CoApprovals?handler=Remove", ("unit", PortalApp.VinhLong), ("id", rule.Id))).Status.ShouldBe(HttpStatusCode.NotFound);

        var item = await unit.MakeAsync("Approved");
        // Whoever approved it for the unit, or wrote it, is no other pair of eyes for being at the department, too.
        foreach (var name in new[] { "deputy", "hand" })
        {
            (await AnswerAsync(portal, await unit[name].AtAsync(PortalApp.Department, Editors.Head), "CoApprove")).TextOf("#refusals").ShouldNotBeNull().ShouldContain("Chính bạn");
        }

        (await AnswerAsync(portal, department["editor"], "CoApprove")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await AnswerAsync(portal, department["head"], "Accept", ("category", Samples.Notices))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await AnswerAsync(portal, department["head"], "Return")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var asked = await AskedAsync(portal);
        (await department["editor"].GetAsync($"Admin/Proposals?handler=Read&id={asked.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await department["head"].PostAsync("Admin/Proposals?handler=CoApprove", ("id", asked.Id), ("revision", "7"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await portal.InTenantAsync(PortalApp.LangSon, services => services.GetRequiredService<DeleteContent>().RunAsync(item.ContentItemId, item.VersionId, Editing.Editor))).Succeeded.ShouldBeTrue();
        (await AnswerAsync(portal, department["head"], "CoApprove")).TextOf("#refusals").ShouldNotBeNull().ShouldContain("Đơn vị vừa sửa hoặc xóa");
    }

    private static async Task DemandAsync(Room department, string unit)
    {
        var admin = department["admin"];
        var page = await admin.GetAsync($"Admin/CoApprovals?unit={unit}");
        (await admin.Browser.PressAsync(page, "form[action$=Add] button", ("category", Samples.Notices))).Status.ShouldBe(HttpStatusCode.Found);
        (await admin.GetAsync("Admin/CoApprovals")).TextsOf(".co-approvals .row-title").ShouldBe(["Thông báo"]);
    }

    private static async Task<Page> AnswerAsync(PortalApp portal, Colleague person, string handler, params (string, string)[] fields)
    {
        var asked = await AskedAsync(portal);
        return await person.PostAsync($"Admin/Proposals?handler={handler}", [("id", asked.Id), ("revision", $"{asked.Revision}"), .. fields]);
    }

    private static Task<Proposal> AskedAsync(PortalApp portal) =>
        portal.ReadAsync(PortalApp.Department, db => db.Set<Proposal>().AsNoTracking().SingleAsync(row => row.State == ProposalState.Waiting));

    private static Task<int> WaitingAsync(PortalApp portal) =>
        portal.ReadAsync(PortalApp.Department, db => db.Set<Proposal>().CountAsync(row => row.State == ProposalState.Waiting));

    private static async Task KeepAsync(PortalApp portal)
    {
        await portal.Services.GetRequiredService<KeepProposals>().RunAsync(TestContext.Current.CancellationToken);
        await portal.Services.GetRequiredService<KeepNotifications>().RunAsync(TestContext.Current.CancellationToken);
    }
}
