using System.Net;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Content.Operations;
using OrchardSite.Directives.Consultations;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;
using OrchardSite.Tests.Workflows;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using Row = DocumentFormat.OpenXml.Spreadsheet.Row;

namespace OrchardSite.Tests.Directives;

public sealed class CommentDeskTests
{
    private const string Stale = "Góp ý GY-00001 vừa được người khác xử lý. Hãy xem lại.";

    [Fact]
    public async Task The_clerk_sees_rounds_with_what_waits_and_chooses_comments_by_state()
    {
        await using var portal = await PortalApp.StartAsync();
        using var clerk = await portal.HireAsync(PortalApp.Department, "Phạm Thị Văn Thư", Sending.Clerk);
        using var elsewhere = await portal.HireAsync(PortalApp.LangSon, "Hoàng Thị Văn Thư", Sending.Clerk);
        var round = await portal.AddAsync(PortalApp.Department, Commenting.Round());
        await portal.CommentAsync(round);
        await portal.CommentAsync(round, "", ("text", "Ý kiến này không phù hợp."));
        var comments = await portal.CommentsAsync(PortalApp.Department, round);
        await clerk.DoAsync(comments[1], "Judge", ("state", "Hidden"), ("reason", "Không liên quan"));

        var rounds = await clerk.GetAsync("Admin/Directives/Consultations");
        rounds.TextOf(".rounds .row-title").ShouldBe("Dự thảo Quy chế tiếp công dân", "What waits comes first.");
        rounds.TextOf(".rounds .row-facts").ShouldNotBeNull().ShouldStartWith("Đang lấy ý kiến, còn 1 ngày 20/11/2026 – 25/11/2026 2 góp ý");
        rounds.TextOf(".rounds .state-warning").ShouldBe("1 chưa trả lời");
        (await clerk.GetAsync("Admin")).Body.ShouldContain("1 góp ý chờ trả lời");
        var page = await clerk.GetAsync(Commenting.PageOf(round)[1..]);
        page.TextsOf(".periods a").ShouldBe(["Tất cả: 2", "Mới, chưa đọc: 1", "Chưa trả lời: 1", "Đã tiếp nhận: 0", "Đã ẩn: 1"]);
        var hidden = await clerk.GetAsync(Commenting.PageOf(round)[1..] + "?choice=Hidden");
        hidden.TextsOf(".comments .row-title").ShouldBe(["GY-00002"]);
        hidden.TextOf(".comments .row-facts").ShouldNotBeNull().ShouldContain("Không liên quan");
        page.TextOf(".bulk button").ShouldBe("Ẩn", "Enter presses the first button, which must publish nothing.");
        (await clerk.GetAsync(Commenting.PageOf(round)[1..] + "?choice=Khac")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await clerk.GetAsync("Admin/Directives/Consultations/khong-co")).Status.ShouldBe(HttpStatusCode.NotFound);

        (await elsewhere.GetAsync(Commenting.PageOf(round)[1..])).Status.ShouldBe(HttpStatusCode.NotFound);
        (await elsewhere.GetAsync($"Admin/Directives/Comments/{comments[0].Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await elsewhere.DoAsync(comments[0], "Judge", ("state", "Shown"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await elsewhere.GetAsync("Admin/Directives/Consultations")).TextOf(".nothing").ShouldBe("Chưa có đợt lấy ý kiến nào.");
    }

    [Fact]
    public async Task Many_comments_are_judged_at_once_or_none()
    {
        await using var portal = await PortalApp.StartAsync();
        using var clerk = await portal.HireAsync(PortalApp.LangSon, "Hoàng Thị Văn Thư", Sending.Clerk);
        var round = await portal.AddAsync(PortalApp.LangSon, Commenting.Round());
        await portal.CommentAsync(round, "/xttm-lang-son");
        await portal.CommentAsync(round, "/xttm-lang-son", ("text", "Đề nghị giữ nguyên Điều 3."));
        var picked = (await portal.CommentsAsync(PortalApp.LangSon, round)).Select(comment => ("picked", $"{comment.Id}|{comment.Revision}")).ToArray();
        var address = $"Admin/Directives/Consultations/{round.ContentItemId}?handler=Judge";

        (await clerk.PostAsync(address, ("state", "Shown"))).TextOf("#refusals").ShouldBe("Hãy chọn ít nhất một góp ý.");
        var reasonless = await clerk.PostAsync(address, [.. picked, ("state", "Hidden")]);
        (reasonless.Status, reasonless.TextOf("#refusals")).ShouldBe((HttpStatusCode.UnprocessableEntity, "Nhập lý do ẩn góp ý; lý do được lưu cho đồng nghiệp của bạn."));
        reasonless.Document.QuerySelectorAll("input.pick[checked]").Length.ShouldBe(2);
        (await clerk.PostAsync(address, [.. picked, ("state", "Hidden"), ("reason", new string('r', 501))])).TextOf("#refusals").ShouldBe("Được nhập nhiều nhất 500 ký tự.");
        (await clerk.PostAsync(address, [.. picked, ("state", "New")])).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await clerk.PostAsync(address, picked[..1].Append(("state", "Shown")).ToArray())).Status.ShouldBe(HttpStatusCode.Found);
        var stale = await clerk.PostAsync(address, [.. picked, ("state", "Hidden"), ("reason", "Trùng")]);

        (stale.Status, stale.TextOf("#refusals")).ShouldBe((HttpStatusCode.Conflict, Stale));
        (await portal.CommentsAsync(PortalApp.LangSon, round)).Select(comment => comment.State).ShouldBe([CommentState.Shown, CommentState.New]);
        (await portal.AuditOfAsync(PortalApp.LangSon, "JudgeComments.Shown")).ShouldHaveSingleItem().Actor.ShouldBe("Hoàng Thị Văn Thư");
    }

    [Fact]
    public async Task Of_two_answers_the_second_is_refused_with_both_at_hand()
    {
        await using var portal = await PortalApp.StartAsync();
        using var clerk = await portal.HireAsync(PortalApp.Department, "Phạm Thị Văn Thư", Sending.Clerk);
        using var head = await portal.HireAsync(PortalApp.Department, "Bùi Văn Trưởng Ban", Editors.Head);
        var round = await portal.AddAsync(PortalApp.Department, Commenting.Round());
        await portal.CommentAsync(round);
        var comment = (await portal.CommentsAsync(PortalApp.Department, round))[0];

        var empty = await clerk.DoAsync(comment, "Answer", ("text", " "));
        empty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        empty.TextsOf("#refusals p").ShouldBe(["Chọn kết quả xử lý góp ý.", "Nhập nội dung trả lời."]);
        (await clerk.DoAsync(comment, "Answer", ("kind", "Explained"), ("text", new string('a', 5001)))).TextOf("#text")!.Length.ShouldBe(5001);
        (await clerk.DoAsync(comment, "Answer", ("kind", "Explained"), ("text", "Quy định này thuộc luật chuyên ngành."))).Status.ShouldBe(HttpStatusCode.Found);
        var second = await head.DoAsync(comment, "Answer", ("kind", "TakenUp"), ("text", "Tiếp thu toàn bộ."));

        (second.Status, second.TextOf("#refusals")).ShouldBe((HttpStatusCode.Conflict, Stale));
        second.TextOf(".thread .said").ShouldBe("Quy định này thuộc luật chuyên ngành.");
        second.TextOf("#text").ShouldBe("Tiếp thu toàn bộ.");
        var answered = (await portal.CommentsAsync(PortalApp.Department, round))[0];
        (answered.AnswerKind, answered.AnsweredBy).ShouldBe((AnswerKind.Explained, "Phạm Thị Văn Thư"));
        (await head.DoAsync(answered, "Answer", ("kind", "TakenUp"), ("text", "Tiếp thu toàn bộ."))).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Who_sent_a_comment_is_erased_on_request_and_the_comment_stays()
    {
        await using var portal = await PortalApp.StartAsync();
        using var clerk = await portal.HireAsync(PortalApp.Department, "Phạm Thị Văn Thư", Sending.Clerk);
        var round = await portal.AddAsync(PortalApp.Department, Commenting.Round());
        await portal.CommentAsync(round);
        await clerk.DoAsync((await portal.CommentsAsync(PortalApp.Department, round))[0], "Judge", ("state", "Shown"));
        const string Address = "/lay-y-kien/du-thao-quy-che-tiep-cong-dan";
        (await portal.Http.GetPageAsync(Address)).Body.ShouldContain("Trần Thị Bình");
        var seen = (await portal.CommentsAsync(PortalApp.Department, round))[0];

        (await clerk.DoAsync(seen, "Erase")).Status.ShouldBe(HttpStatusCode.Found);
        (await clerk.DoAsync(seen, "Erase")).Status.ShouldBe(HttpStatusCode.Conflict);

        var erased = (await portal.CommentsAsync(PortalApp.Department, round))[0];
        (erased.Name, erased.Organisation, erased.Email, erased.Phone, erased.Text).ShouldBe(("", null, null, null, Commenting.Words));
        erased.Fingerprint.ShouldBe(erased.Id);
        var page = await portal.Http.GetPageAsync(Address);
        page.TextOf(".comment strong").ShouldBe("(đã xóa theo yêu cầu)");
        page.Body.ShouldNotContain("Trần Thị Bình");
        (await portal.AuditOfAsync(PortalApp.Department, nameof(EraseCommenter))).ShouldHaveSingleItem().Detail.ShouldBe("GY-00001");
    }

    [Fact]
    public async Task Contacts_are_in_pages_and_files_of_those_alone_who_manage_comments()
    {
        await using var portal = await PortalApp.StartAsync();
        using var clerk = await portal.HireAsync(PortalApp.Department, "Phạm Thị Văn Thư", Sending.Clerk);
        using var boss = await portal.HireAsync(PortalApp.Department, "Đào Văn Giám Đốc", Sending.Leader);
        using var writer = await portal.HireAsync(PortalApp.Department, "Ma Văn Cộng Tác", Editors.Contributor);
        var round = await portal.AddAsync(PortalApp.Department, Commenting.Round());
        await portal.CommentAsync(round, "", ("phone", "0905123456"), ("name", "=cmd()"));
        var comment = (await portal.CommentsAsync(PortalApp.Department, round))[0];
        var address = Commenting.PageOf(round)[1..];

        var csv = (await clerk.GetAsync(address + "?handler=Csv")).Body.Split("\r\n");
        csv[0].TrimStart('\ufeff').ShouldBe("\"Mã góp ý\",\"Ngày gửi\",\"Họ và tên\",\"Tổ chức\",\"Thư điện tử\",\"Điện thoại\",\"Nội dung góp ý\",\"Trạng thái\",\"Lý do ẩn\",\"Kết quả xử lý\",\"Trả lời\",\"Ngày trả lời\",\"Người trả lời\"");
        csv[1].ShouldStartWith("\"GY-00001\",\"24/11/2026 10:00\",\"'=cmd()\",\"Hợp tác xã Rau sạch\",\"binh@example.vn\",\"0905123456\",\"Đề nghị");
        (await RowsAsync(clerk, Commenting.PageOf(round) + "?handler=Xlsx"))[1][4..6].ShouldBe(["binh@example.vn", "0905123456"]);
        (await clerk.GetAsync($"Admin/Directives/Comments/{comment.Id}")).Body.ShouldContain("binh@example.vn");

        foreach (var path in new[] { address, address + "?handler=Csv", $"Admin/Directives/Comments/{comment.Id}" })
        {
            var page = await boss.GetAsync(path);
            page.Status.ShouldBe(HttpStatusCode.OK, path);
            page.Body.ShouldContain("lối thoát nạn");
            page.Body.ShouldNotContain("binh@example.vn");
            page.Body.ShouldNotContain("0905123456");
            (await writer.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        (await writer.GetAsync("Admin/Directives/Consultations")).Status.ShouldBe(HttpStatusCode.Forbidden);
        foreach (var (handler, fields) in new[] { ("Judge", ("state", "Shown")), ("Answer", ("kind", "TakenUp")), ("Erase", ("x", "")) })
        {
            (await boss.DoAsync(comment, handler, fields)).Status.ShouldBe(HttpStatusCode.Forbidden, handler);
            (await writer.DoAsync(comment, handler, fields)).Status.ShouldBe(HttpStatusCode.Forbidden, handler);
        }
    }

    [Fact]
    public async Task A_round_in_the_bin_keeps_its_comments_for_the_files_and_a_removed_site_none()
    {
        await using var portal = await PortalApp.StartAsync();
        using var clerk = await portal.HireAsync(PortalApp.VinhLong, "Lê Thị Văn Thư", Sending.Clerk);
        var round = await portal.AddAsync(PortalApp.VinhLong, Commenting.Round());
        var own = await portal.AddAsync(PortalApp.Department, Commenting.Round());
        await portal.CommentAsync(round, "/xttm-vinh-long");
        await portal.CommentAsync(own);
        (await portal.InTenantAsync(PortalApp.VinhLong, services => services.GetRequiredService<DeleteContent>().RunAsync(round.ContentItemId, round.VersionId, Editing.Editor))).Succeeded.ShouldBeTrue();

        (await clerk.GetAsync("Admin/Directives/Consultations")).TextOf(".rounds .state").ShouldBe("Trong thùng rác");
        (await clerk.GetAsync(Commenting.PageOf(round)[1..] + "?handler=Csv")).Body.ShouldContain("binh@example.vn");

        await portal.DisableSiteAsync(PortalApp.VinhLong);
        var id = portal.Site(PortalApp.VinhLong)!.Id;
        await portal.RemoveSiteAsync(PortalApp.VinhLong);
        (await RowCounts.ReadAsync(portal, id)).Single(count => count.Table == "ConsultationComments").Rows.ShouldBe(0);
        (await portal.CommentsAsync(PortalApp.Department, own)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task How_to_reach_people_is_forgotten_after_the_day_that_the_form_named()
    {
        await using var portal = await PortalApp.StartAsync();
        var soon = await portal.AddAsync(PortalApp.Department, Commenting.Round().Set("Consultation", "KeepMonths", new { Value = 1 }));
        var later = await portal.AddAsync(PortalApp.LangSon, Commenting.Round());
        (await portal.Http.GetPageAsync(Commenting.FormOf(soon))).TextOf("#consent-text").ShouldNotBeNull().ShouldContain("được xóa sau ngày 25/12/2026");
        await portal.CommentAsync(soon);
        await portal.CommentAsync(later, "/xttm-lang-son");
        var job = portal.Services.GetRequiredService<ForgetContacts>();

        portal.Clock.Advance(new DateTimeOffset(2026, 12, 25, 23, 0, 0, TimeSpan.FromHours(7)) - portal.Clock.GetUtcNow());
        await job.RunAsync(TestContext.Current.CancellationToken);
        (await portal.CommentsAsync(PortalApp.Department, soon))[0].HasContact.ShouldBeTrue();
        portal.Clock.Advance(TimeSpan.FromHours(2));
        await job.RunAsync(TestContext.Current.CancellationToken);

        var forgotten = (await portal.CommentsAsync(PortalApp.Department, soon))[0];
        (forgotten.HasContact, forgotten.Name, forgotten.Text).ShouldBe((false, "Trần Thị Bình", Commenting.Words));
        (await portal.CommentsAsync(PortalApp.LangSon, later))[0].HasContact.ShouldBeTrue();
        (await portal.AuditOfAsync(PortalApp.Department, nameof(ForgetContacts))).ShouldHaveSingleItem().Detail.ShouldBe("GY-00001");
    }

    private static async Task<string[][]> RowsAsync(Colleague person, string address)
    {
        await using var stream = await person.Browser.GetStreamAsync(address, TestContext.Current.CancellationToken);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        using var document = SpreadsheetDocument.Open(bytes, isEditable: false);
        return [.. document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToArray())];
    }
}
