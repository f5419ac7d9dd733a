using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Data;
using OrchardSite.Deployment.Fleet;
using OrchardSite.Recipes;
using OrchardSite.Tenants;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;

namespace OrchardSite.Tests.Deployment;

public sealed class FleetRunTests
{
    [Fact]
    public async Task Of_three_hundred_sites_one_is_broken_and_named_and_the_others_are_done()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddEmptySitesAsync(300);
        await portal.BreakAsync(Fleet.NameOf(150));
        var all = Enumerable.Range(1, 300).Select(Fleet.NameOf).ToArray();

        var plan = (await portal.StartFleetAsync(all, FleetKind.Plan)).Value;
        await portal.GoOnAsync();
        (await portal.FleetAsync(plan)).Of(FleetSiteState.Changed).ShouldBe(299);
        (await portal.AuditOfAsync(Fleet.NameOf(1), nameof(RunRecipe))).ShouldBeEmpty();

        var run = (await portal.StartFleetAsync(all)).Value;
        (await portal.FleetAsync(run)).Of(FleetSiteState.Waiting).ShouldBe(300);
        await portal.GoOnAsync();

        var summary = await portal.FleetAsync(run);
        summary.Run.State.ShouldBe(FleetRunState.Done);
        (summary.Of(FleetSiteState.Changed), summary.Of(FleetSiteState.Failed), summary.Total).ShouldBe((299, 1, 300));
        var failed = (await portal.ResultsAsync(run))[0];
        failed.Site.Name.ShouldBe(Fleet.NameOf(150));
        failed.Result.Place.ShouldBe("portal-admin-menu.recipe.json, AdminMenu, $.steps[0]");
        failed.Result.Reason.ShouldNotBeNullOrEmpty();
        (await portal.AuditOfAsync(Fleet.NameOf(300), nameof(RunRecipe))).ShouldHaveSingleItem().Actor.ShouldBe(Sites.Administrator.Name);
        (await portal.AuditOfAsync(Fleet.NameOf(150), nameof(RunRecipe))).ShouldBeEmpty();
        (await portal.AuditOfAsync(PortalApp.Department, nameof(StartFleetRun))).Select(entry => entry.Detail).ShouldBe(["portal-admin-menu, Plan: 300", "portal-admin-menu: 300"], ignoreOrder: true);
        (await portal.AuditOfAsync(PortalApp.Department, "EndFleetRun")).Select(entry => entry.Detail).ShouldContain("portal-admin-menu: ~299 =0 !1");

