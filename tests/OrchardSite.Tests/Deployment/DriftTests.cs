using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Content;
using OrchardSite.Deployment.Fleet;
using OrchardSite.Tenants;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Users.Roles;

namespace OrchardSite.Tests.Deployment;

public sealed class DriftTests
{
    [Fact]
    public async Task Sites_as_they_were_set_up_differ_in_nothing_also_when_their_editors_have_written()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.ReadAsync(PortalApp.LangSon, db => db.Set<ContentItem>().Where(item => item.ContentType == "Page").ExecuteUpdateAsync(set => set.SetProperty(item => item.DisplayText, "Sửa rồi")));

        var run = await CompareAsync(portal);

        (await portal.ResultsAsync(run)).Select(result => (result.Site.Name, result.Result.State, result.Result.Reason))
            .ShouldBe(new[] { PortalApp.Department, PortalApp.LangSon, PortalApp.VinhLong }.Select(name => (name, FleetSiteState.Unchanged, (string?)null)), ignoreOrder: true);
    }

    [Fact]
    public async Task What_a_site_has_otherwise_is_told_down_to_the_setting_and_nothing_is_changed()
    {
        await using var portal = await PortalApp.StartAsync();
        var before = await DriftAwayAsync(portal);

        var run = await CompareAsync(portal);

        (await portal.ResultsAsync(run, FleetSiteState.Changed)).ShouldHaveSingleItem().Site.Name.ShouldBe(PortalApp.LangSon);
        var found = await portal.InTenantAsync(PortalApp.Department, services => services.GetRequiredService<FleetRuns>()
            .DifferencesAsync(run, services.GetRequiredService<TenantDirectory>().Find(PortalApp.LangSon)!.Id, TestContext.Current.CancellationToken));
        found.Single(difference => difference.Area == "settings").ShouldBe(new SiteDifference("settings", "PageSize", "10", "37"));
        var role = found.Single(difference => difference.Area == "roles");
        (role.Path, role.Recipe, role.Site).ShouldBe(($"{Editors.Administrator} › Permissions › AccessAdminPanel", "AccessAdminPanel", null));
        var definition = found.Single(difference => difference.Area == "content-definition");
        definition.Path.ShouldStartWith("ContentTypes › ");
        definition.Path.ShouldEndWith(" › DisplayName");
        definition.Site.ShouldBe("Tên khác");
        (await DefinitionsAsync(portal)).ShouldBe(before);
    }

    [Fact]
    public async Task The_page_of_a_site_leads_to_where_it_differs_and_the_recipe_is_run_there()
    {
        await using var portal = await PortalApp.StartAsync();
        await DriftAwayAsync(portal);
        using var host = await portal.SignedInAsHostAsync();
        (await host.GetPageAsync("/Admin/Tenants/Drift")).TextOf(".nothing").ShouldNotBeNull();

        await host.PressAsync(await host.GetPageAsync("/Admin/Tenants/Drift"), "#compare button");
        await portal.GoOnAsync();

        (await host.GetPageAsync("/Admin/Tenants/Drift")).TextsOf("#drifted .state").ShouldBe(["3 điểm khác"]);
        var site = await host.GetPageAsync("/Admin/Tenants/Edit?name=xttm-lang-son");
        var detail = await host.GetPageAsync(site.Document.QuerySelectorAll("#site-links a")[1].GetAttribute("href")!);
        detail.TextsOf("h2").ShouldBe(["Kiểu nội dung và trường", "Thiết lập", "Vai trò"], ignoreOrder: true);
        var form = await host.GetPageAsync(detail.Document.QuerySelector(".page-head .btn-primary")!.GetAttribute("href")!);
        await host.PressAsync(form, "#run button[value=Run]");
        await portal.GoOnAsync();
        await host.PressAsync(detail, "#again button");
        await portal.GoOnAsync();
        (await host.GetPageAsync("/Admin/Tenants/Drift")).TextOf("#drifted").ShouldBeNull();
    }

    private static async Task<int> CompareAsync(PortalApp portal)
    {
        var run = (await portal.StartFleetAsync([PortalApp.Department, PortalApp.LangSon, PortalApp.VinhLong], FleetKind.Compare, recipe: "")).Value;
        await portal.GoOnAsync();
        return run;
    }

    /// <returns>The definitions after that.</returns>
    private static async Task<string> DriftAwayAsync(PortalApp portal)
    {
        await portal.InTenantAsync(PortalApp.LangSon, async services =>
        {
            var documents = services.GetRequiredService<SaveSiteDocument>();
            var settings = (await documents.ReadAsync("settings"))!;
            settings["PageSize"] = 37;
            await documents.RunAsync("settings", settings, Actor.Host("test"));
            var definitions = (await documents.ReadAsync("content-definition"))!;
            definitions["ContentTypes"]![0]!["DisplayName"] = "Tên khác";
            return await documents.RunAsync("content-definition", definitions, Actor.Host("test"));
        });
        await portal.ReadAsync(PortalApp.LangSon, async db =>
        {
            var role = await db.Set<Role>().SingleAsync(row => row.Name == Editors.Administrator);
            role.Permissions = [.. role.Permissions.Where(permission => permission != "AccessAdminPanel")];
            return await db.SaveChangesAsync();
        });
        return await DefinitionsAsync(portal);
    }

    private static Task<string> DefinitionsAsync(PortalApp portal) =>
        portal.ReadAsync(PortalApp.LangSon, db => db.Set<SiteDocument>().Where(document => document.Name == "content-definition").Select(document => document.Json).SingleAsync());
}
