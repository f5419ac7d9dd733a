using System.Globalization;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Tenants;

public sealed class CreateTenantTests
{
    private const string Recipe = "partner-unit";

    [Fact]
    public async Task A_new_site_is_written_down_in_its_own_log_and_answers_when_it_is_set_up()
    {
        await using var portal = await PortalApp.StartAsync();

        var site = await portal.AddSiteAsync("chi-cuc", "chi-cuc", "B.example.vn", "a.example.vn", "b.example.vn");

        site.Hosts.ShouldBe(["a.example.vn", "b.example.vn"]);
        (await portal.AuditOfAsync("chi-cuc", nameof(CreateTenant))).ShouldHaveSingleItem().Actor.ShouldBe(Sites.Administrator.Name);
        (await portal.Http.GetPageAsync("/chi-cuc/", ("Host", "b.example.vn"))).TextOf("title").ShouldNotBeNull().ShouldContain("Trang chi-cuc");
    }

    [Theory]
    [InlineData("", RefusalKind.Invalid, "The name  may have letters without accents, digits and single hyphens only, at most 50.")]
    [InlineData("chi cục", RefusalKind.Invalid, "The name chi cục may have letters without accents, digits and single hyphens only, at most 50.")]
    [InlineData("chi--cuc", RefusalKind.Invalid, "The name chi--cuc may have letters without accents, digits and single hyphens only, at most 50.")]
    [InlineData("../chi-cuc", RefusalKind.Invalid, "The name ../chi-cuc may have letters without accents, digits and single hyphens only, at most 50.")]
    [InlineData("chi-cuc\n", RefusalKind.Invalid, "The name chi-cuc\n may have letters without accents, digits and single hyphens only, at most 50.")]
    [InlineData("c23456789-123456789-123456789-123456789-123456789-1", RefusalKind.Invalid, "The name c23456789-123456789-123456789-123456789-123456789-1 may have letters without accents, digits and single hyphens only, at most 50.")]
    [InlineData("XTTM-Lang-Son", RefusalKind.Conflict, "There is already a site with the name XTTM-Lang-Son.")]
    [InlineData("default", RefusalKind.Conflict, "There is already a site with the name default.")]
    public async Task A_name_that_cannot_be_or_is_taken_is_refused(string name, RefusalKind kind, string reason) =>
        await ShouldBeRefusedAsync(new NewTenant(name, "moi", [], Recipe), kind, nameof(NewTenant.Name), reason);

    [Theory]
    [InlineData("Chi-Cuc", RefusalKind.Invalid, "The prefix Chi-Cuc may have lower-case letters without accents, digits and single hyphens only, at most 50.")]
    [InlineData("chi/cuc", RefusalKind.Invalid, "The prefix chi/cuc may have lower-case letters without accents, digits and single hyphens only, at most 50.")]
    [InlineData("đơn-vị", RefusalKind.Invalid, "The prefix đơn-vị may have lower-case letters without accents, digits and single hyphens only, at most 50.")]
    [InlineData("chi-cuc\n", RefusalKind.Invalid, "The prefix chi-cuc\n may have lower-case letters without accents, digits and single hyphens only, at most 50.")]
    [InlineData("admin", RefusalKind.Invalid, "The prefix admin is reserved: every site has its own pages there.")]
    [InlineData("api", RefusalKind.Invalid, "The prefix api is reserved: every site has its own pages there.")]
    [InlineData("health", RefusalKind.Invalid, "The prefix health is reserved: every site has its own pages there.")]
    [InlineData("media", RefusalKind.Invalid, "The prefix media is reserved: every site has its own pages there.")]
    [InlineData("sign-in", RefusalKind.Invalid, "The prefix sign-in is reserved: every site has its own pages there.")]
    [InlineData("account", RefusalKind.Invalid, "The prefix account is reserved: every site has its own pages there.")]
    [InlineData("van-ban", RefusalKind.Invalid, "The prefix van-ban is reserved: every site has its own pages there.")]
    [InlineData("xttm-lang-son", RefusalKind.Conflict, "The prefix xttm-lang-son is already in use by the site xttm-lang-son.")]
    [InlineData("", RefusalKind.Conflict, "The site Default is already at the root of that host.")]
    [InlineData("gioi-thieu", RefusalKind.Conflict, "The site Default has a page at the address /gioi-thieu, which the prefix would hide.")]
    public async Task A_prefix_that_cannot_be_or_would_hide_something_is_refused(string prefix, RefusalKind kind, string reason) =>
        await ShouldBeRefusedAsync(new NewTenant("moi", prefix, [], Recipe), kind, nameof(NewTenant.Prefix), reason);

