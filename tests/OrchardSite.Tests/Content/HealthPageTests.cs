using System.Net;
using OrchardSite.Content.Operations;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;
using OrchardSite.Tests.Workflows;

namespace OrchardSite.Tests.Content;

/// <summary>The tiles, the list and its file, on the site of Lạng Sơn.</summary>
public sealed class HealthPageTests
{
    private const string Desk = "/xttm-lang-son/Admin";
    private const string Address = "/xttm-lang-son/Admin/Health";
    private const string CheckAgain = ".check-again button";

    [Fact]
    public async Task A_tile_of_each_kind_counts_what_is_broken_and_opens_the_list_of_it()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        using var other = await portal.SignedInAsync(PortalApp.VinhLong, Editors.Administrator);
        (await admin.GetPageAsync(Desk)).Body.ShouldNotContain("Liên kết hỏng");
        var page = await AddFaultyAsync(portal);
        await portal.CheckAsync();

        var desk = await admin.GetPageAsync(Desk);

        desk.TextsOf("h2").ShouldContain("Liên kết hỏng: 2");
        desk.TextsOf("h2").ShouldContain("Ảnh thiếu mô tả: 1");
        // Two faults of one page.
        desk.TextsOf("h2").ShouldContain("Trang có lỗi tiêu đề / tương phản: 1");
        var links = desk.Document.QuerySelectorAll("a[href^='/xttm-lang-son/Admin/Health?kind=']").Select(link => link.GetAttribute("href")!).ToArray();
        links.ShouldBe([Address + "?kind=Links", Address + "?kind=Pictures", Address + "?kind=Texts"]);
        var list = await admin.GetPageAsync(links[0]);
        (list.Status, list.TextOf("h1"), list.TextOf("#count")).ShouldBe((HttpStatusCode.OK, "Tình trạng trang", "2 mục"));
        list.TextsOf(".rows .case").ShouldBe(["“đơn” dẫn đến /khong-co, nơi không có trang nào.", "“mục” dẫn đến #khong-co: trang không có vị trí này."]);
        list.TextOf(".rows .row-facts").ShouldNotBeNull().ShouldContain("TrangNội dungBiên tập viên");
        list.Document.QuerySelector(".rows a.row-title")!.GetAttribute("href").ShouldBe($"{Desk}/Contents/ContentItems/{page.ContentItemId}/Edit#body");
        list.Document.QuerySelector(".rows .row-facts a")!.GetAttribute("href").ShouldBe("/xttm-lang-son/trang-nhieu-loi");
        (await admin.GetPageAsync(links[2])).TextsOf(".rows .case").ShouldBe(["Tiêu đề “Nhỏ” nhảy cấp: h3 đứng ngay sau h1.", "Một tiêu đề (h2) không có chữ."]);
        (await admin.GetPageAsync(list.Document.QuerySelector(".rows a.row-title")!.GetAttribute("href")!)).Document.QuerySelector("#body").ShouldNotBeNull();

