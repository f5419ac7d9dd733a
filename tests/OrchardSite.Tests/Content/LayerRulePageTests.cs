using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Content.Layers;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;
using OrchardSite.Tests.Workflows;

namespace OrchardSite.Tests.Content;

/// <summary>Layers of Lạng Sơn, with rules that are put together from conditions.</summary>
public sealed class LayerRulePageTests
{
    private const string SaveButton = "#save";

    [Fact]
    public async Task A_rule_is_put_together_without_script_said_in_words_and_stored_in_Orchard_Cores_form()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);
        var page = await admin.GetAsync("Admin/Layers/Edit");
        page = await admin.Browser.PressAsync(page, "[value='add:']", ("Name", "Trang tin"), ("new:", "AnyConditionGroup"));
        page = await admin.Browser.PressAsync(page, "[value='add:0']", ("new:0", "HomepageCondition"));
        page = await admin.Browser.PressAsync(page, "[value='add:0']", ("new:0", "UrlCondition"));
        page = await admin.Browser.PressAsync(page, "[value='add:']", ("new:", "IsAnonymousCondition"), ("value:0.1", "~/tin"), ("op:0.1", "StringStartsWithOperator"));
        page.TextOf("#sentence").ShouldNotBeNull().ShouldContain("Widget của lớp hiện (ở trang chủ hoặc ở nơi địa chỉ bắt đầu bằng “~/tin”) và cho người đọc chưa đăng nhập.");

        (await admin.Browser.PressAsync(page, SaveButton)).Location().ShouldStartWith("/xttm-lang-son/Admin/Layers");

        var layer = await LayerAsync(portal, "Trang tin");
        var conditions = layer.Rule!["Conditions"]!.AsArray();
        conditions[0]!["$type"]!.GetValue<string>().ShouldBe("OrchardCore.Rules.Models.AnyConditionGroup, OrchardCore.Rules");
        conditions[0]!["Conditions"]![1]!["Operation"]!["$type"]!.GetValue<string>().ShouldBe("OrchardCore.Rules.Models.StringStartsWithOperator, OrchardCore.Rules");
        conditions[1]!["Name"]!.GetValue<string>().ShouldBe("IsAnonymousCondition");
        (await portal.InTenantAsync(PortalApp.VinhLong, services => services.GetRequiredService<SiteLayers>().ReadAsync(TestContext.Current.CancellationToken))).Find("Trang tin").ShouldBeNull();
        // What was written here is brought in elsewhere by a recipe.
        await RecipeFiles.RunAsync(portal, PortalApp.VinhLong, new JsonObject { ["name"] = "layers", ["Layers"] = new JsonArray(new JsonObject { ["Name"] = "Trang tin", ["LayerRule"] = layer.Rule!.DeepClone() }) });
    }

    [Fact]
    public async Task Widgets_follow_who_reads_and_what_the_page_is_about()
    {
        await using var portal = await PortalApp.StartAsync();
        using var editor = await portal.HireAsync(PortalApp.LangSon, "Lê Văn Biên Tập", Editors.Editor);
        using var stranger = await portal.HireAsync(PortalApp.VinhLong, "Trần Thị Láng Giềng", Editors.Editor);
        await AddAsync(portal, "Khối khách", Condition("IsAnonymousCondition"));
        await AddAsync(portal, "Khối nội bộ", Condition("IsAuthenticatedCondition"));
        await AddAsync(portal, "Khối biên tập", Condition("RoleCondition", Editors.Editor, "StringEqualsOperator"));
        await AddAsync(portal, "Khối bài viết", Condition("ContentTypeCondition", "Article", "StringEqualsOperator"));
        var article = await portal.AddAsync(PortalApp.LangSon, Samples.Article());
        var path = (await portal.ReadAsync(PortalApp.LangSon, db => db.FindAsync<OrchardSite.Content.ContentItem>(db.TenantId, article.ContentItemId).AsTask()))!.Path;

        (await ShownAsync(portal.Http, "/xttm-lang-son/van-ban")).ShouldBe(["Khối khách"]);
        (await ShownAsync(portal.Http, "/xttm-lang-son/" + path)).ShouldBe(["Khối bài viết", "Khối khách"], ignoreOrder: true);
        (await ShownAsync(editor.Browser, "/xttm-lang-son/van-ban")).ShouldBe(["Khối biên tập", "Khối nội bộ"], ignoreOrder: true);
        (await ShownAsync(stranger.Browser, "/xttm-lang-son/van-ban")).ShouldBe(["Khối nội bộ"]);
    }

    [Fact]
    public async Task What_the_portal_cannot_evaluate_and_what_says_nothing_is_refused()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);

        (await SaveAsync(admin, "Thử")).TextOf("#refusals").ShouldNotBeNull().ShouldContain("ít nhất một điều kiện");
        (await SaveAsync(admin, "Thử", ("kind:0", "JavascriptCondition"))).TextOf("#refusals").ShouldNotBeNull().ShouldContain("JavascriptCondition");
        (await SaveAsync(admin, "Thử", ("kind:0", "UrlCondition"), ("op:0", "RegexOperator"), ("value:0", "x"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SaveAsync(admin, "Thử", ("kind:0", "UrlCondition"), ("op:0", "StringEqualsOperator"))).TextOf("#refusals").ShouldNotBeNull().ShouldContain("Địa chỉ của trang");
        (await SaveAsync(admin, "", ("kind:0", "IsAnonymousCondition"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SaveAsync(admin, "Always", ("kind:0", "IsAnonymousCondition"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await SaveAsync(admin, "Thử", [.. Enumerable.Range(0, RuleNode.MostNodes).Select(index => ($"kind:{index}", "IsAnonymousCondition"))])).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SaveAsync(admin, "Thử", ("kind:0", "AllConditionGroup"), ("kind:0.0", "AllConditionGroup"), ("kind:0.0.0", "AllConditionGroup"), ("kind:0.0.0.0", "AllConditionGroup"))).Status
            .ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await admin.PostAsync("Admin/Layers/Edit", ("action", "save"), ("Name", "Không có"), ("IsNew", "false"), ("kind:0", "IsAnonymousCondition"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_layer_with_widgets_is_not_removed_and_they_are_named()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);

        var refused = await admin.Browser.PressAsync(await admin.GetAsync("Admin/Layers/Edit?name=OutsideDirectives"), "#remove button");
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.TextOf("#refusals").ShouldNotBeNull().ShouldContain("Văn bản mới");

        await admin.Browser.PressAsync(await admin.GetAsync("Admin/Layers"), "#widget-widgetdirectives0000000000 .widget-form button", ("layer", "Always"));
        await admin.Browser.PressAsync(await admin.GetAsync("Admin/Layers/Edit?name=OutsideDirectives"), "#remove button");

        (await portal.Http.GetPageAsync("/xttm-lang-son/van-ban")).TextsOf(".column-side h2").ShouldContain("Văn bản mới");
        (await admin.GetAsync("Admin/Layers/Edit?name=OutsideDirectives")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_rule_that_somebody_else_has_changed_is_not_written_over_and_nothing_is_lost()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);
        using var other = await portal.HireAsync(PortalApp.LangSon, "Ngô Văn Quản Trị", Editors.Administrator);
        var mine = await admin.GetAsync("Admin/Layers/Edit?name=OutsideDirectives");
        await other.Browser.PressAsync(await other.GetAsync("Admin/Layers/Edit?name=OutsideDirectives"), SaveButton, ("value:0", "~/lich"));

        var refused = await admin.Browser.PressAsync(mine, SaveButton, ("value:0", "~/hoi-dap"));

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.TextOf(".conflict").ShouldNotBeNull().ShouldContain("~/lich");
        refused.ValueOf("value:0").ShouldBe("~/hoi-dap");
        (await LayerAsync(portal, "OutsideDirectives")).Rule!["Conditions"]![0]!["Value"]!.GetValue<string>().ShouldBe("~/lich");
        await admin.Browser.PressAsync(refused, SaveButton);
        (await LayerAsync(portal, "OutsideDirectives")).Rule!["Conditions"]![0]!["Value"]!.GetValue<string>().ShouldBe("~/hoi-dap");
    }

    private static async Task<StoredLayer> LayerAsync(PortalApp portal, string name) =>
        (await portal.InTenantAsync(PortalApp.LangSon, services => services.GetRequiredService<SiteLayers>().ReadAsync(TestContext.Current.CancellationToken))).Find(name).ShouldNotBeNull();

    private static Task<Page> SaveAsync(Colleague who, string name, params (string Name, string Value)[] rule) =>
        who.PostAsync("Admin/Layers/Edit", [("action", "save"), ("Name", name), ("IsNew", "true"), ("Revision", "0"), .. rule]);

    private static JsonObject Condition(string kind, string? value = null, string? operation = null) => new()
    {
        ["Name"] = kind, ["Value"] = value, ["Operation"] = operation is null ? null : new JsonObject { ["Name"] = operation },
    };

    // A layer of its own with one widget that has its name.
    private static async Task AddAsync(PortalApp portal, string name, JsonObject condition)
    {
        await RecipeFiles.RunAsync(portal, PortalApp.LangSon, new JsonObject
        {
            ["name"] = "layers",
            ["Layers"] = new JsonArray(new JsonObject { ["Name"] = name, ["LayerRule"] = new JsonObject { ["Conditions"] = new JsonArray(condition) } }),
        });
        await portal.AddAsync(PortalApp.LangSon, new JsonObject
        {
            ["ContentType"] = "HtmlWidget",
            ["TitlePart"] = new JsonObject { ["Title"] = name },
            ["HtmlBodyPart"] = new JsonObject { ["Html"] = "<p>Nội dung</p>" },
            ["LayerMetadata"] = new JsonObject { ["RenderTitle"] = true, ["Position"] = 50, ["Zone"] = "Sidebar", ["Layer"] = name },
        });
    }

    private static async Task<IEnumerable<string>> ShownAsync(HttpClient browser, string path) =>
        (await browser.GetPageAsync(path)).TextsOf(".column-side h2").Where(title => title.StartsWith("Khối ", StringComparison.Ordinal));
}
