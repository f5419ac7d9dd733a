using System.Net;
using OrchardSite.Tenants;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Tenants;

public sealed class EditTenantTests
{
    [Fact]
    public async Task A_site_that_moves_answers_at_its_new_place_with_links_that_lead_there()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.Http.GetPageAsync("/xttm-lang-son/");

        (await portal.EditSiteAsync(new EditedTenant(PortalApp.LangSon, "lang-son", []))).Value.ShouldBeTrue();

        var page = await portal.Http.GetPageAsync("/lang-son/");
        page.TextOf("title").ShouldNotBeNull().ShouldContain("Lạng Sơn");
        page.Body.ShouldNotContain("\"/xttm-lang-son/");
        (await portal.Http.GetPageAsync("/xttm-lang-son/")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Http.GetPageAsync("/xttm-vinh-long/")).Status.ShouldBe(HttpStatusCode.OK);
        (await portal.AuditOfAsync(PortalApp.LangSon, nameof(EditTenant))).ShouldHaveSingleItem().Detail.ShouldBe("xttm-lang-son: /xttm-lang-son → /lang-son");
    }

    [Fact]
    public async Task A_move_to_where_the_site_is_leaves_no_trace()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.EditSiteAsync(new EditedTenant(PortalApp.LangSon, "lang-son", ["b.example.vn", "a.example.vn"]));
        var before = await RowCounts.ReadAsync(portal);

        (await portal.EditSiteAsync(new EditedTenant("XTTM-Lang-Son", "lang-son", ["A.example.vn", "b.example.vn", "b.example.vn"]))).Value.ShouldBeFalse();

        (await RowCounts.ReadAsync(portal)).ShouldBe(before);
    }

    [Theory]
    [InlineData("media", RefusalKind.Invalid, "The prefix media is reserved: every site has its own pages there.")]
    [InlineData("xttm-vinh-long", RefusalKind.Conflict, "The prefix xttm-vinh-long is already in use by the site xttm-vinh-long.")]
    [InlineData("", RefusalKind.Conflict, "The site Default is already at the root of that host.")]
    [InlineData("gioi-thieu", RefusalKind.Conflict, "The site Default has a page at the address /gioi-thieu, which the prefix would hide.")]
    public async Task A_place_that_is_taken_is_refused_and_the_site_stays_where_it_is(string prefix, RefusalKind kind, string reason)
    {
        await using var portal = await PortalApp.StartAsync();

        var refusal = (await portal.EditSiteAsync(new EditedTenant(PortalApp.LangSon, prefix, []))).Refusals.ShouldHaveSingleItem();

        refusal.ShouldBe(new Refusal(kind, reason, nameof(EditedTenant.Prefix)));
        (await portal.Http.GetPageAsync("/xttm-lang-son/")).Status.ShouldBe(HttpStatusCode.OK);
        (await portal.AuditOfAsync(PortalApp.LangSon, nameof(EditTenant))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_site_cannot_move_to_a_root_where_another_sites_prefix_hides_its_page()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddSiteAsync("khuyen-cong", "", "a.example.vn");
        await portal.AddSiteAsync("gioi-thieu", "gioi-thieu", "b.example.vn");

        var refusal = (await portal.EditSiteAsync(new EditedTenant("khuyen-cong", "", ["b.example.vn"]))).Refusals.ShouldHaveSingleItem();

        refusal.ShouldBe(new Refusal(
            RefusalKind.Conflict,
            "The site khuyen-cong has a page at the address /gioi-thieu, which the prefix of the site gioi-thieu would hide.",
            nameof(EditedTenant.Hosts)));
    }

    [Fact]
    public async Task An_edit_of_what_somebody_else_has_changed_meanwhile_is_refused()
    {
        await using var portal = await PortalApp.StartAsync();
        var seen = portal.Site(PortalApp.LangSon)!.Revision;
        (await portal.EditSiteAsync(new EditedTenant(PortalApp.LangSon, "lang-son", [], seen))).Value.ShouldBeTrue();

        var refusal = (await portal.EditSiteAsync(new EditedTenant(PortalApp.LangSon, "xtls", [], seen))).Refusals.ShouldHaveSingleItem();

        (refusal.Kind, refusal.Message).ShouldBe((RefusalKind.Conflict, "Somebody else has changed the site xttm-lang-son in the meantime. Open it again to see how it is now."));
        portal.Site(PortalApp.LangSon)!.Prefix.ShouldBe("lang-son");
        (await portal.EditSiteAsync(new EditedTenant(PortalApp.LangSon, "xtls", [], portal.Site(PortalApp.LangSon)!.Revision))).Value.ShouldBeTrue();
    }

    [Fact]
    public async Task Sites_are_moved_closed_and_opened_by_who_runs_the_installation_alone()
    {
        await using var portal = await PortalApp.StartAsync();
        var editor = Actor.Person(3, "Nguyễn Văn An", ["ManageFeatures"]);
        var before = await RowCounts.ReadAsync(portal);

        IReadOnlyList<Refusal>[] refused =
        [
            (await portal.EditSiteAsync(new EditedTenant(PortalApp.LangSon, "lang-son", []), editor)).Refusals,
            (await portal.DisableSiteAsync(PortalApp.LangSon, editor)).Refusals,
            (await portal.EnableSiteAsync(PortalApp.LangSon, editor)).Refusals,
            (await portal.RemoveSiteAsync(PortalApp.LangSon, editor)).Refusals,
        ];

        refused.ShouldAllBe(refusals => refusals.Single().Kind == RefusalKind.Forbidden);
        (await RowCounts.ReadAsync(portal)).ShouldBe(before);
    }

    [Fact]
    public async Task An_unknown_site_is_named_in_the_refusal()
    {
        await using var portal = await PortalApp.StartAsync();

        IReadOnlyList<Refusal>[] refused =
        [
            (await portal.EditSiteAsync(new EditedTenant("khong-co", "moi", []))).Refusals,
            (await portal.DisableSiteAsync("khong-co")).Refusals,
            (await portal.EnableSiteAsync("khong-co")).Refusals,
            (await portal.RemoveSiteAsync("khong-co")).Refusals,
        ];

        refused.ShouldAllBe(refusals => refusals.Single() == new Refusal(RefusalKind.NotFound, "There is no site with the name khong-co.", null));
    }

    [Fact]
    public async Task Closing_what_is_closed_and_opening_what_is_open_leaves_no_trace()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.DisableSiteAsync(PortalApp.VinhLong);
        var before = await RowCounts.ReadAsync(portal);

        (await portal.DisableSiteAsync(PortalApp.VinhLong)).Value.ShouldBeFalse();
        (await portal.EnableSiteAsync(PortalApp.LangSon)).Value.ShouldBeFalse();

        (await RowCounts.ReadAsync(portal)).ShouldBe(before);
    }

    [Fact]
    public async Task A_site_that_is_not_set_up_can_be_neither_opened_nor_closed()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.CreateSiteAsync(new NewTenant("chi-cuc", "chi-cuc", [], "partner-unit"));
        var refusal = new Refusal(RefusalKind.Conflict, "The site chi-cuc has not been set up yet.");

        (await portal.EnableSiteAsync("chi-cuc")).Refusals.ShouldBe([refusal]);
        (await portal.DisableSiteAsync("chi-cuc")).Refusals.ShouldBe([refusal]);
    }
}
