using System.Text.Json.Nodes;
using OrchardSite.Recipes;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Content;

public sealed class LayerTests
{
    [Theory]
    [InlineData("""{ "Name": "BooleanCondition", "Value": true }""", "/", "/van-ban", "/van-ban/240-qd-sct-2026", "/thong-bao")]
    [InlineData("""{ "Name": "BooleanCondition", "Value": false }""")]
    [InlineData("""{ "Name": "HomepageCondition", "Value": true }""", "/")]
    [InlineData("""{ "Name": "HomepageCondition", "Value": false }""", "/van-ban", "/van-ban/240-qd-sct-2026", "/thong-bao")]
    [InlineData("""{ "Name": "CultureCondition", "Value": "vi" }""", "/", "/van-ban", "/van-ban/240-qd-sct-2026", "/thong-bao")]
    [InlineData("""{ "Name": "CultureCondition", "Value": "en" }""")]
    [InlineData("""{ "Name": "UrlCondition", "Value": "~/van-ban", "Operation": { "Name": "StringEqualsOperator" } }""", "/van-ban")]
    [InlineData("""{ "Name": "UrlCondition", "Value": "~/van-ban", "Operation": { "$type": "OrchardCore.Rules.StringStartsWithOperator, OrchardCore.Rules" } }""", "/van-ban", "/van-ban/240-qd-sct-2026")]
    [InlineData("""{ "Name": "UrlCondition", "Value": "~/van-ban", "Operation": { "Name": "StringNotStartsWithOperator" } }""", "/", "/thong-bao")]
    [InlineData("""{ "Name": "UrlCondition", "Value": "BAO", "Operation": { "Name": "StringContainsOperator" } }""", "/thong-bao")]
    [InlineData("""{ "Name": "AllConditionGroup", "Conditions": [{ "Name": "HomepageCondition", "Value": false }, { "Name": "UrlCondition", "Value": "~/van-ban", "Operation": { "Name": "StringNotEqualsOperator" } }] }""", "/van-ban/240-qd-sct-2026", "/thong-bao")]
    [InlineData("""{ "Name": "AnyConditionGroup", "Conditions": [{ "Name": "HomepageCondition", "Value": true }, { "Name": "UrlCondition", "Value": "2026", "Operation": { "Name": "StringEndsWithOperator" } }] }""", "/", "/van-ban/240-qd-sct-2026")]
    [InlineData("""{ "Name": "AllConditionGroup", "Conditions": [] }""", "/", "/van-ban", "/van-ban/240-qd-sct-2026", "/thong-bao")]
    public async Task A_widget_is_on_the_pages_that_its_layer_is_active_on(string condition, params string[] shownOn)
    {
        await using var portal = await PortalApp.StartAsync();
        await AddLayerAsync(portal, "Thử", condition);
        await portal.AddAsync(PortalApp.Department, Widget("Đường dây nóng 1900", "Thử", "Sidebar"));

        foreach (var path in new[] { "/", "/van-ban", "/van-ban/240-qd-sct-2026", "/thong-bao" })
        {
            (await portal.Http.GetPageAsync(path)).TextsOf(".column-side h2").Contains("Đường dây nóng 1900").ShouldBe(shownOn.Contains(path), path);
        }

        (await portal.Http.GetPageAsync("/xttm-lang-son/van-ban")).Body.ShouldNotContain("Đường dây nóng 1900");
    }

    [Fact]
    public async Task Widgets_of_a_zone_come_in_the_order_of_their_positions()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.Department, Widget("Khối thứ ba", "Always", "Footer", 93));
        await portal.AddAsync(PortalApp.Department, Widget("Khối thứ nhất", "Always", "Footer", 91));
        await portal.AddAsync(PortalApp.Department, Widget("Khối thứ hai", "Always", "Footer", 91.5));

        (await portal.Http.GetPageAsync("/van-ban")).TextsOf(".zone-footer h2").Where(title => title.StartsWith("Khối")).ShouldBe(["Khối thứ nhất", "Khối thứ hai", "Khối thứ ba"]);
    }

    [Fact]
    public async Task A_withdrawn_widget_is_gone_from_pages_that_were_shown_before()
    {
        await using var portal = await PortalApp.StartAsync();
        var widget = await portal.AddAsync(PortalApp.Department, Widget("Đường dây nóng 1900", "Always", "Sidebar"));
        (await portal.Http.GetPageAsync("/van-ban")).Body.ShouldContain("Đường dây nóng 1900");

        await portal.UnpublishAsync(PortalApp.Department, widget);

        (await portal.Http.GetPageAsync("/van-ban")).Body.ShouldNotContain("Đường dây nóng 1900");
    }

    [Fact]
    public async Task An_edited_widget_is_on_every_page_at_once()
    {
        await using var portal = await PortalApp.StartAsync();
        var widget = await portal.AddAsync(PortalApp.Department, Widget("Đường dây nóng 1900", "Always", "Sidebar"));
        await portal.Http.GetPageAsync("/van-ban");

        await portal.EditAsync(PortalApp.Department, widget.ContentItemId, item => item.Set("HtmlBodyPart", "Html", "<p>Gọi 1900 6789</p>"));

        (await portal.Http.GetPageAsync("/van-ban")).Body.ShouldContain("Gọi 1900 6789");
    }

    [Fact]
    public async Task A_widget_of_an_unknown_layer_or_zone_harms_no_page()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.Department, Widget("Khối lạc lớp", "Không có lớp này", "Sidebar"));
        await portal.AddAsync(PortalApp.Department, Widget("Khối lạc vùng", "Always", "Khong"));

        var page = await portal.Http.GetPageAsync("/van-ban");

        page.TextOf("h1").ShouldBe("Văn bản");
        page.Body.ShouldNotContain("Khối lạc");
    }

    [Theory]
    [InlineData("""{ "Name": "JavascriptCondition", "Script": "true" }""")]
    [InlineData("""{ "Name": "UrlCondition", "Value": "~/van-ban" }""")]
    [InlineData("""{ "Name": "AllConditionGroup", "Conditions": [{ "Name": "RoleCondition", "Value": "Editor" }] }""")]
    public async Task A_condition_that_the_portal_does_not_know_is_refused(string condition)
    {
        await using var portal = await PortalApp.StartAsync();

        var error = await Should.ThrowAsync<RecipeException>(() => AddLayerAsync(portal, "Thử", condition));

        error.Path.ShouldStartWith("$.steps[0].Layers[0].LayerRule.Conditions[0]");
    }

    private static Task<RecipeOutcome> AddLayerAsync(PortalApp portal, string name, string condition) => RecipeFiles.RunAsync(portal, PortalApp.Department, new JsonObject
    {
        ["name"] = "layers",
        ["Layers"] = new JsonArray(new JsonObject { ["Name"] = name, ["LayerRule"] = new JsonObject { ["Conditions"] = new JsonArray(JsonNode.Parse(condition)) } }),
    });

    private static JsonObject Widget(string title, string layer, string zone, double position = 50) => new()
    {
        ["ContentType"] = "HtmlWidget",
        ["TitlePart"] = new JsonObject { ["Title"] = title },
        ["HtmlBodyPart"] = new JsonObject { ["Html"] = "<p>Gọi 1900</p>" },
        ["LayerMetadata"] = new JsonObject { ["RenderTitle"] = true, ["Position"] = position, ["Zone"] = zone, ["Layer"] = layer },
    };
}
