using System.Net;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;
using OrchardSite.Tests.Users;

namespace OrchardSite.Tests.Deployment;

public sealed class FleetPagesTests
{
    private const string New = "/Admin/Fleet/New";
    private const string Plan = "#run button[value=Plan]";
    private const string Run = "#run button[value=Run]";

    [Fact]
    public async Task Who_runs_the_installation_plans_a_recipe_watches_it_and_runs_it()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddEmptySitesAsync(2);
        using var host = await portal.SignedInAsHostAsync();
        (await host.GetPageAsync("/Admin")).Document.QuerySelector("a[href='/Admin/Fleet']").ShouldNotBeNull();

        var planned = await host.PressAsync(await host.GetPageAsync(New + "?q=don-vi"), Plan, ("Recipe", Fleet.Recipe));
        var underWay = await host.GetPageAsync(planned.Location());
        underWay.TextOf("[role=status]").ShouldBe("0 trên 2 trang");
        underWay.Document.QuerySelector("#progress")!.GetAttribute("hx-trigger").ShouldBe("every 2s");
        await portal.GoOnAsync();
        var plan = await host.GetPageAsync(planned.Location());
        plan.TextOf("[role=status]").ShouldBe("2 trên 2 trang");
        plan.Document.QuerySelector("#progress")!.HasAttribute("hx-trigger").ShouldBeFalse();
        (await host.GetPageAsync($"/Admin/Fleet/Site?id=1&site={Fleet.NameOf(1)}")).TextsOf(".differences .row-title").ShouldNotBeEmpty();

        var run = await host.PressAsync(plan, "#run-plan");
        await portal.GoOnAsync();

        (await host.GetPageAsync(run.Location())).TextsOf("#results .state").ShouldBe(["Đã thay đổi", "Đã thay đổi"]);
        (await host.GetPageAsync(run.Location() + "&state=Failed")).TextsOf("#results .row-title").ShouldBeEmpty();
        (await host.GetPageAsync("/Admin/Fleet")).TextsOf(".rows .row-title").ShouldBe(["Chạy: portal-admin-menu", "Xem trước: portal-admin-menu"]);
    }

    [Fact]
    public async Task Sites_are_ticked_and_a_run_is_stopped_and_tried_again()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddEmptySitesAsync(2);
        await portal.BreakAsync(Fleet.NameOf(2));
        using var host = await portal.SignedInAsHostAsync();

        var started = await host.PressAsync(await host.GetPageAsync($"{New}?ticked=true&site={Fleet.NameOf(2)}"), Run, ("Recipe", Fleet.Recipe));
        (await host.PressAsync(await host.GetPageAsync(started.Location()), "#stop")).Status.ShouldBe(HttpStatusCode.Found);
        var again = await host.PressAsync(await host.GetPageAsync(started.Location()), "#retry");
        await portal.GoOnAsync();

        var failed = await host.GetPageAsync(again.Location());
        failed.TextsOf("#results .row-title").ShouldBe([Fleet.NameOf(2)]);
        failed.TextOf("#results code").ShouldBe("portal-admin-menu.recipe.json, AdminMenu, $.steps[0]");
        (await host.PressAsync(failed, "#retry")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task What_cannot_be_run_is_said_and_what_was_chosen_stays()
    {
        await using var portal = await PortalApp.StartAsync();
        using var host = await portal.SignedInAsHostAsync();
        var page = await host.GetPageAsync(New);

        var unchosen = await host.PressAsync(page, Run, ("Recipe", Fleet.Recipe), ("Ticked", "true"));
        unchosen.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        unchosen.TextOf("#refusals").ShouldBe("Hãy chọn các trang.");
        unchosen.ValueOf("Recipe").ShouldBe(Fleet.Recipe);
        (await host.PressAsync(await host.GetPageAsync(New), Run, ("Recipe", "khong-co"))).Status.ShouldBe(HttpStatusCode.NotFound);
        var ticked = await host.GetPageAsync($"{New}?ticked=true&site={PortalApp.LangSon}");
        (await portal.DisableSiteAsync(PortalApp.LangSon)).Succeeded.ShouldBeTrue();
        var closed = await host.PressAsync(ticked, Run, ("Recipe", Fleet.Recipe));
        closed.Status.ShouldBe(HttpStatusCode.Conflict);
        closed.TextOf("#refusals").ShouldNotBeNull().ShouldContain(PortalApp.LangSon);
        var started = await host.PressAsync(await host.GetPageAsync(New), Run, ("Recipe", Fleet.Recipe));
        started.Status.ShouldBe(HttpStatusCode.Found);
        (await host.PressAsync(await host.GetPageAsync(New), Run, ("Recipe", Fleet.Recipe))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await host.PressAsync(await host.GetPageAsync("/Admin/Tenants/Drift"), "#compare button")).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Nobody_else_runs_recipes_on_many_sites()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.Department, Editors.Administrator);
        using var host = await portal.SignedInAsHostAsync();
        var started = await portal.StartFleetAsync([PortalApp.LangSon]);

        foreach (var address in new[] { "/Admin/Fleet", New, $"/Admin/Fleet/Run?id={started.Value}", $"/Admin/Fleet/Site?id={started.Value}&site=Default", "/Admin/Tenants/Drift" })
        {
            (await admin.GetPageAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden, address);
            (await portal.Http.GetPageAsync(address)).Status.ShouldBe(HttpStatusCode.Found, address);
            (await host.GetPageAsync("/xttm-lang-son" + address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        }

        (await admin.GetPageAsync("/Admin")).Document.QuerySelector("a[href='/Admin/Fleet']").ShouldBeNull();
        foreach (var missing in new[] { "Run?id=99", $"Run?id={started.Value}&page=9", $"Run?id={started.Value}&state=Lost", "Site?id=99&site=Default", $"Site?id={started.Value}&site=xttm-lang-son" })
        {
            (await host.GetPageAsync("/Admin/Fleet/" + missing)).Status.ShouldBe(HttpStatusCode.NotFound, missing);
        }
    }
}
