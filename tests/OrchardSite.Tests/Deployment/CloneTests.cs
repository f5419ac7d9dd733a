using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Deployment;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;
using OrchardSite.Tests.Users;

namespace OrchardSite.Tests.Deployment;

public sealed class CloneTests
{
    private const string Clone = "/Admin/Tenants/Clone?source=xttm-lang-son";

    [Fact]
    public async Task Who_runs_the_installation_clones_a_site_from_its_page()
    {
        await using var portal = await PortalApp.StartAsync();
        using var host = await portal.SignedInAsHostAsync();
        await portal.AddAsync(PortalApp.LangSon, Samples.Article("Bài chỉ có ở Lạng Sơn"));
        (await host.GetPageAsync("/Admin/Tenants/Edit?name=xttm-lang-son")).Document.QuerySelector($"a[href='{Clone}']").ShouldNotBeNull();
        var before = await RowCounts.ReadAsync(portal, portal.Site(PortalApp.LangSon)!.Id);

        var cloned = await host.PressAsync(await host.GetPageAsync(Clone), "#clone button", ("SiteName", "Trung tâm Khuyến công"), ("Name", "khuyen-cong"), ("Prefix", "khuyen-cong"));

        cloned.Status.ShouldBe(HttpStatusCode.Found, cloned.TextOf("#refusals"));
        cloned.Location().ShouldBe("/Admin/Tenants/Edit?name=khuyen-cong");
        var page = await portal.Http.GetPageAsync("/khuyen-cong/thong-bao");
        page.TextOf("title").ShouldNotBeNull().ShouldContain("Trung tâm Khuyến công");
        page.TextsOf(".story-list .story-title").ShouldContain("Bài chỉ có ở Lạng Sơn");
        // Nobody who works at the one site works at the other, and the first keeps what it had.
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        (await admin.GetPageAsync("/khuyen-cong/Admin")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await RowCounts.ReadAsync(portal, portal.Site(PortalApp.LangSon)!.Id)).Except(before).Select(count => count.Table).ShouldBe(["AuditEntries", "Memberships"], ignoreOrder: true);
        (await portal.AuditOfAsync("khuyen-cong", nameof(CloneTenant))).ShouldHaveSingleItem().Detail.ShouldBe("xttm-lang-son → khuyen-cong");
        portal.WaitingPackages().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("SiteName", " ", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Name", "Khuyến công", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Name", "xttm-vinh-long", HttpStatusCode.Conflict)]
    [InlineData("Prefix", "xttm-vinh-long", HttpStatusCode.Conflict)]
    public async Task A_clone_that_cannot_be_is_refused_and_what_was_typed_stays(string field, string value, HttpStatusCode status)
    {
        await using var portal = await PortalApp.StartAsync();
        using var host = await portal.SignedInAsHostAsync();

        var refused = await host.PressAsync(await host.GetPageAsync(Clone), "#clone button", ("SiteName", "Trung tâm Khuyến công"), ("Name", "khuyen-cong"), ("Prefix", "khuyen-cong"), (field, value));

        refused.Status.ShouldBe(status);
        refused.TextOf("#refusals").ShouldNotBeNullOrEmpty();
        refused.ValueOf("Prefix").ShouldBe(field == "Prefix" ? value : "khuyen-cong");
        portal.Site("khuyen-cong").ShouldBeNull();
    }

    [Fact]
    public async Task A_clone_that_fails_leaves_no_site()
    {
        await using var portal = await PortalApp.StartAsync(new Dictionary<string, string?> { ["Packages:MaxEntries"] = "2" });

        var failed = await portal.AsHostAsync(services => services.GetRequiredService<CloneTenant>()
            .RunAsync(new ClonedTenant(PortalApp.LangSon, "khuyen-cong", "khuyen-cong", [], "Trung tâm Khuyến công"), Sites.Administrator));

        failed.Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.TooLarge);
        portal.Site("khuyen-cong").ShouldBeNull();
        portal.WaitingPackages().ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_else_clones_sites()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.Department, Editors.Administrator);
        using var host = await portal.SignedInAsHostAsync();

        (await admin.GetPageAsync(Clone)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await host.GetPageAsync("/xttm-lang-son" + Clone)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.GetPageAsync("/Admin/Tenants/Clone?source=no-such")).Status.ShouldBe(HttpStatusCode.NotFound);
        var refused = await portal.AsHostAsync(services => services.GetRequiredService<CloneTenant>()
            .RunAsync(new ClonedTenant(PortalApp.LangSon, "khuyen-cong", "khuyen-cong", [], "Trung tâm Khuyến công"), Actor.Person(1, "An", ["ManageTenants"])));
        refused.Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Forbidden);
    }
}
