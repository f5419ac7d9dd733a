using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Tenants;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;
using OrchardSite.Tests.Users;

namespace OrchardSite.Tests.Admin;

public sealed class TenantPagesTests
{
    private const string Create = "/Admin/Tenants/Create";
    private const string LangSon = "/Admin/Tenants/Edit?name=xttm-lang-son";
    private const string Save = ".settings-form .btn-primary";

    [Fact]
    public async Task Who_runs_the_installation_adds_a_site_and_its_readers_see_it_at_once()
    {
        await using var portal = await PortalApp.StartAsync();
        using var host = await portal.SignedInAsHostAsync();
        (await host.GetPageAsync("/Admin")).Document.QuerySelector("a[href='/Admin/Tenants']").ShouldNotBeNull();

        var added = await host.PressAsync(await host.GetPageAsync(Create), Save, ("SiteName", "Trung tâm Khuyến công"), ("Name", "khuyen-cong"), ("Prefix", "khuyen-cong"), ("Recipe", "partner-unit"));

        added.Location().ShouldBe("/Admin/Tenants/Edit?name=khuyen-cong");
        (await portal.Http.GetPageAsync("/khuyen-cong/")).TextOf("title").ShouldNotBeNull().ShouldContain("Trung tâm Khuyến công");
        (await host.GetPageAsync("/Admin/Tenants?q=khuyen+cong")).TextsOf(".rows .row-title").ShouldContain("Trung tâm Khuyến công");
        (await host.GetPageAsync("/Admin/Tenants?state=Disabled")).TextsOf(".rows .row-title").ShouldBeEmpty();
        (await host.GetPageAsync("/Admin/Tenants")).TextOf("[role=status]").ShouldBe("4 trang");
        (await portal.Http.GetPageAsync("/xttm-lang-son/")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("SiteName", " ", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Name", "Khuyến công", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Name", "xttm-lang-son", HttpStatusCode.Conflict)]
    [InlineData("Prefix", "xttm-vinh-long", HttpStatusCode.Conflict)]
    [InlineData("Prefix", "admin", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Hosts", "http://khuyencong", HttpStatusCode.UnprocessableEntity)]
    public async Task A_site_that_cannot_be_is_refused_and_what_was_typed_stays(string field, string value, HttpStatusCode status)
    {
        await using var portal = await PortalApp.StartAsync();
        using var host = await portal.SignedInAsHostAsync();

        var refused = await host.PressAsync(await host.GetPageAsync(Create), Save, ("SiteName", "Trung tâm Khuyến công"), ("Name", "khuyen-cong"), ("Prefix", "khuyen-cong"), (field, value));

        refused.Status.ShouldBe(status);
        refused.TextOf("#refusals").ShouldNotBeNullOrEmpty();
        refused.ValueOf("Name").ShouldBe(field == "Name" ? value : "khuyen-cong");
        portal.Site("khuyen-cong").ShouldBeNull();
    }

    [Fact]
    public async Task A_site_is_switched_off_and_on_moved_and_removed_with_its_name_typed()
    {
        await using var portal = await PortalApp.StartAsync();
        using var host = await portal.SignedInAsHostAsync();
        var page = await host.GetPageAsync(LangSon);
        page.Document.QuerySelector("#remove").ShouldBeNull();

        (await host.PressAsync(page, "#places .btn-primary", ("Prefix", "lang-son"))).Status.ShouldBe(HttpStatusCode.Found);
        (await portal.Http.GetPageAsync("/lang-son/")).Status.ShouldBe(HttpStatusCode.OK);
        (await portal.Http.GetPageAsync("/xttm-lang-son/")).Status.ShouldBe(HttpStatusCode.NotFound);
        // Somebody who saw the site as it was before is told.
        var late = await host.PressAsync(page, "#places .btn-primary", ("Prefix", "xttm-lang-son-2"));
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.ValueOf("Prefix").ShouldBe("xttm-lang-son-2");

        await host.PressAsync(await host.GetPageAsync(LangSon), "#switch button");
        (await portal.Http.GetPageAsync("/lang-son/")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await portal.Http.GetPageAsync("/xttm-vinh-long/")).Status.ShouldBe(HttpStatusCode.OK);
        await host.PressAsync(await host.GetPageAsync(LangSon), "#switch button");
        (await portal.Http.GetPageAsync("/lang-son/")).Status.ShouldBe(HttpStatusCode.OK);

        await host.PressAsync(await host.GetPageAsync(LangSon), "#switch button");
        var typo = await host.PressAsync(await host.GetPageAsync(LangSon), "#remove button", ("typed", "lang-son"));
        typo.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        typo.TextOf("#refusals").ShouldBe("Hãy nhập tên kỹ thuật xttm-lang-son để xóa trang cùng toàn bộ dữ liệu.");
        portal.Site(PortalApp.LangSon).ShouldNotBeNull();
        (await host.PressAsync(typo, "#remove button", ("typed", "xttm-lang-son"))).Location().ShouldBe("/Admin/Tenants");
        portal.Site(PortalApp.LangSon).ShouldBeNull();
        (await host.GetPageAsync(LangSon)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_site_that_was_only_added_is_set_up_from_its_page()
    {
        await using var portal = await PortalApp.StartAsync();
        using var host = await portal.SignedInAsHostAsync();
        (await portal.AsHostAsync(services => services.GetRequiredService<CreateTenant>().RunAsync(new NewTenant("khuyen-cong", "khuyen-cong", [], "partner-unit"), Sites.Administrator))).Succeeded.ShouldBeTrue();
        var page = await host.GetPageAsync("/Admin/Tenants/Edit?name=khuyen-cong");

        (await host.PressAsync(page, "#set-up button", ("siteName", ""))).Status.ShouldBe(HttpStatusCode.Conflict);
        var set = await host.PressAsync(page, "#set-up button", ("siteName", "Trung tâm Khuyến công"));
        set.Status.ShouldBe(HttpStatusCode.Found, set.TextOf("#refusals"));

        (await portal.Http.GetPageAsync("/khuyen-cong/")).TextOf("title").ShouldNotBeNull().ShouldContain("Trung tâm Khuyến công");
    }

    [Fact]
    public async Task Nobody_else_manages_sites_not_even_who_administers_one()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.Department, Editors.Administrator);
        using var host = await portal.SignedInAsHostAsync();

        foreach (var address in new[] { "/Admin/Tenants", Create, LangSon })
        {
            (await admin.GetPageAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
            (await portal.Http.GetPageAsync(address)).Status.ShouldBe(HttpStatusCode.Found);
            // The sites are managed in the dashboard of the first one alone.
            (await host.GetPageAsync("/xttm-lang-son" + address)).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await admin.GetPageAsync("/Admin")).Document.QuerySelector("a[href='/Admin/Tenants']").ShouldBeNull();
        (await host.GetPageAsync("/Admin/Tenants?page=9")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.GetPageAsync("/Admin/Tenants?state=Lost")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
