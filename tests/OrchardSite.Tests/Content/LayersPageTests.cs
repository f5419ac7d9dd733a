using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Operations;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;
using OrchardSite.Tests.Workflows;

namespace OrchardSite.Tests.Content;

/// <summary>What an administrator does with the widgets of Lạng Sơn; Vĩnh Long has the same ones and keeps them.</summary>
public sealed class LayersPageTests
{
    private const string Address = "/xttm-lang-son/Admin/Layers";
    private const string Notices = "widgetnotices0000000000000";
    private const string Directives = "widgetdirectives0000000000";

    [Fact]
    public async Task A_widget_is_moved_up_by_its_button_and_readers_see_it_at_once_on_this_site_alone()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);
        var others = (await portal.Http.GetPageAsync("/xttm-vinh-long/")).TextsOf(".column-side h2");
        (await TitlesAsync(portal)).Take(2).ShouldBe(["Thông báo", "Văn bản mới"]);

        var moved = await admin.Browser.PressAsync(await admin.GetAsync("Admin/Layers"), $"#widget-{Directives} [value=up]");

        (await TitlesAsync(portal)).Take(2).ShouldBe(["Văn bản mới", "Thông báo"]);
        (await portal.Http.GetPageAsync("/xttm-vinh-long/")).TextsOf(".column-side h2").ShouldBe(others);
        var after = await admin.Browser.FollowAsync(moved);
        after.TextOf("[role=status]").ShouldNotBeNull().ShouldContain("Văn bản mới");
        after.Document.QuerySelector($"#widget-{Directives} [value=down]")!.HasAttribute("autofocus").ShouldBeTrue();
        (await portal.ReadAsync(PortalApp.LangSon, db => db.AuditEntries.CountAsync(entry => entry.Operation == "PlaceWidget" && entry.AccountId == admin.Id))).ShouldBe(1);
    }

    [Fact]
    public async Task A_widget_goes_to_another_zone_and_layer_with_its_title_hidden()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);

        await admin.Browser.PressAsync(
            await admin.GetAsync("Admin/Layers"), $"#widget-{Notices} .widget-form button", ("zone", "AfterContent"), ("layer", "Homepage"), ("renderTitle", "false"));

        var home = await portal.Http.GetPageAsync("/xttm-lang-son/");
        home.TextsOf(".column-side h2").ShouldNotContain("Thông báo");
        home.Document.QuerySelectorAll(".zone-after .widget-heading.visually-hidden").Select(heading => heading.TextContent.Trim()).ShouldContain(text => text.Contains("Thông báo"));
        (await portal.Http.GetPageAsync("/xttm-lang-son/van-ban")).TextsOf("h2").ShouldNotContain("Thông báo");
    }

    [Fact]
    public async Task Widgets_at_the_same_place_are_numbered_anew_when_one_goes_between_them()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);
        var first = await portal.AddAsync(PortalApp.LangSon, Widget("Khối một", "Footer", 90, "1"));
        var second = await portal.AddAsync(PortalApp.LangSon, Widget("Khối hai", "Footer", 90, "2"));
        var third = await portal.AddAsync(PortalApp.LangSon, Widget("Khối ba", "Footer", 91, "3"));

        await MoveAsync(admin, third, "Footer", before: second.ContentItemId);

        (await portal.Http.GetPageAsync("/xttm-lang-son/van-ban")).TextsOf(".zone-footer h2").Where(title => title.StartsWith("Khối", StringComparison.Ordinal))
            .ShouldBe(["Khối một", "Khối ba", "Khối hai"]);
        first.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_draft_beside_the_published_version_moves_with_it_and_stays_a_draft()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);
        var (notices, item) = await portal.OpenAsync(PortalApp.LangSon, Notices);
        item.SetTitle("Thông báo (đang sửa)");
        var draft = (await portal.SaveAsync(PortalApp.LangSon, item, notices.VersionId)).Value;

        (await MoveAsync(admin, draft, "Sidebar", before: "")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await TitlesAsync(portal)).Last().ShouldBe("Thông báo");
        var (_, newest) = await portal.OpenAsync(PortalApp.LangSon, Notices);
        newest["TitlePart"]!["Title"]!.GetValue<string>().ShouldBe("Thông báo (đang sửa)");
        newest["LayerMetadata"]!["Position"]!.GetValue<double>().ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_widget_of_any_kind_is_added_as_a_draft_filled_in_and_published()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);
        var added = await admin.Browser.PressAsync(
            await admin.GetAsync("Admin/Layers"), "#add-widget button", ("type", "HtmlWidget"), ("title", "Đường dây nóng mới"), ("zone", "Sidebar"), ("layer", "Always"));
        var form = await admin.Browser.FollowAsync(added);
        (await TitlesAsync(portal)).ShouldNotContain("Đường dây nóng mới");

        var published = await admin.Browser.PressAsync(form, DashboardContent.PublishButton, ("HtmlBodyPart.Html", "<p>Gọi 1900 6789</p>"));

        published.Location().ShouldBe(Address);
        (await TitlesAsync(portal)).Last().ShouldBe("Đường dây nóng mới");
    }

    [Fact]
    public async Task A_widget_is_taken_down_shown_again_and_put_into_the_bin()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);

        await admin.Browser.PressAsync(await admin.GetAsync("Admin/Layers"), $"#widget-{Notices} [formaction$=Unpublish]");
        (await TitlesAsync(portal)).ShouldNotContain("Thông báo");
        await admin.Browser.PressAsync(await admin.GetAsync("Admin/Layers"), $"#widget-{Notices} [formaction$=Publish]");
        (await TitlesAsync(portal)).ShouldContain("Thông báo");
        await admin.Browser.PressAsync(await admin.GetAsync("Admin/Layers"), $"#widget-{Notices} [formaction$=Remove]");

        (await TitlesAsync(portal)).ShouldNotContain("Thông báo");
        (await admin.GetAsync("Admin/Layers")).Document.GetElementById($"widget-{Notices}").ShouldBeNull();
    }

    [Fact]
    public async Task What_somebody_else_has_changed_meanwhile_is_not_moved_blindly()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);
        var seen = await admin.GetAsync("Admin/Layers");
        await portal.EditAsync(PortalApp.LangSon, Notices, item => item.SetTitle("Thông báo mới"));

        var refused = await admin.Browser.PressAsync(seen, $"#widget-{Notices} .widget-form button", ("zone", "Footer"));

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.TextOf("#refusals").ShouldNotBeNull().ShouldContain("Thông báo mới");
        (await TitlesAsync(portal)).ShouldContain("Thông báo mới");
    }

    [Fact]
    public async Task A_place_that_is_not_there_is_refused()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);
        var (widget, _) = await portal.OpenAsync(PortalApp.LangSon, Notices);
        var (id, version) = (("id", widget.ContentItemId), ("version", widget.VersionId));

        (await admin.PostAsync("Admin/Layers?handler=Move", id, version, ("zone", "Sidebar"), ("before", "widgetlinkedsites000000000"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await admin.PostAsync("Admin/Layers?handler=Move", id, version, ("zone", "Khong"), ("before", ""))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await admin.PostAsync("Admin/Layers?handler=Place", id, version, ("zone", "Sidebar"), ("layer", "Không có"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await admin.PostAsync("Admin/Layers?handler=Move", ("id", "khongcowidgetnay"), version, ("zone", "Sidebar"))).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var (type, zone, layer) in new[] { ("Article", "Sidebar", "Always"), ("HtmlWidget", "Khong", "Always"), ("HtmlWidget", "Sidebar", "Không có") })
        {
            (await admin.PostAsync("Admin/Layers?handler=Add", ("type", type), ("zone", zone), ("layer", layer))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, $"{type} {zone} {layer}");
        }

        (await TitlesAsync(portal)).First().ShouldBe("Thông báo");
    }

    [Fact]
    public async Task Who_may_not_manage_layers_sees_and_changes_nothing()
    {
        await using var portal = await PortalApp.StartAsync();
        using var editor = await portal.HireAsync(PortalApp.LangSon, "Lê Văn Biên Tập", Editors.Editor);
        using var neighbour = await portal.HireAsync(PortalApp.VinhLong, "Trần Thị Láng Giềng", Editors.Administrator);
        var (widget, _) = await portal.OpenAsync(PortalApp.LangSon, Notices);

        (await editor.GetAsync("Admin/Layers")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await editor.GetAsync("Admin/Layers/Edit")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await MoveAsync(editor, widget, "Footer", "")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await editor.PostAsync("Admin/Layers/Edit", ("action", "save"), ("Name", "Lạ"), ("IsNew", "true"), ("kind:0", "IsAnonymousCondition"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await neighbour.Browser.GetPageAsync(Address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await TitlesAsync(portal)).First().ShouldBe("Thông báo");
    }

    [Fact]
    public async Task It_can_be_asked_what_is_shown_on_an_address()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);

        (await admin.GetAsync("Admin/Layers?address=/")).TextOf("#checked").ShouldNotBeNull().ShouldContain("Tin nổi bật");
        var list = (await admin.GetAsync("Admin/Layers?address=" + Uri.EscapeDataString("https://vi-du.gov.vn/xttm-lang-son/van-ban?trang=2"))).TextOf("#checked").ShouldNotBeNull();
        list.ShouldContain("/van-ban ");
        list.ShouldContain("Thông báo");
        list.ShouldNotContain("Tin nổi bật");
        list.ShouldNotContain("Văn bản mới");
    }

    private static async Task<IReadOnlyList<string>> TitlesAsync(PortalApp portal) => (await portal.Http.GetPageAsync("/xttm-lang-son/")).TextsOf(".column-side h2");

    private static Task<Page> MoveAsync(Colleague who, SavedContent widget, string zone, string before) =>
        who.PostAsync("Admin/Layers?handler=Move", ("id", widget.ContentItemId), ("version", widget.VersionId), ("zone", zone), ("before", before));

    private static JsonObject Widget(string title, string zone, double position, string id) => new()
    {
        ["ContentItemId"] = id.PadLeft(UniqueId.Length, '0'),
        ["ContentType"] = "HtmlWidget",
        ["TitlePart"] = new JsonObject { ["Title"] = title },
        ["HtmlBodyPart"] = new JsonObject { ["Html"] = "<p>Gọi 1900</p>" },
        ["LayerMetadata"] = new JsonObject { ["RenderTitle"] = true, ["Position"] = position, ["Zone"] = zone, ["Layer"] = "Always" },
    };
}
