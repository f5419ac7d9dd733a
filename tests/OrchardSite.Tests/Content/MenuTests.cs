using System.Text.Json.Nodes;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Content;

public sealed class MenuTests
{
    private const string MainMenu = "portalmainmenu000000000000";

    [Theory]
    [InlineData("/", "Trang chủ")]
    [InlineData("/gioi-thieu/co-cau-to-chuc", "Giới thiệu")]
    [InlineData("/tin-tuc-su-kien/cong-nghiep", "Tin tức - sự kiện")]
    [InlineData("/van-ban/240-qd-sct-2026", "Văn bản")]
    [InlineData("/lien-he", "Liên hệ")]
    public async Task The_menu_lights_up_where_the_reader_is(string path, string active)
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync(path);

        page.TextsOf("nav.main-menu .menu > li.active > a").ShouldBe([active]);
        page.Document.QuerySelectorAll("nav.main-menu a[aria-current=page]").Length.ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task The_link_to_the_page_itself_is_marked_as_that_and_the_one_above_it_as_its_section()
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync("/gioi-thieu/co-cau-to-chuc");

        page.TextsOf("nav.main-menu a[aria-current=page]").ShouldBe(["Cơ cấu tổ chức"]);
        page.TextsOf("nav.main-menu a[aria-current=true]").ShouldBe(["Giới thiệu"]);
        (await portal.Http.GetPageAsync("/gioi-thieu/gioi-thieu-chung")).TextsOf("nav.main-menu a[aria-current=page]").ShouldBe(["Giới thiệu chung"]);
    }

    [Fact]
    public async Task An_edited_menu_is_on_every_page_of_its_site_and_on_no_other()
    {
        await using var portal = await PortalApp.StartAsync();
        var pages = new[] { "/", "/van-ban", "/lien-he" };
        foreach (var page in pages)
        {
            await portal.Http.GetPageAsync(page);
        }

        await portal.EditAsync(PortalApp.Department, MainMenu, menu => Entries(menu).Add(Link("Thư viện ảnh", "https://anh.congthuong.example")));

        foreach (var page in pages)
        {
            (await portal.Http.GetPageAsync(page)).TextsOf("nav.main-menu a").ShouldContain("Thư viện ảnh", page);
        }

        (await portal.Http.GetPageAsync("/xttm-lang-son/")).Body.ShouldNotContain("Thư viện ảnh");
    }

    [Fact]
    public async Task A_withdrawn_page_leaves_the_menu_and_comes_back_with_it()
    {
        await using var portal = await PortalApp.StartAsync();
        var page = await AddToMenuAsync(portal, publish: true);
        (await portal.Http.GetPageAsync("/van-ban")).TextsOf("nav.main-menu a").ShouldContain("Quy chế");

        await portal.UnpublishAsync(PortalApp.Department, page);
        (await portal.Http.GetPageAsync("/van-ban")).TextsOf("nav.main-menu a").ShouldNotContain("Quy chế");

        await portal.PublishAsync(PortalApp.Department, page);
        (await portal.Http.GetPageAsync("/van-ban")).TextsOf("nav.main-menu a").ShouldContain("Quy chế");
    }

    [Fact]
    public async Task A_page_that_was_put_into_the_menu_as_a_draft_appears_when_it_is_published()
    {
        await using var portal = await PortalApp.StartAsync();
        var page = await AddToMenuAsync(portal, publish: false);
        (await portal.Http.GetPageAsync("/van-ban")).TextsOf("nav.main-menu a").ShouldNotContain("Quy chế");

        await portal.PublishAsync(PortalApp.Department, page);

        (await portal.Http.GetPageAsync("/van-ban")).TextsOf("nav.main-menu a").ShouldContain("Quy chế");
    }

    [Fact]
    public async Task A_menu_follows_a_page_to_its_new_address()
    {
        await using var portal = await PortalApp.StartAsync();
        var page = await AddToMenuAsync(portal, publish: true);
        await portal.Http.GetPageAsync("/van-ban");

        await portal.EditAsync(PortalApp.Department, page.ContentItemId, item => item.SetTitle("Nội quy tiếp dân"));

        (await portal.Http.GetPageAsync("/van-ban")).Document.QuerySelectorAll("nav.main-menu a").Select(link => link.GetAttribute("href")).ShouldContain("/noi-quy-tiep-dan");
    }

    [Fact]
    public async Task A_withdrawn_menu_is_shown_on_no_page()
    {
        await using var portal = await PortalApp.StartAsync();
        (await portal.Http.GetPageAsync("/van-ban")).Document.QuerySelectorAll("nav.main-menu a").ShouldNotBeEmpty();
        var (version, _) = await portal.OpenAsync(PortalApp.Department, MainMenu);

        await portal.UnpublishAsync(PortalApp.Department, version);

        (await portal.Http.GetPageAsync("/van-ban")).Document.QuerySelectorAll("nav.main-menu a").ShouldBeEmpty();
        (await portal.Http.GetPageAsync("/xttm-lang-son/van-ban")).Document.QuerySelectorAll("nav.main-menu a").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JavaScript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("//evil.example")]
    [InlineData("~//evil.example")]
    [InlineData("/van-ban")]
    [InlineData("van-ban")]
    public async Task A_link_that_a_browser_would_run_or_that_leaves_the_site_unseen_is_refused(string url)
    {
        await using var portal = await PortalApp.StartAsync();
        var (version, menu) = await portal.OpenAsync(PortalApp.Department, MainMenu);
        Entries(menu).Insert(0, Link("Liên kết", url));

        var refused = await portal.SaveAsync(PortalApp.Department, menu, version.VersionId);

        refused.Refusals.ShouldHaveSingleItem().Field.ShouldBe("MenuItemsListPart.MenuItems[0].LinkMenuItemPart.Url");
    }

    [Theory]
    [InlineData("")]
    [InlineData("~/")]
    [InlineData("~/van-ban?year=2026")]
    [InlineData("https://moit.gov.vn")]
    [InlineData("mailto:lienhe@congthuong.example")]
    [InlineData("tel:02203000111")]
    [InlineData("#top")]
    public async Task Honest_links_and_headings_are_taken(string url)
    {
        await using var portal = await PortalApp.StartAsync();
        var (version, menu) = await portal.OpenAsync(PortalApp.Department, MainMenu);
        Entries(menu).Add(Link("Liên kết", url));

        (await portal.SaveAsync(PortalApp.Department, menu, version.VersionId)).Refusals.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_menu_that_goes_down_without_end_is_refused()
    {
        await using var portal = await PortalApp.StartAsync();
        var (version, menu) = await portal.OpenAsync(PortalApp.Department, MainMenu);
        var entries = Entries(menu);
        for (var depth = 0; depth < 20; depth++)
        {
            var entry = Link($"Mục {depth}", "~/");
            entry["MenuItemsListPart"] = new JsonObject { ["MenuItems"] = new JsonArray() };
            entries.Add(entry);
            entries = entry["MenuItemsListPart"]!["MenuItems"]!.AsArray();
        }

        (await portal.SaveAsync(PortalApp.Department, menu, version.VersionId)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Invalid);
    }

    [Fact]
    public async Task Two_menus_of_one_alias_are_refused_and_a_generated_one_is_numbered()
    {
        await using var portal = await PortalApp.StartAsync();

        var refused = await portal.SaveAsync(PortalApp.Department, Menu("Menu mới", "main-menu"));
        var first = await portal.SaveAsync(PortalApp.Department, Menu("Menu mới", ""));
        var second = await portal.SaveAsync(PortalApp.Department, Menu("Menu mới", ""));

        (refused.Refusals.ShouldHaveSingleItem().Kind, refused.Refusals[0].Field).ShouldBe((RefusalKind.Conflict, "AliasPart.Alias"));
        first.Refusals.ShouldBeEmpty();
        second.Refusals.ShouldBeEmpty();
    }

    private static async Task<OrchardSite.Content.Operations.SavedContent> AddToMenuAsync(PortalApp portal, bool publish)
    {
        var page = (await portal.SaveAsync(PortalApp.Department, Samples.Page())).Value;
        if (publish)
        {
            await portal.PublishAsync(PortalApp.Department, page);
        }

        await portal.EditAsync(PortalApp.Department, MainMenu, menu => Entries(menu).Add(new JsonObject
        {
            ["ContentItemId"] = UniqueId.New(),
            ["ContentType"] = "ContentMenuItem",
            ["TitlePart"] = new JsonObject { ["Title"] = "Quy chế" },
            ["ContentMenuItemPart"] = new JsonObject { ["SelectedContentItem"] = new JsonObject { ["ContentItemIds"] = new JsonArray(page.ContentItemId) } },
        }));
        return page;
    }

    private static JsonArray Entries(JsonObject menu) => menu["MenuItemsListPart"]!["MenuItems"]!.AsArray();

    private static JsonObject Link(string title, string url) => new()
    {
        ["ContentItemId"] = UniqueId.New(),
        ["ContentType"] = "LinkMenuItem",
        ["TitlePart"] = new JsonObject { ["Title"] = title },
        ["LinkMenuItemPart"] = new JsonObject { ["Url"] = url },
    };

    private static JsonObject Menu(string title, string alias) => new()
    {
        ["ContentType"] = "Menu",
        ["TitlePart"] = new JsonObject { ["Title"] = title },
        ["AliasPart"] = new JsonObject { ["Alias"] = alias },
        ["MenuPart"] = new JsonObject(),
        ["MenuItemsListPart"] = new JsonObject { ["MenuItems"] = new JsonArray() },
    };
}
