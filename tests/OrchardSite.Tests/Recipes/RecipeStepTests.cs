using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Data;
using OrchardSite.Recipes;
using OrchardSite.Tenants;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;
using OrchardSite.Users.Roles;
using static OrchardSite.Tests.Recipes.RecipeFiles;

namespace OrchardSite.Tests.Recipes;

public sealed class RecipeStepTests
{
    [Fact]
    public async Task The_feature_step_switches_features_by_either_name_on_this_site_alone()
    {
        await using var portal = await PortalApp.StartAsync();

        await portal.RunAsync(Recipe("""{ "name": "Feature", "enable": [ "OrchardCore.Contents" ], "disable": [ "OrchardSite.Directives" ] }"""));
        (await portal.Http.GetPageAsync("/xttm-lang-son/van-ban")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Http.GetPageAsync("/xttm-vinh-long/van-ban")).Status.ShouldBe(HttpStatusCode.OK);

        await portal.RunAsync(Recipe("""{ "name": "feature", "enable": [ "OrchardSite.Directives" ] }"""));
        (await portal.Http.GetPageAsync("/xttm-lang-son/van-ban")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_settings_step_is_seen_on_the_sites_pages_at_once()
    {
        await using var portal = await PortalApp.StartAsync();

        await portal.RunAsync(Recipe("""
            { "name": "settings", "SiteName": "  Trung tâm mới ", "Culture": "en", "BaseUrl": "https://xttm.example.vn", "PageSize": "7", "SomethingOfOrchardCore": { "a": [ 1 ] } }
            """));

        var page = await portal.Http.GetPageAsync("/xttm-lang-son/");
        page.Document.DocumentElement.GetAttribute("lang").ShouldBe("en");
        page.TextOf("title").ShouldNotBeNull().ShouldContain("Trung tâm mới");
        page.Document.QuerySelector("link[rel=canonical]").ShouldNotBeNull().GetAttribute("href").ShouldNotBeNull().ShouldStartWith("https://xttm.example.vn/");
        var settings = await portal.Services.GetRequiredService<TenantCache<SiteSettings>>().GetAsync(portal.Site(PortalApp.LangSon)!.Id);
        (settings.PageSize, settings.TimeZoneId).ShouldBe((7, "Asia/Ho_Chi_Minh"));
        (await DocumentAsync(portal, SiteSettings.Document))["SomethingOfOrchardCore"]!.ToJsonString().ShouldBe("""{"a":[1]}""");
        (await portal.Http.GetPageAsync("/xttm-vinh-long/")).Document.DocumentElement.GetAttribute("lang").ShouldBe("vi");
    }

    [Fact]
    public async Task The_roles_step_creates_replaces_adds_and_removes()
    {
        await using var portal = await PortalApp.StartAsync();
        const string Role = "Người kiểm tra";

        await portal.RunAsync(Recipe($$"""
            { "name": "Roles", "Roles": [ { "Name": "{{Role}}", "Description": "Xem trước khi đăng", "Permissions": [ "ViewContent", "EditContent" ] } ] }
            """));
        await portal.RunAsync(Recipe($$"""{ "name": "roles", "Roles": [ { "Name": "{{Role}}", "Permissions": [ "PublishContent", "ViewContent" ], "PermissionBehavior": "Add" } ] }"""));
        (await RoleAsync(portal, Role)).Permissions.ShouldBe(["EditContent", "PublishContent", "ViewContent"]);

        await portal.RunAsync(Recipe($$"""{ "name": "Roles", "Roles": [ { "Name": "{{Role}}", "Permissions": [ "ViewContent" ], "PermissionBehavior": "remove" } ] }"""));
        await portal.RunAsync(Recipe($$"""{ "name": "Roles", "Roles": [ { "Name": "{{Role}}", "Permissions": [ "EditContent" ] } ] }"""));
        var role = await RoleAsync(portal, Role);
        (role.Description, string.Join(' ', role.Permissions), role.Revision).ShouldBe(("Xem trước khi đăng", "EditContent", 3));
    }

    [Fact]
    public async Task The_admin_menu_step_keeps_each_menu_once_by_its_id()
    {
        await using var portal = await PortalApp.StartAsync();
        static string Step(string name) => Recipe($$"""
            { "name": "AdminMenu", "data": [ { "Id": "thu", "Name": "{{name}}", "Enabled": true, "MenuItems": [
              { "$type": "LinkAdminNode, OrchardCore.AdminMenu", "LinkText": "Trang", "LinkUrl": "https://portal.example.vn", "PermissionNames": [ "EditContent" ], "Items": [] } ] } ] }
            """);

        await portal.RunAsync(Step("Một"));
        var before = (await DocumentAsync(portal, AdminMenuStep.Document))["AdminMenu"]!.AsArray().Count;
        await portal.RunAsync(Step("Hai"));

        var menus = (await DocumentAsync(portal, AdminMenuStep.Document))["AdminMenu"]!.AsArray();
        menus.Count.ShouldBe(before);
        menus.Where(menu => menu!["Id"]!.GetValue<string>() == "thu").ShouldHaveSingleItem()!["Name"]!.GetValue<string>().ShouldBe("Hai");
    }

    [Fact]
    public async Task The_themes_step_takes_the_shared_theme()
    {
        await using var portal = await PortalApp.StartAsync();

        (await portal.RunAsync(Recipe("""{ "name": "themes", "site": "Portal", "admin": "TheAdmin" }"""))).Changes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("feature", "\"enable\": \"OrchardSite.Media\"", "$.steps[0].enable", "A list is expected here.")]
    [InlineData("feature", "\"enable\": [ 5 ]", "$.steps[0].enable[0]", "A text is expected here.")]
    [InlineData("feature", "\"enable\": [ null ]", "$.steps[0].enable", "The list has an empty place.")]
    [InlineData("feature", "\"enable\": [ \"OrchardSite.Fax\" ]", "$.steps[0].enable[0]", "There is no feature OrchardSite.Fax.")]
    [InlineData("feature", "\"disable\": [ \"OrchardSite.Users\" ]", "$.steps[0]", "The feature Users cannot be disabled: no site works without it.")]
    [InlineData("themes", "\"site\": \"TheBlogTheme\"", "$.steps[0].site", "There is no theme TheBlogTheme; all sites share Portal.")]
    [InlineData("themes", "\"site\": 5", "$.steps[0].site", "A text is expected here.")]
    [InlineData("settings", "\"SiteName\": \"  \"", "$.steps[0].SiteName", "A site's name has 1 to 255 characters.")]
    [InlineData("settings", "\"sitename\": null", "$.steps[0].sitename", "A site's name has 1 to 255 characters.")]
    [InlineData("settings", "\"SiteName\": 5", "$.steps[0].SiteName", "A text is expected here.")]
    [InlineData("settings", "\"TimeZoneId\": \"Asia/Atlantis\"", "$.steps[0].TimeZoneId", "Asia/Atlantis is no TimeZoneId; give one such as Asia/Ho_Chi_Minh.")]
    [InlineData("settings", "\"BaseUrl\": \"javascript:alert(1)\"", "$.steps[0].BaseUrl", "javascript:alert(1) is no BaseUrl; give one such as https://portal.example.vn.")]
    [InlineData("settings", "\"BaseUrl\": \"https://portal.example.vn/?a=1\"", "$.steps[0].BaseUrl", "https://portal.example.vn/?a=1 is no BaseUrl")]
    [InlineData("settings", "\"PageSize\": 101", "$.steps[0].PageSize", "A page shows 1 to 100 items.")]
    [InlineData("settings", "\"PageSize\": 7.5", "$.steps[0].PageSize", "A page shows 1 to 100 items.")]
    [InlineData("settings", "\"PageSize\": null", "$.steps[0].PageSize", "A page shows 1 to 100 items.")]
    [InlineData("settings", "\"Theme\": \"TheTheme\"", "$.steps[0].Theme", "TheTheme is no Theme; give one such as Portal.")]
    [InlineData("settings", "\"HomeRoute\": \"x\"", "$.steps[0].HomeRoute", "An object is expected here.")]
    [InlineData("Roles", "\"Roles\": {}", "$.steps[0].Roles", "A list is expected here.")]
    [InlineData("Roles", "\"Roles\": [ \"Biên tập viên\" ]", "$.steps[0].Roles[0]", "An object is expected here.")]
    [InlineData("Roles", "\"Roles\": [ { \"Permissions\": [] } ]", "$.steps[0].Roles[0]", "Name is missing.")]
    [InlineData("Roles", "\"Roles\": [ { \"Name\": \"Một\" }, { \"Name\": \" \" } ]", "$.steps[0].Roles[1]", "A role has a name of 1 to 100 characters.")]
    [InlineData("Roles", "\"Roles\": [ { \"Name\": \"Một\", \"PermissionBehavior\": \"1\" } ]", "$.steps[0].Roles[0].PermissionBehavior", "1 is no PermissionBehavior; give one such as Replace, Add, Remove.")]
    [InlineData("Roles", "\"Roles\": [ { \"Name\": \"Một\", \"Permissions\": [ 1 ] } ]", "$.steps[0].Roles[0].Permissions[0]", "A text is expected here.")]
    [InlineData("AdminMenu", "\"data\": [ { \"Name\": \"Một\" } ]", "$.steps[0].data[0]", "Id is missing.")]
    [InlineData("AdminMenu", "\"data\": [ { \"Id\": \"a\", \"Name\": \"Một\", \"MenuItems\": [ { \"$type\": \"x\", \"Items\": [ { \"$type\": \"x\", \"LinkUrl\": \"javascript:alert(1)\" } ] } ] } ]", "$.steps[0].data[0].MenuItems[0].Items[0].LinkUrl", "javascript:alert(1) is no address of a page.")]
    [InlineData("recipes", "\"Values\": [ 5 ]", "$.steps[0].Values[0]", "An object is expected here.")]
    [InlineData("recipes", "\"Values\": [ { } ]", "$.steps[0].Values[0]", "name is missing.")]
    public async Task A_bad_value_is_refused_with_its_step_and_place(string step, string members, string path, string reason)
    {
        await using var portal = await PortalApp.StartAsync();

        await portal.ShouldBeRefusedAsync(Recipe($$"""{ "name": "{{step}}", {{members}} }, {{Rename("Tên khác")}}"""), step, path, reason);
    }

    private static Task<Role> RoleAsync(PortalApp portal, string name) => portal.InTenantAsync(PortalApp.LangSon, services =>
        services.GetRequiredService<SiteDbContext>().Set<Role>().AsNoTracking().SingleAsync(role => role.Name == name));

    private static async Task<JsonNode> DocumentAsync(PortalApp portal, string name)
    {
        await using var db = portal.OpenContext(PortalApp.LangSon);
        var document = await db.Set<SiteDocument>().AsNoTracking().SingleAsync(row => row.Name == name, TestContext.Current.CancellationToken);
        return JsonNode.Parse(document.Json)!;
    }
}