    [Theory]
    [InlineData("https://portal.example.vn")]
    [InlineData("portal.example.vn/duong-dan")]
    [InlineData("*.example.vn")]
    [InlineData("portal example.vn")]
    [InlineData("công-thương.vn")]
    [InlineData("portal.example.vn:cong")]
    [InlineData("-portal.example.vn")]
    public async Task What_is_no_host_is_refused(string host) =>
        await ShouldBeRefusedAsync(
            new NewTenant("moi", "moi", [host], Recipe),
            RefusalKind.Invalid,
            nameof(NewTenant.Hosts),
            $"{host} is no host name; write it like portal.example.vn or localhost:5080.");

    [Fact]
    public async Task More_hosts_than_can_be_kept_are_refused() =>
        await ShouldBeRefusedAsync(
            new NewTenant("moi", "moi", [.. Enumerable.Range(0, 100).Select(number => $"portal{number}.example.vn")], Recipe),
            RefusalKind.Invalid,
            nameof(NewTenant.Hosts),
            "There are too many host names: together they may have 1000 characters.");

    [Theory]
    [InlineData("khong-co")]
    [InlineData("portal-base")]
    public async Task A_recipe_that_sets_no_site_up_is_refused(string recipe) =>
        await ShouldBeRefusedAsync(
            new NewTenant("moi", "moi", [], recipe),
            RefusalKind.Invalid,
            nameof(NewTenant.Recipe),
            $"There is no set-up recipe {recipe}; there are: department, partner-unit.");

    [Fact]
    public async Task Only_who_runs_the_installation_adds_sites() =>
        await ShouldBeRefusedAsync(
            new NewTenant("moi", "moi", [], Recipe),
            RefusalKind.Forbidden,
            null,
            "Only an administrator of the whole installation may manage its sites.",
            Actor.Person(3, "Nguyễn Văn An", ["ManageTenants", "ManageFeatures"]));

    [Fact]
    public async Task A_host_is_one_sites_alone_but_prefixes_may_share_it()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddSiteAsync("khuyen-cong", "", "a.example.vn", "b.example.vn");
        await portal.AddSiteAsync("cum-cong-nghiep", "cum", "b.example.vn");

        var refusal = (await portal.CreateSiteAsync(new NewTenant("moi", "", ["B.example.vn"], Recipe))).Refusals.ShouldHaveSingleItem();
        (refusal.Kind, refusal.Message).ShouldBe((RefusalKind.Conflict, "The site khuyen-cong is already at the root of that host."));
        (await portal.CreateSiteAsync(new NewTenant("moi", "cum", ["a.example.vn"], Recipe))).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Reasons_are_given_all_at_once_in_the_language_of_who_asks()
    {
        await using var portal = await PortalApp.StartAsync();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");

        var result = await portal.CreateSiteAsync(new NewTenant("Default", "media", [], "khong-co"));

        result.Refusals.Select(refusal => refusal.Message).ShouldBe(
        [
            "Đã có trang tên là Default.",
            "Không có công thức thiết lập khong-co; hiện có: department, partner-unit.",
            "Tiền tố media đã được dành riêng: mọi trang đều có nội dung ở địa chỉ này.",
        ]);
    }

    [Fact]
    public async Task Of_sites_that_want_one_prefix_at_the_same_moment_one_gets_it()
    {
        await using var portal = await PortalApp.StartAsync();

        var results = await Task.WhenAll(Enumerable.Range(1, 4).Select(number => Task.Run(() => portal.CreateSiteAsync(new NewTenant($"moi-{number}", "moi", [], Recipe)))));

        results.Count(result => result.Succeeded).ShouldBe(1);
        results.SelectMany(result => result.Refusals).ShouldAllBe(refusal => refusal.Kind == RefusalKind.Conflict);
    }

    private static async Task ShouldBeRefusedAsync(NewTenant site, RefusalKind kind, string? field, string reason, Actor? actor = null)
    {
        await using var portal = await PortalApp.StartAsync();
        var before = await RowCounts.ReadAsync(portal);

        var refusal = (await portal.CreateSiteAsync(site, actor)).Refusals.ShouldHaveSingleItem();

        refusal.ShouldBe(new Refusal(kind, reason, field));
        (await RowCounts.ReadAsync(portal)).ShouldBe(before);
    }
}