        // Once it is mended it is the only one left to be done.
        await portal.MendAsync(Fleet.NameOf(150));
        var retry = (await portal.AsHostAsync(services => services.GetRequiredService<RepeatFleetRun>().RetryAsync(run, Sites.Administrator))).Value;
        await portal.GoOnAsync();
        (await portal.ResultsAsync(retry)).ShouldHaveSingleItem().Result.State.ShouldBe(FleetSiteState.Changed);
        (await portal.AsHostAsync(services => services.GetRequiredService<RepeatFleetRun>().RetryAsync(retry, Sites.Administrator))).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Conflict);
    }

    [Fact]
    public async Task A_second_run_finds_all_as_it_should_be_and_writes_nothing()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddEmptySitesAsync(2);
        string[] both = [Fleet.NameOf(1), Fleet.NameOf(2)];
        await portal.StartFleetAsync(both);
        await portal.GoOnAsync();

        var again = (await portal.StartFleetAsync(both)).Value;
        await portal.GoOnAsync();

        (await portal.FleetAsync(again)).Of(FleetSiteState.Unchanged).ShouldBe(2);
        (await portal.AuditOfAsync(both[0], nameof(RunRecipe))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_plan_is_run_on_the_sites_that_it_would_change()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddEmptySitesAsync(1);
        var plan = (await portal.StartFleetAsync([Fleet.NameOf(1), PortalApp.LangSon], FleetKind.Plan)).Value;
        Task<OperationResult<int>> RunPlanAsync(int id) => portal.AsHostAsync(services => services.GetRequiredService<RepeatFleetRun>().RunPlanAsync(id, Sites.Administrator));
        (await RunPlanAsync(plan)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Conflict);
        await portal.GoOnAsync();

        var run = (await RunPlanAsync(plan)).Value;
        await portal.GoOnAsync();

        (await portal.ResultsAsync(run)).ShouldHaveSingleItem().Site.Name.ShouldBe(Fleet.NameOf(1));
        (await RunPlanAsync(run)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Conflict);
        (await RunPlanAsync(99)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.NotFound);
    }

    [Fact]
    public async Task What_a_node_left_behind_another_goes_on_with_and_does_nothing_twice()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddEmptySitesAsync(3);
        string[] all = [Fleet.NameOf(1), Fleet.NameOf(2), Fleet.NameOf(3)];
        var run = (await portal.StartFleetAsync(all)).Value;
        // The other node has done the first site and has some of its minute left.
        await portal.ReadAsync(PortalApp.Department, db => db.Set<FleetSite>().Where(site => site.TenantId == portal.Site(all[0])!.Id).ExecuteUpdateAsync(set => set.SetProperty(site => site.State, FleetSiteState.Changed)));
        await LeaseAsync(TimeSpan.FromSeconds(30));
        await portal.GoOnAsync();
        (await portal.FleetAsync(run)).Of(FleetSiteState.Waiting).ShouldBe(2);

        await LeaseAsync(TimeSpan.FromSeconds(-1));
        await portal.GoOnAsync();

        (await portal.FleetAsync(run)).Of(FleetSiteState.Changed).ShouldBe(3);
        (await portal.AuditOfAsync(all[0], nameof(RunRecipe))).ShouldBeEmpty();
        (await portal.AuditOfAsync(all[1], nameof(RunRecipe))).ShouldHaveSingleItem();

        Task LeaseAsync(TimeSpan left) => portal.ReadAsync(PortalApp.Department, db => db.Set<FleetRun>().ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Node, "another").SetProperty(row => row.LeaseUntilUtc, (portal.Clock.GetUtcNow() + left).UtcDateTime)));
    }

    [Fact]
    public async Task Two_nodes_at_once_do_each_site_once()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddEmptySitesAsync(20);
        var all = Enumerable.Range(1, 20).Select(Fleet.NameOf).ToArray();
        var run = (await portal.StartFleetAsync(all)).Value;
        var other = ActivatorUtilities.CreateInstance<KeepFleetRuns>(portal.Services, ActivatorUtilities.CreateInstance<FleetLease>(portal.Services));

        await Task.WhenAll(portal.GoOnAsync(), other.RunAsync(TestContext.Current.CancellationToken));

        (await portal.FleetAsync(run)).Of(FleetSiteState.Changed).ShouldBe(20);
        foreach (var name in all)
        {
            (await portal.AuditOfAsync(name, nameof(RunRecipe))).ShouldHaveSingleItem();
        }
    }

    [Fact]
    public async Task A_site_that_another_node_has_done_meanwhile_is_not_done_again()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddEmptySitesAsync(1);
        var run = (await portal.StartFleetAsync([Fleet.NameOf(1)])).Value;
        var begun = (await portal.FleetAsync(run)).Run;
        await portal.GoOnAsync();
        await portal.MendAsync(Fleet.NameOf(1));

        await Should.ThrowAsync<FleetSiteTakenException>(() => portal.InTenantAsync(Fleet.NameOf(1), services => services.GetRequiredService<RunFleetSite>()
            .RunAsync(begun, services.GetRequiredService<RecipeCatalog>().Find(Fleet.Recipe)!, TestContext.Current.CancellationToken)));

        (await portal.ReadAsync(Fleet.NameOf(1), db => db.Set<SiteDocument>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_run_that_is_stopped_leaves_the_sites_after_it_as_they_are()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddEmptySitesAsync(2);
        Task<OperationResult<bool>> StopAsync(int id, Actor? actor = null) => portal.AsHostAsync(services => services.GetRequiredService<StopFleetRun>().RunAsync(id, actor ?? Sites.Administrator));
        var run = (await portal.StartFleetAsync([Fleet.NameOf(1), Fleet.NameOf(2)])).Value;
        (await StopAsync(run, Actor.Anonymous)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Forbidden);

        (await StopAsync(run)).Succeeded.ShouldBeTrue();
        await portal.GoOnAsync();

        var summary = await portal.FleetAsync(run);
        (summary.Run.State, summary.Of(FleetSiteState.Waiting)).ShouldBe((FleetRunState.Stopped, 2));
        (await StopAsync(run)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Conflict);
        (await StopAsync(99)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.NotFound);
        (await portal.AuditOfAsync(PortalApp.Department, nameof(StopFleetRun))).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_site_that_was_switched_off_before_its_turn_fails_and_one_that_was_removed_is_left_out()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddEmptySitesAsync(3);
        var run = (await portal.StartFleetAsync([Fleet.NameOf(1), Fleet.NameOf(2), Fleet.NameOf(3)])).Value;
        (await portal.DisableSiteAsync(Fleet.NameOf(1))).Succeeded.ShouldBeTrue();
        (await portal.DisableSiteAsync(Fleet.NameOf(2))).Succeeded.ShouldBeTrue();
        (await portal.RemoveSiteAsync(Fleet.NameOf(2))).Succeeded.ShouldBeTrue();

        await portal.GoOnAsync();

        (await portal.ResultsAsync(run)).Select(result => (result.Site.Name, result.Result.State))
            .ShouldBe([(Fleet.NameOf(1), FleetSiteState.Failed), (Fleet.NameOf(3), FleetSiteState.Changed)]);
    }

    [Fact]
    public async Task What_cannot_be_run_is_refused()
    {
        await using var portal = await PortalApp.StartAsync();
        (await portal.CreateSiteAsync(new NewTenant("khuyen-cong", "khuyen-cong", [], "partner-unit"))).Succeeded.ShouldBeTrue();
        (await portal.DisableSiteAsync(PortalApp.VinhLong)).Succeeded.ShouldBeTrue();

        (await portal.StartFleetAsync([PortalApp.LangSon], actor: Actor.Anonymous)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Forbidden);
        (await portal.StartFleetAsync([PortalApp.LangSon], recipe: "khong-co")).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.NotFound);
        (await portal.StartFleetAsync([PortalApp.LangSon], recipe: "")).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.NotFound);
        (await portal.StartFleetAsync([])).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Invalid);
        (await portal.StartFleetAsync(["khong-co"])).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.NotFound);
        var closed = (await portal.StartFleetAsync([PortalApp.LangSon, PortalApp.VinhLong, "khuyen-cong"])).Refusals.ShouldHaveSingleItem();
        closed.Kind.ShouldBe(RefusalKind.Conflict);
        closed.Message.ShouldContain("khuyen-cong, xttm-vinh-long");

        (await portal.StartFleetAsync([PortalApp.LangSon])).Succeeded.ShouldBeTrue();
        (await portal.StartFleetAsync([PortalApp.LangSon])).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Conflict);
    }
}
