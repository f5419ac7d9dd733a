using System.Net;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Recipes;
using OrchardSite.Tests.Tenants;
using OrchardSite.Tests.Users;

namespace OrchardSite.Tests.Deployment;

public sealed class RecipePagesTests
{
    private const string List = "/xttm-lang-son/Admin/Recipes";
    private const string Plan = "/xttm-lang-son/Admin/Recipes/Plan?name=";

    [Fact]
    public async Task The_list_says_what_recipes_there_are_and_which_set_sites_up()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);

        var page = await admin.GetPageAsync(List);

        page.TextsOf(".rows li:has(.state-public) .row-title").ShouldBe(["Cổng thông tin Sở Công Thương", "Trang của đơn vị thành viên"]);
        page.TextsOf("ul.rows .row-title").ShouldContain("Vai trò của cổng thông tin");
        // The set-up of the site is its first run.
        page.TextsOf("ol.rows .row-title").ShouldBe(["partner-unit"]);
    }

    [Fact]
    public async Task A_plan_shows_what_would_change_and_the_run_what_did_which_the_history_keeps()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        var before = await RowCounts.ReadAsync(portal);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));

        var plan = await admin.GetPageAsync(Plan + "department-identity");

        plan.TextOf("#summary").ShouldBe("Sẽ tạo 0, sửa 1 và xóa 0 mục.", plan.Body);
        plan.TextsOf("details li").ShouldBe(["SiteIdentity"]);
        (await RowCounts.ReadAsync(portal)).ShouldBe(before);

        var done = await admin.PressAsync(plan, "#run button");
        done.TextOf("#summary").ShouldBe("Đã tạo 0, sửa 1 và xóa 0 mục.");
        (await admin.GetPageAsync(Plan + "department-identity")).TextOf("#summary").ShouldBe("Sẽ không có gì thay đổi: trang đã đúng như công thức.");
        // Another who still looks at the plan is told what the run has really done.
        (await admin.PressAsync(plan, "#run button")).TextOf("#summary").ShouldBe("Không có gì thay đổi: trang đã đúng như công thức.");
        var history = await admin.GetPageAsync(List);
        history.TextsOf("ol.rows .row-title").ShouldBe(["department-identity", "partner-unit"]);
        history.TextOf("ol.rows li").ShouldNotBeNull().ShouldContain("tạo 0, sửa 1, xóa 0");
        history.TextOf("ol.rows time").ShouldBe("24/11/2026 10:01");
        (await admin.GetPageAsync("/xttm-vinh-long/Admin/Recipes")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_recipe_that_fails_names_file_step_and_place_leaves_nothing_and_is_remembered_as_failed()
    {
        await using var portal = await PortalApp.StartAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        // There are articles in categories that the department does not have.
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        var plan = await admin.GetPageAsync(Plan + "department-categories");
        plan.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, plan.TextOf("#summary"));
        plan.TextOf("#refusals").ShouldNotBeNull().ShouldStartWith("department/categories.recipe.json, content, $.steps[0].");
        plan.Document.QuerySelector("#run").ShouldBeNull();
        var before = await RowCounts.ReadAsync(portal);

        // Whoever saw a plan that was good before presses the button now.
        var good = await admin.GetPageAsync(Plan + "department-identity");
        var failed = await admin.PressAsync(good, "#run button", ("Name", "department-categories"));

        failed.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        failed.TextOf("#refusals").ShouldBe(plan.TextOf("#refusals"));
        var after = await RowCounts.ReadAsync(portal);
        after.Except(before).Select(count => count.Table).ShouldBe(["AuditEntries"]);
        var history = await admin.GetPageAsync(List);
        history.TextOf("ol.rows .row-title").ShouldBe("department-categories");
        history.TextOf("ol.rows .state-warning").ShouldBe("Lỗi, không thay đổi gì");
        history.TextOf("ol.rows .subject").ShouldBe(plan.TextOf("#refusals"));
    }

    [Fact]
    public async Task A_parameter_is_given_to_the_plan_and_to_the_run()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);

        (await admin.GetPageAsync(Plan + "portal-base")).TextOf("#summary").ShouldBe("Sẽ không có gì thay đổi: trang đã đúng như công thức.");
        var plan = await admin.GetPageAsync(Plan + "portal-base&parameters=" + Uri.EscapeDataString("SiteName = Trung tâm Mới"));
        plan.TextsOf("details li").ShouldBe(["SiteName"]);
        await admin.PressAsync(plan, "#run button");

        (await portal.TitleAsync()).ShouldContain("Trung tâm Mới");
        var wrong = await admin.GetPageAsync(Plan + "portal-base&parameters=SiteName");
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.TextOf("#refusals").ShouldBe("“SiteName” không phải tham số; hãy viết dạng tên=giá trị.");
    }

    [Fact]
    public async Task Only_who_may_run_recipes_sees_and_runs_them()
    {
        await using var portal = await PortalApp.StartAsync();
        using var head = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);

        (await head.GetPageAsync(List)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await head.GetPageAsync(Plan + "department-identity")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await head.PressAsync(await admin.GetPageAsync(Plan + "department-identity"), "#run button")).Status.ShouldNotBe(HttpStatusCode.OK);
        (await portal.Http.GetPageAsync(List)).Status.ShouldBe(HttpStatusCode.Found);
        (await admin.GetPageAsync(Plan + "no-such")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await admin.GetPageAsync(List)).TextsOf("ol.rows .row-title").ShouldBe(["partner-unit"]);
    }
}
