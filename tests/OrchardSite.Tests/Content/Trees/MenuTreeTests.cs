using System.Net;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;
using OrchardSite.Tests.Workflows;
using static OrchardSite.Tests.Content.Trees.TreePages;

namespace OrchardSite.Tests.Content.Trees;

public sealed class MenuTreeTests
{
    private const string Home = "xlsmenuhome000000000000000";
    private const string About = "xlsmenuabout00000000000000";
    private const string Notices = "xlsmenunotices000000000000";
    private const string Contact = "xlsmenucontact000000000000";
    private const string Links = "nav.main-menu a";

    [Fact]
    public async Task A_link_in_a_new_tab_is_on_every_page_at_once_and_on_no_other_site()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.AdministratorAsync(PortalApp.LangSon);
        (await portal.Http.GetPageAsync("/xttm-lang-son/lien-he")).TextsOf(Links).ShouldNotContain("Chợ phiên (mở trong thẻ mới)");
        var page = await admin.PressAsync(await admin.GetAsync(MainMenu), "add:LinkMenuItem");
        var id = page.Added();

        var saved = await admin.PressAsync(
            page, "Publish", (Field(id), "Chợ phiên"), (Field(id, "LinkMenuItemPart.Url"), "https://chophien.example/lich"), (Field(id, "LinkMenuItemPart.Target"), "true"));

