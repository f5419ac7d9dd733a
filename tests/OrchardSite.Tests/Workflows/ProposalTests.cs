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

public sealed class ProposalTests
{
    private const string Title = "Hội chợ thương mại biên giới Đồng Đăng";
    private const string Path = "/hoi-cho-thuong-mai-bien-gioi-dong-dang";
    private const string Picture = "hinh-anh/hoi-cho-xu-lang.svg";

    [Fact]
    public async Task A_unit_proposes_an_article_and_the_department_publishes_its_copy_with_pictures_and_provenance()
    {
        await using var portal = await PortalApp.StartAsync();
        using var unit = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var department = await Room.OpenAsync(portal, PortalApp.Department);
        using var other = await portal.HireAsync(PortalApp.VinhLong, "Lê Văn Vĩnh", Editors.Head);
        var item = await PublishAsync(unit);

        (await unit["editor"].PostAsync(Way(item, "Propose"), ("note", "Đề nghị đăng trang nhất"))).Status.ShouldBe(HttpStatusCode.Found);
        (await unit["editor"].OpenAsync(item)).TextOf(".proposal").ShouldBe("Đã đề xuất lên trang của Sở; đang chờ biên tập viên của Sở.");
        (await department["editor"].GetAsync("Admin/Inbox")).TextsOf(".page-head a").ShouldContain("Đề xuất của đơn vị: 1");
        await KeepAsync(portal);
        var news = await department["editor"].GetAsync("Admin/Notifications");
        news.TextsOf(".notifications .row-title").ShouldBe([$"Lý Thị Biên đề xuất “{Title}” lên trang của Sở."]);
        news.Document.QuerySelector(".notifications .row-title")!.GetAttribute("href").ShouldBe("/Admin/Proposals");
        (await department["leader"].GetAsync("Admin/Notifications")).TextsOf(".notifications .row-title").ShouldBeEmpty();
        var list = await department["editor"].GetAsync("Admin/Proposals");
        (await department["editor"].GetAsync("Admin/Notifications")).TextsOf(".notifications .unread").ShouldBeEmpty();
        (await department["editor"].GetAsync(list.Document.QuerySelector(".proposals a[target]")!.GetAttribute("href")!.TrimStart('/'))).Response.Headers.Location!.ToString().ShouldBe("/xttm-lang-son" + Path);
        (list.TextOf(".proposals .row-title"), list.TextOf(".proposals .said")).ShouldBe((Title, "Đề nghị đăng trang nhất"));
        list.TextOf(".proposals .row-facts").ShouldNotBeNull().ShouldContain("Trung tâm Xúc tiến thương mại Lạng Sơn");

        var accepted = await department["editor"].Browser.PressAsync(list, "form[action$=Accept] button", ("category", Samples.Notices));
        accepted.Status.ShouldBe(HttpStatusCode.Found, accepted.TextOf("#refusals"));
        var copy = await CopyAsync(portal);
        (await portal.Http.GetPageAsync(Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await department["editor"].MoveAsync(copy, "Submit")).Status.ShouldBe(HttpStatusCode.Found);
        (await department["head"].MoveAsync(copy, "ApproveAndPublish")).Status.ShouldBe(HttpStatusCode.Found);

        var page = await portal.Http.GetPageAsync(Path);
        page.TextOf("h1").ShouldBe(Title);
        page.TextOf(".source").ShouldNotBeNull().ShouldContain("Trung tâm Xúc tiến thương mại Lạng Sơn");
        page.Document.QuerySelector(".source a")!.GetAttribute("href").ShouldBe("/xttm-lang-son" + Path);
        var pictures = page.Document.QuerySelectorAll(".article-picture img, .prose img").Select(image => image.GetAttribute("src")!).ToArray();
        pictures.Length.ShouldBe(2);
        foreach (var address in pictures)
        {
            address.ShouldStartWith("/media/don-vi/xttm-lang-son/hinh-anh/");
            (await portal.Http.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        // The unit reads the answer in the thread of its own article, and is told of it.
        await KeepAsync(portal);
        (await unit["writer"].OpenAsync(item)).TextsOf(".entries .said").ShouldContain("Sở đã lấy bài cho trang của Sở.");
        (await unit["editor"].GetAsync("Admin/Notifications")).TextsOf(".notifications .said").ShouldContain("Sở đã lấy bài cho trang của Sở.");
        (await other.GetAsync("Admin/Proposals")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_correction_of_the_original_waits_as_a_new_version_of_the_copy_and_a_withdrawal_takes_it_down()
    {
        await using var portal = await PortalApp.StartAsync();
        using var unit = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var department = await Room.OpenAsync(portal, PortalApp.Department);
        var item = await PublishAsync(unit);
        var copy = await TakeOverAsync(portal, unit, department, item);
        await department["editor"].DoAsync(copy, "Submit");
        await department["head"].DoAsync(copy, "ApproveAndPublish");

        var corrected = await unit["writer"].WriteAsync(Article("Hội chợ lùi một ngày."), item);
        await unit["writer"].DoAsync(corrected, "Submit");
        await unit["deputy"].DoAsync(corrected, "ApproveAndPublish");
        await KeepAsync(portal);
        await KeepAsync(portal);

        copy = await CopyAsync(portal);
        var row = await portal.RowAsync(PortalApp.Department, copy);
        (row.State, row.IsUrgent).ShouldBe(("InReview", true));
        (await portal.Http.GetPageAsync(Path)).Body.ShouldNotContain("Hội chợ lùi một ngày.");
        (await department["editor"].MoveAsync(copy, "ApproveAndPublish")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await department["head"].MoveAsync(copy, "ApproveAndPublish")).Status.ShouldBe(HttpStatusCode.Found);
        (await portal.Http.GetPageAsync(Path)).Body.ShouldContain("Hội chợ lùi một ngày.");

        await unit["deputy"].DoAsync(corrected, "Withdraw");
        await KeepAsync(portal);

        var gone = await portal.Http.GetPageAsync(Path);
        gone.Status.ShouldBe(HttpStatusCode.Gone);
        gone.Body.ShouldContain("Đơn vị viết bài này đã gỡ bài.");
        (await portal.RowAsync(PortalApp.Department, copy)).State.ShouldBe("Withdrawn");
    }

    [Fact]
    public async Task What_the_department_has_edited_is_not_written_over()
    {
        await using var portal = await PortalApp.StartAsync();
        using var unit = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var department = await Room.OpenAsync(portal, PortalApp.Department);
        var item = await PublishAsync(unit);
        var copy = await TakeOverAsync(portal, unit, department, item);
        var (_, content) = await portal.OpenAsync(PortalApp.Department, copy.ContentItemId);
        content.SetTitle("Sở giới thiệu hội chợ biên giới");
        var edited = await department["editor"].WriteAsync(content, copy);

        var corrected = await unit["writer"].WriteAsync(Article("Hội chợ lùi một ngày."), item);
        await unit["writer"].DoAsync(corrected, "Submit");
        await unit["deputy"].DoAsync(corrected, "ApproveAndPublish");
        await KeepAsync(portal);

        (await CopyAsync(portal)).VersionId.ShouldBe(edited.VersionId);
        (await department["editor"].OpenAsync(edited)).TextsOf(".entries .said").ShouldContain("Đơn vị đã sửa bài gốc. Trang này đã biên tập bản của mình, hãy tự đưa phần sửa vào.");
    }

    [Fact]
    public async Task What_cannot_be_proposed_or_answered_is_refused()
    {
        await using var portal = await PortalApp.StartAsync();
        using var unit = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var department = await Room.OpenAsync(portal, PortalApp.Department);
        var draft = await unit.MakeAsync("Draft");
        var published = await PublishAsync(unit);

        (await unit["editor"].PostAsync(Way(draft, "Propose"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await unit["leader"].PostAsync(Way(published, "Propose"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await unit["editor"].PostAsync(Way(published, "Propose"), ("note", new string('x', 501)))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var own = await department.MakeAsync("Published");
        (await department["editor"].PostAsync(Way(own, "Propose"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await unit["editor"].PostAsync(Way(published, "Propose"))).Status.ShouldBe(HttpStatusCode.Found);
        (await unit["head"].PostAsync(Way(published, "Propose"))).TextOf("#refusals").ShouldBe($"“{Title}” đã được đề xuất.");

        var proposal = await portal.ReadAsync(PortalApp.Department, db => db.Set<Proposal>().AsNoTracking().SingleAsync());
        Task<Page> AnswerAsync(string person, string handler, params (string, string)[] fields) => department[person].PostAsync($"Admin/Proposals?handler={handler}", [("id", proposal.Id), ("revision", "0"), .. fields]);
        (await AnswerAsync("leader", "Return", ("reason", "Chưa phù hợp"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await AnswerAsync("editor", "Accept")).TextOf("#refusals").ShouldBe("Hãy chọn chuyên mục của bài trên trang này.");
        (await AnswerAsync("editor", "Return")).TextOf("#refusals").ShouldBe("Hãy nêu lý do, nhiều nhất 500 ký tự; đơn vị đọc được.");
        (await department["editor"].PostAsync("Admin/Proposals?handler=Return", ("id", "none"), ("revision", "0"), ("reason", "x"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await AnswerAsync("editor", "Return", ("reason", "Bài đã có trên trang của Sở"))).Status.ShouldBe(HttpStatusCode.Found);
        (await AnswerAsync("head", "Accept", ("category", Samples.Notices))).Status.ShouldBe(HttpStatusCode.Conflict);
        await KeepAsync(portal);
        (await unit["editor"].OpenAsync(published)).TextOf(".proposal").ShouldBe("Sở trả lại: Bài đã có trên trang của Sở");
        // Returned, it may be proposed again; what is taken down before the answer is no proposal any more.
        (await unit["editor"].PostAsync(Way(published, "Propose"))).Status.ShouldBe(HttpStatusCode.Found);
        await unit["deputy"].DoAsync(published, "Withdraw");
        (await department["editor"].GetAsync("Admin/Proposals")).TextsOf(".proposals .state-way").ShouldBe(["trả lại"]);
    }

    private static System.Text.Json.Nodes.JsonObject Article(string lead = "Hội chợ có 180 gian hàng.")
    {
        var article = Samples.Article(Title);
        article["HtmlBodyPart"] = new System.Text.Json.Nodes.JsonObject { ["Html"] = $"<p>Ảnh gian hàng:</p><p><img src=\"/xttm-lang-son/media/{Picture}\" alt=\"Gian hàng\"></p>" };
        return article.Set("Article", "Sapo", new { Text = lead }).Set("Article", "Image", new { Paths = new[] { Picture }, MediaTexts = new[] { "Hội chợ xứ Lạng" } });
    }

    private static async Task<SavedContent> PublishAsync(Room unit)
    {
        var item = await unit["writer"].WriteAsync(Article());
        await unit["writer"].DoAsync(item, "Submit");
        await unit["deputy"].DoAsync(item, "ApproveAndPublish");
        return item;
    }

    private static async Task<SavedContent> TakeOverAsync(PortalApp portal, Room unit, Room department, SavedContent item)
    {
        (await unit["editor"].PostAsync(Way(item, "Propose"))).Status.ShouldBe(HttpStatusCode.Found);
        var list = await department["editor"].GetAsync("Admin/Proposals");
        (await department["editor"].Browser.PressAsync(list, "form[action$=Accept] button", ("category", Samples.Notices))).Status.ShouldBe(HttpStatusCode.Found);
        return await CopyAsync(portal);
    }

    private static Task<SavedContent> CopyAsync(PortalApp portal) => portal.ReadAsync(PortalApp.Department, async db =>
    {
        var id = await db.Set<Proposal>().Select(row => row.ToItemId).SingleAsync();
        return new SavedContent(id!, await db.Set<OrchardSite.Content.ContentItem>().Where(row => row.Id == id).Select(row => row.LatestVersionId).SingleAsync());
    });

    private static async Task KeepAsync(PortalApp portal)
    {
        await portal.Services.GetRequiredService<KeepProposals>().RunAsync(TestContext.Current.CancellationToken);
        await portal.Services.GetRequiredService<KeepNotifications>().RunAsync(TestContext.Current.CancellationToken);
    }

    private static string Way(SavedContent item, string handler) => $"Admin/Contents/ContentItems/{item.ContentItemId}/Workflow?handler={handler}";
}
