using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Tenants;

public sealed class FeatureSwitchTests
{
    private const string Directives = "OrchardSite.Directives";

    [Theory]
    [InlineData(Directives, "/van-ban")]
    [InlineData("OrchardSite.Articles", "/rss.xml")]
    public async Task Pages_of_a_feature_are_gone_while_it_is_off_on_that_site_alone(string feature, string path)
    {
        await using var portal = await PortalApp.StartAsync();
        (await portal.Http.GetPageAsync($"/xttm-lang-son{path}")).Status.ShouldBe(HttpStatusCode.OK);

        (await SwitchAsync(portal, [], [feature])).Value.Disabled.ShouldBe([feature]);

        var gone = await portal.Http.GetPageAsync($"/xttm-lang-son{path}");
        gone.Status.ShouldBe(HttpStatusCode.NotFound);
        gone.TextOf("title").ShouldNotBeNull().ShouldContain("Lạng Sơn");
        (await portal.Http.GetPageAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
        (await portal.Http.GetPageAsync($"/xttm-vinh-long{path}")).Status.ShouldBe(HttpStatusCode.OK);

        (await SwitchAsync(portal, [feature], [])).Value.Enabled.ShouldBe([feature]);
        (await portal.Http.GetPageAsync($"/xttm-lang-son{path}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Switching_what_is_so_already_leaves_no_trace()
    {
        await using var portal = await PortalApp.StartAsync();
        var before = await RowCounts.ReadAsync(portal);

        var result = await SwitchAsync(portal, [Directives, "OrchardCore.Media"], []);

        result.Value.Enabled.ShouldBeEmpty();
        result.Value.Disabled.ShouldBeEmpty();
        (await RowCounts.ReadAsync(portal)).ShouldBe(before);
    }

    [Theory]
    [InlineData("OrchardSite.Fax", RefusalKind.Invalid, "There is no feature OrchardSite.Fax.")]
    [InlineData("OrchardSite.Media", RefusalKind.Conflict, "The feature Media cannot be disabled: no site works without it.")]
    [InlineData("OrchardCore.Users", RefusalKind.Conflict, "The feature Users cannot be disabled: no site works without it.")]
    public async Task One_feature_that_cannot_be_switched_off_keeps_the_others_on(string feature, RefusalKind kind, string reason)
    {
        await using var portal = await PortalApp.StartAsync();
        var before = await RowCounts.ReadAsync(portal);

        var refusal = (await SwitchAsync(portal, [], [Directives, feature])).Refusals.ShouldHaveSingleItem();

        (refusal.Kind, refusal.Message).ShouldBe((kind, reason));
        (await RowCounts.ReadAsync(portal)).ShouldBe(before);
    }

    [Fact]
    public async Task A_feature_that_others_need_stays_on_until_they_go_with_it()
    {
        await using var portal = await PortalApp.StartAsync();
        var features = new FeatureCatalog([new Manifest("Test", "Test", "", [], new Feature("Base", "Base", ""), new Feature("Upper", "Upper", "", "Base"))]);
        (await SwitchAsync(portal, ["Upper"], [], features)).Value.Enabled.ShouldBe(["Base", "Upper"], ignoreOrder: true);

        var refusal = (await SwitchAsync(portal, [], ["Base"], features)).Refusals.ShouldHaveSingleItem();

        (refusal.Kind, refusal.Message).ShouldBe((RefusalKind.Conflict, "The feature Base cannot be disabled while these need it: Upper."));
        (await SwitchAsync(portal, [], ["Base", "Upper"], features)).Value.Disabled.ShouldBe(["Base", "Upper"], ignoreOrder: true);
    }

    [Fact]
    public async Task Features_are_switched_by_who_may_do_so_on_that_site()
    {
        await using var portal = await PortalApp.StartAsync();
        var stranger = Actor.Person(7, "Nguyễn Văn An", ["PublishContent"]);
        var administrator = Actor.Person(8, "Trần Thị Bình", [TenantPermissions.ManageFeatures.Name]);

        (await SwitchAsync(portal, [], [Directives], actor: stranger)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Forbidden);
        (await SwitchAsync(portal, [], [Directives], actor: administrator)).Succeeded.ShouldBeTrue();

        var entries = await portal.AuditOfAsync(PortalApp.LangSon, nameof(SwitchFeatures));
        entries.ShouldContain(entry => entry.Actor == "Trần Thị Bình" && entry.AccountId == 8 && entry.Detail == "-" + Directives);
        entries.ShouldNotContain(entry => entry.AccountId == 7);
    }

    private static Task<OperationResult<SwitchedFeatures>> SwitchAsync(
        PortalApp portal, string[] enable, string[] disable, FeatureCatalog? features = null, Actor? actor = null) =>
        portal.InTenantAsync(PortalApp.LangSon, services => new SwitchFeatures(
            services.GetRequiredService<SiteDbContext>(),
            features ?? services.GetRequiredService<FeatureCatalog>(),
            portal.Clock,
            services.GetRequiredService<IStringLocalizer>()).RunAsync(enable, disable, actor ?? Sites.Administrator));
}