        saved.Location().ShouldBe("/xttm-lang-son/Admin/Menus/main-menu");
        var link = (await portal.Http.GetPageAsync("/xttm-lang-son/lien-he")).Document.QuerySelectorAll(Links).Last();
        link.TextContent.ShouldBe("Chợ phiên (mở trong thẻ mới)");
        (link.GetAttribute("href"), link.GetAttribute("target"), link.GetAttribute("rel")).ShouldBe(("https://chophien.example/lich", "_blank", "noopener"));
        (await portal.Http.GetPageAsync("/lien-he")).Body.ShouldNotContain("Chợ phiên");
        (await admin.GetAsync(MainMenu)).ValueOf(Field(id, "LinkMenuItemPart.Target")).ShouldBe("true");
    }

    [Fact]
    public async Task A_category_a_page_and_a_heading_are_added_and_moved_below_another_entry()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.AdministratorAsync(PortalApp.LangSon);
        var target = await portal.AddAsync(PortalApp.LangSon, Samples.Page("Quy chế tiếp công dân"));
        (await admin.GetAsync("Admin/Contents/Candidates?types=&name=x&x-q=quy+che")).Body.ShouldContain(target.ContentItemId);
        var page = await admin.PressAsync(await admin.GetAsync(MainMenu), "add:LinkMenuItem");
        var heading = page.Added();
        page = await admin.PressAsync(page, "link", (Field(heading), "Tra cứu"), ("category", "termhoichotrienlam00000000"));
        page.ValueOf(Field(page.Added(), "LinkMenuItemPart.Url")).ShouldBe("~/tin-hoat-dong/hoi-cho-trien-lam");
        page = await admin.PressAsync(page, $"in:{page.Added()}");
        page = await admin.PressAsync(page, "add:ContentMenuItem");
        var item = page.Added();
        page = await admin.PressAsync(page, $"in:{item}", (Field(item), "Quy chế"));
        // What the picker's script would have put there.
        page.Document.QuerySelector($"#entry-{item} .picker [type=hidden]")!.SetAttribute("value", target.ContentItemId);

        (await admin.PressAsync(page, "Publish")).Status.ShouldBe(HttpStatusCode.Found);

        (await admin.GetAsync(MainMenu)).Outline()[^3..].ShouldBe(["Tra cứu", "- Hội chợ, triển lãm", "- Quy chế"]);
        var menu = (await portal.Http.GetPageAsync("/xttm-lang-son/van-ban")).Document.QuerySelector("nav.main-menu .menu > li:last-child")!;
        menu.QuerySelector("span")!.TextContent.ShouldBe("Tra cứu");
        menu.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).ShouldBe(["/xttm-lang-son/tin-hoat-dong/hoi-cho-trien-lam", "/xttm-lang-son/quy-che-tiep-cong-dan"]);
        (await admin.GetAsync(MainMenu)).TextOf($"#entry-{item} .picker label").ShouldBe("Quy chế tiếp công dân");
    }

    [Fact]
    public async Task Entries_are_renamed_ordered_and_removed_with_what_is_below_them()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.AdministratorAsync(PortalApp.LangSon);
        await portal.Http.GetPageAsync("/xttm-lang-son/van-ban");

        var page = await admin.PressAsync(await admin.GetAsync(MainMenu), $"up:{Contact}", (Field(About, "Remove"), "true"), (Field(Contact), "Liên hệ - góp ý"), (Field(Contact, "LinkMenuItemPart.Url"), "~/thong-bao"));
        page.ValueOf(Field(About, "Remove")).ShouldBe("true");
        await admin.PressAsync(page, "Publish");

        var shown = await portal.Http.GetPageAsync("/xttm-lang-son/van-ban");
        shown.TextsOf("nav.main-menu .menu > li > a").ShouldBe(["Trang chủ", "Tin hoạt động", "Thị trường", "Văn bản", "Liên hệ - góp ý", "Thông báo"]);
        shown.TextsOf(Links).ShouldNotContain("Giới thiệu Trung tâm");
        (await portal.Http.GetPageAsync("/van-ban")).TextsOf(Links).ShouldContain("Giới thiệu");
    }

    [Theory]
    [InlineData("LinkMenuItemPart.Url", "javascript:alert(1)", "không dùng làm liên kết của menu được")]
    [InlineData("LinkMenuItemPart.Url", "/thong-bao", "không dùng làm liên kết của menu được")]
    [InlineData("LinkMenuItemPart.Url", "ftp://chophien.example", "không dùng làm liên kết của menu được")]
    [InlineData("TitlePart.Title", "", "tiêu đề")]
    [InlineData("TitlePart.Title", "dài", "tiêu đề")]
    public async Task What_no_entry_has_is_refused_beside_its_field(string member, string value, string reason)
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.AdministratorAsync(PortalApp.LangSon);
        value = value == "dài" ? new string('d', 256) : value;

        var refused = await admin.PressAsync(await admin.GetAsync(MainMenu), "Publish", (Field(Notices, member), value), (Field(Home), "Về đầu"));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf("#refusals").ShouldNotBeNull().ShouldContain(reason, Case.Insensitive);
        refused.TextOf($"#entry-{Notices} details[open] .field-error").ShouldNotBeNull().ShouldContain(reason, Case.Insensitive);
        refused.ValueOf(Field(Notices, member)).ShouldBe(value);
        refused.ValueOf(Field(Home)).ShouldBe("Về đầu");
        (await portal.Http.GetPageAsync("/xttm-lang-son/van-ban")).TextsOf(Links).ShouldContain("Trang chủ");
    }

    [Fact]
    public async Task What_no_page_of_the_portal_sends_is_refused_with_the_reason()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.AdministratorAsync(PortalApp.LangSon);
        var version = (await admin.GetAsync(MainMenu)).ValueOf("BaseVersionId")!;

        (await SendAsync($"{Home}:0:LinkMenuItem", $"{Home}:1:LinkMenuItem")).TextOf("#refusals").ShouldNotBeNull().ShouldContain("“Trang chủ” không thể nằm dưới chính nó.");
        (await SendAsync($"{Home}:0:LinkMenuItem", $"{Notices}:0:LinkMenuItem", $"{Home}:0:LinkMenuItem")).TextOf("#refusals").ShouldNotBeNull().ShouldContain("“Trang chủ” xuất hiện ở hai chỗ.");
        (await SendAsync($"{Home}:0:x", $"{About}:1:x", $"{Notices}:2:x", $"{Contact}:3:x")).TextOf("#refusals").ShouldNotBeNull().ShouldContain("“Liên hệ” nằm quá sâu");
        (await SendAsync("testentry00000000000000001:0:Article")).TextOf("#refusals").ShouldNotBeNull().ShouldContain("thuộc kiểu không dùng được ở đây");
        (await SendAsync("ngắn:0:LinkMenuItem")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SendAsync("ngắn")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await admin.PostAsync(MainMenu, ("press", "up:testentry00000000000000001"), ("BaseVersionId", version))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await admin.PostAsync(MainMenu, ("press", "add:Article"), ("BaseVersionId", version))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await admin.PostAsync(MainMenu, ("press", "Save"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await admin.PostAsync("Admin/Menus/testmenu000000000000000001", ("press", "Save"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await admin.GetAsync(MainMenu)).ValueOf("BaseVersionId").ShouldBe(version);

        Task<Page> SendAsync(params string[] lines) =>
            admin.PostAsync(MainMenu, [.. lines.Select(line => ("Entry", line)), ("press", "Publish"), ("BaseVersionId", version)]);
    }

    [Fact]
    public async Task A_page_that_the_site_does_not_have_cannot_be_chosen()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.AdministratorAsync(PortalApp.LangSon);
        var foreign = await portal.AddAsync(PortalApp.Department, Samples.Page("Quy chế của Sở"));
        var page = await admin.PressAsync(await admin.GetAsync(MainMenu), "add:ContentMenuItem");
        page.Document.QuerySelector($"#entry-{page.Added()} .picker [type=hidden]")!.SetAttribute("value", foreign.ContentItemId);

        var refused = await admin.PressAsync(page, "Publish", (Field(page.Added()), "Quy chế"));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf($"#entry-{page.Added()} .field-error").ShouldNotBeNull().ShouldContain(foreign.ContentItemId);
    }

    [Fact]
    public async Task An_entry_below_itself_is_refused_on_every_way_into_the_site()
    {
        await using var portal = await PortalApp.StartAsync();
        var (version, menu) = await portal.OpenAsync(PortalApp.LangSon, "portalmainmenu000000000000");
        var first = menu["MenuItemsListPart"]!["MenuItems"]![0]!.AsObject();
        first["MenuItemsListPart"] = new System.Text.Json.Nodes.JsonObject { ["MenuItems"] = new System.Text.Json.Nodes.JsonArray(first.DeepClone()) };

        var refused = await portal.SaveAsync(PortalApp.LangSon, menu, version.VersionId);

        var refusal = refused.Refusals.ShouldHaveSingleItem();
        refusal.Field.ShouldBe("MenuItemsListPart.MenuItems[0].MenuItemsListPart.MenuItems[0]");
        refusal.Message.ShouldContain("Trang chủ");
    }

    [Fact]
    public async Task The_linked_sites_are_a_menu_of_one_level_with_an_entry_of_its_own()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.AdministratorAsync(PortalApp.LangSon);
        (await admin.GetAsync("Admin")).TextOf($"a[href='/xttm-lang-son/{LinkedSites}']").ShouldBe("Liên kết website");
        (await portal.Http.GetPageAsync("/xttm-lang-son/")).TextsOf(".linked-sites a").ShouldContain("Cục Hải quan");
        var page = await admin.GetAsync(LinkedSites);
        page.Document.QuerySelector("[data-move=in]").ShouldBeNull();
        page.Body.ShouldContain("Giao diện hiển thị một cấp.");
        const string customs = "xlsmenusite400000000000000";

        await admin.PressAsync(
            await admin.PressAsync(page, $"down:{customs}"), "Publish", (Field("xlsmenusite300000000000000", "Remove"), "true"), (Field(customs), "Hải quan Việt Nam"), (Field(customs, "LinkMenuItemPart.Url"), "https://customs.example"));

        var sites = (await portal.Http.GetPageAsync("/xttm-lang-son/")).Document.QuerySelectorAll(".linked-sites a");
        sites.Select(link => link.TextContent).ShouldBe(["Cục Xúc tiến thương mại", "Bộ Công Thương", "Cổng dịch vụ công quốc gia", "Hải quan Việt Nam"]);
        sites.Last().GetAttribute("href").ShouldBe("https://customs.example");
        (await portal.Http.GetPageAsync("/")).TextsOf(".linked-sites a").ShouldContain("Báo Nhân Dân");
    }

    [Fact]
    public async Task Only_who_manages_menus_sees_them()
    {
        await using var portal = await PortalApp.StartAsync();
        using var editor = await portal.HireAsync(PortalApp.LangSon, "Lê Văn Biên", Editors.Editor);
        using var head = await portal.HireAsync(PortalApp.Department, "Đỗ Thị Trưởng", Editors.Head);

        (await editor.GetAsync("Admin/Menus")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await editor.GetAsync(MainMenu)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await editor.PostAsync(MainMenu, ("press", "Publish"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await head.GetAsync("Admin/Menus")).TextsOf(".rows .row-title").ShouldBe(["Liên kết trang", "Menu chân trang", "Menu chính"], ignoreOrder: true);
    }
}