        // Another site and who works there see nothing of it.
        (await other.GetPageAsync("/xttm-vinh-long/Admin")).Body.ShouldNotContain("Liên kết hỏng");
        (await other.GetPageAsync("/xttm-vinh-long/Admin/Health")).TextOf(".rows").ShouldBe("Không có lỗi nào.");
        (await other.GetPageAsync(Address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await portal.Http.GetPageAsync(Address)).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task The_list_is_narrowed_by_type_and_title_and_has_pages()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        await AddFaultyAsync(portal);
        await portal.AddAsync(PortalApp.LangSon, Samples.Banner("Băng rôn hỏng").Set("Banner", "Link", new { Url = "~/khong-co", Text = "" }));
        for (var number = 0; number < 21; number++)
        {
            await portal.AddPageAsync(PortalApp.LangSon, $"Trang số {number:00}", """<p><a href="/khong-co">x</a></p>""");
        }

        await portal.CheckAsync();

        (await admin.GetPageAsync(Address + "?type=Banner")).TextsOf(".rows .case").ShouldBe(["“~/khong-co” dẫn đến ~/khong-co, nơi không có trang nào."]);
        (await admin.GetPageAsync(Address + "?q=nhieu+LOI")).TextOf("#count").ShouldBe("5 mục");
        (await admin.GetPageAsync(Address + "?q=nhieu+loi&kind=Pictures")).TextOf("#count").ShouldBe("1 mục");
        (await admin.GetPageAsync(Address + "?q=khong+co+ten+nay")).TextOf(".rows").ShouldBe("Không có lỗi nào như vậy.");
        var first = await admin.GetPageAsync(Address + "?kind=Links&q=trang");
        (first.TextOf("#count"), first.TextsOf(".rows > li").Count).ShouldBe(("23 mục", 20));
        var next = first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        next.ShouldBe(Address + "?kind=Links&q=trang&page=2");
        var second = await admin.GetPageAsync(next);
        second.TextsOf(".rows > li").Count.ShouldBe(3);
        second.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href").ShouldBe(Address + "?kind=Links&q=trang");
        (await admin.GetPageAsync(Address + "?page=999")).Status.ShouldBe(HttpStatusCode.OK);
        (await admin.GetPageAsync(Address + "?kind=Khac")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_sees_only_their_own_content_sees_its_cases_alone_and_who_may_not_edit_gets_no_link()
    {
        await using var portal = await PortalApp.StartAsync();
        using var leader = await portal.HireAsync(PortalApp.LangSon, "Nguyễn Văn Lãnh Đạo", "Lãnh đạo");
        using var clerk = await portal.HireAsync(PortalApp.LangSon, "Trần Thị Văn Thư", "Văn thư");
        using var contact = await portal.HireAsync(PortalApp.LangSon, "Lê Thị Đầu Mối", Editors.Contributor);
        await AddFaultyAsync(portal);
        await portal.CheckAsync();

        var seen = await leader.GetAsync("Admin/Health");
        seen.TextOf("#count").ShouldBe("5 mục");
        seen.Document.QuerySelectorAll(".rows a.row-title").ShouldBeEmpty();
        seen.Document.QuerySelectorAll(".rows .row-facts a").Length.ShouldBe(5);
        (await leader.GetAsync("Admin")).TextsOf("h2").ShouldContain("Liên kết hỏng: 2");
        foreach (var person in new[] { clerk, contact })
        {
            (await person.GetAsync("Admin/Health")).TextOf("#count").ShouldBe("0 mục");
            (await person.GetAsync("Admin/Health?handler=Csv")).Body.ShouldNotContain("Trang nhiều lỗi");
            (await person.GetAsync("Admin")).Body.ShouldNotContain("Liên kết hỏng");
        }
    }

    [Fact]
    public async Task The_whole_site_is_checked_again_by_who_may_ask_for_it()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        using var editor = await portal.HireAsync(PortalApp.LangSon, "Lê Văn Biên Tập", Editors.Editor);
        var page = await portal.AddPageAsync(PortalApp.LangSon, "Trang cũ", "<p>Cũ</p>");
        await portal.CheckAsync();
        await portal.StoreAsync(PortalApp.LangSon, page.ContentItemId, """{"HtmlBodyPart":{"Html":"<a href='/khong-co'>hỏng</a>"}}""", isTold: false);

        var asked = await admin.PressAsync(await admin.GetPageAsync(Address), CheckAgain);

        (asked.Status, asked.Location()).ShouldBe((HttpStatusCode.Found, Address));
        var waiting = await admin.GetPageAsync(Address);
        waiting.TextOf("#state").ShouldNotBeNull().ShouldContain("đang chờ được kiểm tra");
        await portal.CheckAsync();
        var done = await admin.GetPageAsync(Address);
        done.TextOf("#state").ShouldNotBeNull().ShouldContain("24/11/2026 10:00");
        done.TextOf("#state").ShouldNotBeNull().ShouldNotContain("đang chờ");
        done.TextsOf(".rows .row-title").ShouldBe(["Sửa: Trang cũ"]);
        (await portal.AuditOfAsync(PortalApp.LangSon, nameof(OrchardSite.Content.Health.CheckHealth))).Count.ShouldBe(1);

        (await editor.GetAsync("Admin/Health")).Document.QuerySelector(CheckAgain).ShouldBeNull();
        (await editor.PostAsync("Admin/Health")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await portal.AuditOfAsync(PortalApp.LangSon, nameof(OrchardSite.Content.Health.CheckHealth))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_file_has_what_the_filters_let_through()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        await AddFaultyAsync(portal);
        await portal.AddPageAsync(PortalApp.LangSon, "=HYPERLINK(1)", """<p><a href="/khong-co">“a”, b</a></p>""");
        await portal.CheckAsync();
        var list = await admin.GetPageAsync(Address + "?kind=Links");

        var file = await admin.GetPageAsync(list.Document.QuerySelector(".page-head a")!.GetAttribute("href")!);

        file.Response.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        file.Response.Content.Headers.ContentDisposition!.FileName.ShouldBe("tinh-trang-trang.csv");
        var lines = file.Body.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(4);
        lines[0].ShouldBe("""
            "Loại lỗi","Nội dung","Kiểu nội dung","Người tạo","Vị trí trong nội dung","Lỗi","Trang công khai"
            """.Trim());
        lines[1].ShouldStartWith("\"Liên kết hỏng\",\"'=HYPERLINK(1)\"");
        lines[2].ShouldContain("“đơn” dẫn đến /khong-co");
        lines[2].ShouldEndWith("/xttm-lang-son/trang-nhieu-loi\"");
    }

    [Fact]
    public async Task The_page_is_in_English_for_who_wants_it()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        await AddFaultyAsync(portal);
        await portal.CheckAsync();

        await admin.PressAsync(await admin.GetPageAsync(Desk), "form:has([value=en]) button");

        var page = await admin.GetPageAsync(Address + "?kind=Texts");

        (page.TextOf("h1"), page.TextOf(".check-again button")).ShouldBe(("Health of the site", "Check again"));
        page.TextsOf(".rows .case").ShouldBe(["The heading “Nhỏ” skips a level: h3 comes after h1.", "A heading (h2) has no words."]);
        (await admin.GetPageAsync(Desk)).TextsOf("h2").ShouldContain("Pages with faulty headings or contrast: 1");
    }

    private static Task<SavedContent> AddFaultyAsync(PortalApp portal) => portal.AddPageAsync(
        PortalApp.LangSon,
        "Trang nhiều lỗi",
        """<h3>Nhỏ</h3><p><a href="/khong-co">đơn</a> <a href="#khong-co">mục</a></p><h2></h2><p><img src="/xttm-lang-son/media/nhan-dien/logo.svg" alt=""></p>""");
}
