using System.Net;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Media;

namespace OrchardSite.Tests.Content;

public sealed class CategoryRightTests
{
    private const string Role = "Người viết thông báo";

    [Fact]
    public async Task Who_may_write_and_publish_in_one_category_does_so_there_and_nowhere_else()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.SetRoleAsync(Role, "AccessAdminPanel", $"EditOwn_Article_{Samples.Notices}", $"Publish_Article_{Samples.Notices}");
        var browser = await portal.SignedInAsync(PortalApp.LangSon, Role);

        (await browser.GetPageAsync("/xttm-lang-son/Admin")).Body.ShouldContain("/Admin/Contents/ContentTypes/Article/Create");
        var published = await browser.WriteAsync("Thông báo của tôi", DashboardContent.SubmitButton);
        published.Status.ShouldBe(HttpStatusCode.Found);
        // Who may publish there is one of those who approve what others wrote there.
        await portal.ApproveAsync((await browser.GetPageAsync(DashboardContent.ArticleList + "?q=%22cua%20toi%22")).Document.QuerySelector(".row-title")!.GetAttribute("href")!.Split('/')[^2]);
        (await portal.Http.GetPageAsync("/xttm-lang-son/thong-bao-cua-toi")).Status.ShouldBe(HttpStatusCode.OK);

        var refused = await browser.WriteAsync("Tin ở chuyên mục khác", DashboardContent.SaveButton, ("Article.Category.TermContentItemIds", await OtherCategoryAsync(portal)));
        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused.TextOf("#refusals").ShouldBe("Bạn không có quyền viết nội dung loại Bài viết trong chuyên mục này.");
        refused.ValueOf("TitlePart.Title").ShouldBe("Tin ở chuyên mục khác");
        // Nothing of another type, and nothing on another site.
        (await browser.GetPageAsync("/xttm-lang-son/Admin/Contents/ContentTypes/Page/Create")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.GetPageAsync("/xttm-vinh-long/Admin/Contents/ContentTypes/Article/Create")).Status.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_others_wrote_in_the_category_may_be_edited_but_not_moved_out_of_it()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.SetRoleAsync(Role, "AccessAdminPanel", $"Edit_Article_{Samples.Notices}", "ListContent_Article");
        var browser = await portal.SignedInAsync(PortalApp.LangSon, Role);
        var other = await OtherCategoryAsync(portal);
        var inside = await portal.AddAsync(PortalApp.LangSon, Samples.Article("Thông báo của đồng nghiệp"));
        var outside = await portal.AddAsync(PortalApp.LangSon, Samples.Article("Tin của đồng nghiệp", other));

        var list = await browser.GetPageAsync(DashboardContent.ArticleList + "?q=%22cua%20dong%20nghiep%22");
        list.Document.QuerySelectorAll(".row-title").ToDictionary(link => link.TextContent, link => link.GetAttribute("href")!.Split('/')[^1])
            .ShouldBe(new Dictionary<string, string> { ["Thông báo của đồng nghiệp"] = "Edit", ["Tin của đồng nghiệp"] = "Versions" }, ignoreOrder: true);
        var form = await browser.GetPageAsync(DashboardContent.AddressOf(inside));
        form.Document.QuerySelector(DashboardContent.PublishButton).ShouldBeNull();
        var moved = await browser.PressAsync(form, DashboardContent.SaveButton, ("Article.Category.TermContentItemIds", other));
        moved.Status.ShouldBe(HttpStatusCode.Forbidden);
        moved.TextOf("#refusals").ShouldBe("Bạn không có quyền viết nội dung loại Bài viết trong chuyên mục này.");
        (await browser.PressAsync(form, DashboardContent.SaveButton, ("TitlePart.Title", "Thông báo đã sửa"), ("Article.Category.TermContentItemIds", Samples.Notices))).Status.ShouldBe(HttpStatusCode.Found);

        (await browser.GetPageAsync(DashboardContent.AddressOf(outside))).Status.ShouldBe(HttpStatusCode.Forbidden);
        var bulk = await browser.PressAsync(await browser.GetPageAsync(DashboardContent.ArticleList), "button[value=Unpublish]", ("picked", $"{outside.ContentItemId}|{outside.VersionId}"));
        bulk.Status.ShouldBe(HttpStatusCode.Forbidden);
        bulk.TextOf("#refusals").ShouldBe("Bạn không có quyền xuất bản “Tin của đồng nghiệp”.");
        (await portal.Http.GetPageAsync("/xttm-lang-son/tin-cua-dong-nghiep")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_right_on_a_category_reaches_those_below_it_and_is_given_on_the_page_of_the_role()
    {
        await using var portal = await PortalApp.StartAsync();
        var administrator = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        var form = await administrator.GetPageAsync("/xttm-lang-son/Admin/Roles/Edit");
        form.TextsOf(".permission-section > summary").ShouldContain("Bài viết: theo từng chuyên mục");
        var below = form.Document.QuerySelectorAll(".permission-section legend").First(legend => legend.TextContent.Contains(" › "));
        var child = below.Closest("fieldset")!.QuerySelector("input[value^=EditOwn_Article_]")!.GetAttribute("value")!.Split('_')[^1];
        var parentName = below.TextContent.Split(" › ")[0];
        var parent = form.Document.QuerySelectorAll(".permission-section legend").First(legend => legend.TextContent == parentName).Closest("fieldset")!
            .QuerySelector("input[value^=EditOwn_Article_]")!.GetAttribute("value")!;
        (await administrator.PressAsync(form, ".role-form button", ("name", Role), ("permissions", "AccessAdminPanel"), ("permissions", parent))).Status.ShouldBe(HttpStatusCode.Found);
        (await portal.PermissionsOfAsync(PortalApp.LangSon, Role)).ShouldBe(["AccessAdminPanel", parent], ignoreOrder: true);
        var browser = await portal.SignedInAsync(PortalApp.LangSon, Role);

        (await browser.WriteAsync("Tin của chuyên mục con", DashboardContent.SaveButton, ("Article.Category.TermContentItemIds", child))).Status.ShouldBe(HttpStatusCode.Found);
        (await browser.WriteAsync("Tin của chuyên mục khác")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<string> OtherCategoryAsync(PortalApp portal)
    {
        var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);
        var form = await browser.GetPageAsync(DashboardContent.NewArticle);
        return form.Document.QuerySelectorAll("[name='Article.Category.TermContentItemIds'] option, input[name='Article.Category.TermContentItemIds']")
            .Select(option => option.GetAttribute("value")!).First(id => id.Length > 0 && id != Samples.Notices);
    }
}
