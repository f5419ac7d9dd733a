using System.Text.Json.Nodes;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Admin;

public sealed class MenuTests
{
    private const string Home = "/xttm-lang-son/Admin";

    private const string Menu = """
        { "name": "AdminMenu", "data": [
            { "Id": "menu1", "Name": "Một", "Enabled": true, "MenuItems": [
                { "$type": "LinkAdminNode", "LinkText": "Bàn làm việc", "LinkUrl": "~/Admin", "IconClass": "fa-solid fa-house", "Items": [] },
                { "$type": "LinkAdminNode", "LinkText": "Bài viết mẫu", "LinkUrl": "https://example.vn/", "PermissionNames": ["AccessAdminPanel"], "Items": [] },
                { "$type": "LinkAdminNode", "LinkText": "Của lãnh đạo", "LinkUrl": "lanh-dao", "PermissionNames": ["ManageUsers"], "Items": [] },
                { "$type": "LinkAdminNode", "LinkText": "Không có trang này", "LinkUrl": "Admin/Nowhere", "Items": [] },
                { "$type": "LinkAdminNode", "LinkText": "Tắt", "LinkUrl": "tat", "Enabled": false, "Items": [] },
                { "$type": "LinkAdminNode", "LinkText": "Nhóm", "Items": [ { "$type": "LinkAdminNode", "LinkText": "Đường dẫn con", "LinkUrl": "lien-he", "Items": [] } ] } ] } ] }
        """;

    [Fact]
    public async Task The_menu_of_a_recipe_shows_what_a_person_may_use_and_what_there_is()
    {
        await using var portal = await PortalApp.StartAsync();
        await RecipeFiles.RunAsync(portal, PortalApp.LangSon, JsonNode.Parse(Menu)!.AsObject());
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);

        var page = await browser.GetPageAsync(Home);

        var texts = page.TextsOf(".side li > a, .side-heading");
        texts.ShouldContain("Bài viết mẫu");
        texts.ShouldContain("Nhóm");
        texts.ShouldNotContain("Của lãnh đạo");
        texts.ShouldNotContain("Không có trang này");
        texts.ShouldNotContain("Tắt");
        page.Document.QuerySelectorAll(".side li li a").Select(link => link.GetAttribute("href")).ShouldContain("/xttm-lang-son/lien-he");
        page.TextOf(".side [aria-current=page]").ShouldBe("Bàn làm việc");
        using var other = await portal.SignedInAsync(PortalApp.VinhLong, Editors.Editor);
        (await other.GetPageAsync("/xttm-vinh-long/Admin")).TextsOf(".side li > a").ShouldNotContain("Bài viết mẫu");
    }

    [Fact]
    public async Task The_palette_finds_pages_without_diacritics_and_says_when_there_is_nothing()
    {
        await using var portal = await PortalApp.StartAsync();
        await RecipeFiles.RunAsync(portal, PortalApp.LangSon, JsonNode.Parse(Menu)!.AsObject());
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);

        (await browser.GetPageAsync(Home + "/Palette?q=duong%20DAN")).TextsOf("a[role=option] .palette-text").ShouldBe(["Đường dẫn con"]);

        (await browser.GetPageAsync(Home + "/Palette?q=lanh")).TextsOf("a[role=option]").ShouldBeEmpty();
        (await browser.GetPageAsync(Home + "/Palette?q=%3Cb%3E" + new string('a', 3000))).TextOf(".palette-none").ShouldBe("Không tìm thấy gì.");
    }
}
