using System.Net;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;
using static OrchardSite.Tests.Content.DashboardContent;

namespace OrchardSite.Tests.Content;

public sealed class ContentListTests
{
    private const string AllContent = "/xttm-lang-son/Admin/Contents/ContentItems";
    private const string DirectiveList = "/xttm-lang-son/Admin/Contents/ContentItems/Directive";

    private const string Titles = ".row-title";

    [Fact]
    public async Task Drafts_are_listed_first_when_edited_last_and_on_no_other_site()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.SaveAsync(PortalApp.LangSon, Samples.Article("Chợ phiên Kỳ Lừa đón khách đầu năm"));
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);

        var page = await browser.GetPageAsync(ArticleList);

        (page.Status, page.TextOf("h1"), page.TextsOf(Titles)[0], page.TextOf(".rows .state")).ShouldBe(
            (HttpStatusCode.OK, "Bài viết", "Chợ phiên Kỳ Lừa đón khách đầu năm", "Bản nháp"));
        page.Response.Headers.ShouldNotBeKept();
        using var other = await portal.SignedInAsync(PortalApp.VinhLong, Editors.Editor);
        (await other.GetPageAsync("/xttm-vinh-long/Admin/Contents/ContentItems/Article")).Body.ShouldNotContain("Kỳ Lừa đón khách");
    }

    [Theory]
    [InlineData("q=ky%20LUA%20don", "Chợ phiên Kỳ Lừa đón khách đầu năm")]
    [InlineData("q=don&state=Draft", "Chợ phiên Kỳ Lừa đón khách đầu năm")]
    [InlineData("state=Changed", "Lịch tiếp công dân tháng 12, đã đổi")]
    [InlineData("q=ky%20lua%20don&state=Published", null)]
    [InlineData("q=ky%20lua&author=Ngu%E1%BB%9Di%20kh%C3%A1c", null)]
    [InlineData("q=ky%20lua%20don&from=2026-11-24&to=2026-11-24", "Chợ phiên Kỳ Lừa đón khách đầu năm")]
    [InlineData("q=ky%20lua%20don&from=2026-11-25", null)]
    [InlineData("q=ky%20lua%20don&to=2026-11-23", null)]
    [InlineData("q=ky%20lua%20don&category=" + Samples.Notices, "Chợ phiên Kỳ Lừa đón khách đầu năm")]
    [InlineData("q=ky%20lua%20don&category=khongcochuyenmucnay0000000", null)]
    [InlineData("q=%25_%27%22", null)]
    public async Task Filters_narrow_the_list(string query, string? expected)
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.SaveAsync(PortalApp.LangSon, Samples.Article("Chợ phiên Kỳ Lừa đón khách đầu năm"));
        var published = await portal.AddAsync(PortalApp.LangSon, Samples.Article("Lịch tiếp công dân tháng 12"));
        var (version, item) = await portal.OpenAsync(PortalApp.LangSon, published.ContentItemId);
        item.SetTitle("Lịch tiếp công dân tháng 12, đã đổi");
        await portal.SaveAsync(PortalApp.LangSon, item, version.VersionId);
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);

        var page = await browser.GetPageAsync($"{ArticleList}?{query}");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.TextsOf(Titles).ShouldBe(expected is null ? [] : [expected]);
        page.Document.QuerySelector(".nothing").ShouldBe(expected is null ? page.Document.QuerySelector("p.nothing").ShouldNotBeNull() : null);
    }

    [Theory]
    [InlineData("page=99999")]
    [InlineData("page=-3")]
    [InlineData("page=x&state=Nowhere&from=31-31-31&sort=9")]
    public async Task Made_up_queries_show_the_list(string query)
    {
        await using var portal = await PortalApp.StartAsync();
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);

        var page = await browser.GetPageAsync($"{ArticleList}?{query}");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.TextsOf(Titles).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Long_lists_have_pages()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.ImportAsync(PortalApp.LangSon, [.. Enumerable.Range(1, 45).Select(number => Samples.Article($"Bản tin giá nông sản số {number:00}"))]);
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);

        var first = await browser.GetPageAsync(ArticleList + "?q=%22ban%20tin%20gia%22&sort=Title");
        var last = await browser.GetPageAsync(first.Document.QuerySelector("[rel=next]")!.GetAttribute("href")!);
        last = await browser.GetPageAsync(last.Document.QuerySelector("[rel=next]")!.GetAttribute("href")!);

        first.TextsOf(Titles)[0].ShouldBe("Bản tin giá nông sản số 01");
        first.TextOf("#count").ShouldBe("45 mục");
        last.TextsOf(Titles).ShouldBe(Enumerable.Range(41, 5).Select(number => $"Bản tin giá nông sản số {number:00}"));
        last.TextOf(".pages span").ShouldBe("Trang 3 trên 3");
        last.Document.QuerySelector("[rel=next]").ShouldBeNull();
    }

    [Fact]
    public async Task A_contributor_sees_all_articles_but_may_change_their_own_alone()
    {
        await using var portal = await PortalApp.StartAsync();
        var foreign = await portal.SaveAsync(PortalApp.LangSon, Samples.Article("Bài của người khác trong ban"));
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Contributor);
        var own = (await browser.FollowAsync(await browser.WriteAsync("Ghi chép từ chợ biên giới"))).ItemOf();

        var page = await browser.GetPageAsync(ArticleList);
        page.TextsOf(Titles).ShouldContain("Bài của người khác trong ban");
        (await browser.GetPageAsync(AddressOf(foreign.Value))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.GetPageAsync(AddressOf(own))).Status.ShouldBe(HttpStatusCode.OK);

        var refused = await browser.PressAsync(page, $"[value='Delete|{foreign.Value.ContentItemId}|{foreign.Value.VersionId}']");
        (refused.Status, refused.TextOf("#refusals")).ShouldBe((HttpStatusCode.Forbidden, "Bạn không có quyền xóa “Bài của người khác trong ban”."));
        (await browser.PressAsync(page, $"[value='Delete|{own.ContentItemId}|{own.VersionId}']")).Status.ShouldBe(HttpStatusCode.Found);
        (await browser.GetPageAsync(ArticleList + "?state=Deleted")).TextsOf(Titles).ShouldBe(["Ghi chép từ chợ biên giới"]);
    }

    [Fact]
    public async Task Types_that_a_person_may_not_see_are_refused_and_types_that_are_not_there_not_found()
    {
        await using var portal = await PortalApp.StartAsync();
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Contributor);

        var refused = await browser.GetPageAsync("/xttm-lang-son/Admin/Contents/ContentItems/Directive");

        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused.TextOf("main").ShouldNotBeNull().ShouldContain("Xem danh sách mọi nội dung");
        (await browser.GetPageAsync("/xttm-lang-son/Admin/Contents/ContentItems/Nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetPageAsync("/xttm-lang-son/Admin/Contents/ContentTypes/Directive/Create")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.GetPageAsync("/xttm-lang-son/Admin/Contents/ContentTypes/Nothing/Create")).Status.ShouldBe(HttpStatusCode.NotFound);
        var all = await browser.GetPageAsync("/xttm-lang-son/Admin/Contents/ContentItems");
        all.Status.ShouldBe(HttpStatusCode.OK);
        all.TextsOf(".row-facts span:nth-child(2)").Distinct().ShouldBe(["Bài viết"]);
    }

    [Fact]
    public async Task What_is_picked_is_published_taken_down_deleted_and_restored_together()
    {
        await using var portal = await PortalApp.StartAsync();
        var saved = new[]
        {
            (await portal.SaveAsync(PortalApp.LangSon, Samples.Directive("311"))).Value,
            (await portal.SaveAsync(PortalApp.LangSon, Samples.Directive("312"))).Value,
        };
        var picked = saved.Select(item => ("picked", $"{item.ContentItemId}|{item.VersionId}")).ToArray();
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);

        await PressAsync(PublishButton, "Đã xuất bản: 2.");
        (await StatesAsync()).ShouldBe(["Đã đăng", "Đã đăng"]);
        await PressAsync("button[value=Unpublish]", "Đã gỡ xuống: 2.");
        (await StatesAsync()).ShouldBe(["Bản nháp", "Bản nháp"]);
        await PressAsync("button[value=Delete]", "Đã chuyển vào thùng rác: 2.");
        (await StatesAsync()).ShouldBeEmpty();
        await PressAsync("button[value=Restore]", "Đã khôi phục thành bản nháp: 2.", "?state=Deleted");
        (await StatesAsync()).ShouldBe(["Bản nháp", "Bản nháp"]);

        async Task<IReadOnlyList<string>> StatesAsync() => (await browser.GetPageAsync(DirectiveList + "?q=%22qd-sct%22")).TextsOf(".rows .state");

        async Task PressAsync(string button, string expected, string query = "")
        {
            var answer = await browser.PressAsync(await browser.GetPageAsync(DirectiveList + query), $".bulk {button}", picked);
            answer.Status.ShouldBe(HttpStatusCode.Found, answer.TextOf("#refusals"));
            (await browser.FollowAsync(answer)).TextOf("#notices").ShouldBe(expected);
        }
    }

    [Fact]
    public async Task What_is_refused_for_one_is_done_for_the_others_and_nothing_picked_does_nothing()
    {
        await using var portal = await PortalApp.StartAsync();
        var complete = (await portal.SaveAsync(PortalApp.LangSon, Samples.Directive("311"))).Value;
        var unapproved = (await portal.SaveAsync(PortalApp.LangSon, Samples.Article("Tin chưa ai duyệt"))).Value;
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);
        var page = await browser.GetPageAsync(AllContent);

        var answer = await browser.PressAsync(
            page, ".bulk " + PublishButton, ("picked", $"{complete.ContentItemId}|{complete.VersionId}"), ("picked", $"{unapproved.ContentItemId}|{unapproved.VersionId}"));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.TextOf("#refusals").ShouldNotBeNull().ShouldContain("Tin chưa ai duyệt");
        answer.TextOf("#notices").ShouldBe("Đã xuất bản: 1.");
        (await portal.ReadAsync(PortalApp.LangSon, db => db.Set<ContentItem>().Where(row => row.IsPublic && row.ContentType == "Directive").Select(row => row.Id).ToListAsync())).ShouldContain(complete.ContentItemId);
        var nothing = await browser.PressAsync(await browser.GetPageAsync(AllContent), ".bulk " + PublishButton);
        (nothing.Status, nothing.TextOf("#refusals")).ShouldBe((HttpStatusCode.UnprocessableEntity, "Hãy chọn ít nhất một mục trong danh sách."));
    }

    [Fact]
    public async Task A_clone_is_a_draft_with_an_address_of_its_own_and_items_of_other_sites_are_not_there()
    {
        await using var portal = await PortalApp.StartAsync();
        var original = await portal.AddAsync(PortalApp.LangSon, Samples.Article("Mẫu thông báo tuyển dụng"));
        var foreign = await portal.AddAsync(PortalApp.VinhLong, Samples.Article("Thông báo của Vĩnh Long"));
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);
        var page = await browser.GetPageAsync(ArticleList);

        await browser.PressAsync(page, $"[value='Clone|{original.ContentItemId}|{original.VersionId}']");

        var list = await browser.GetPageAsync(ArticleList + "?q=%22mau%20thong%20bao%22&sort=Edited");
        list.TextsOf(Titles).ShouldBe(["Bản sao của Mẫu thông báo tuyển dụng", "Mẫu thông báo tuyển dụng"], ignoreOrder: true);
        foreach (var verb in new[] { "Clone", "Delete", "Restore", "Publish", "Unpublish" })
        {
            var token = page.ValueOf("__RequestVerificationToken")!;
            var answer = await browser.PostAsync(ArticleList, ("__RequestVerificationToken", token), ("action", $"{verb}|{foreign.ContentItemId}|{foreign.VersionId}"));
            (answer.Status, answer.TextOf("#refusals")).ShouldBe((HttpStatusCode.NotFound, "Không có nội dung này."), verb);
        }

        (await portal.Http.GetPageAsync("/xttm-vinh-long/thong-bao-cua-vinh-long")).Status.ShouldBe(HttpStatusCode.OK);
    }
}
