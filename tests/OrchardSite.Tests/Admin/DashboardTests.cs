using System.Net;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;
using OrchardSite.Tests.Users;

namespace OrchardSite.Tests.Admin;

public sealed class DashboardTests
{
    private const string LangSonAdmin = "/" + PortalApp.LangSon + "/Admin";

    [Theory]
    [InlineData("/Admin", "/sign-in?returnUrl=%2FAdmin")]
    [InlineData("/admin/Palette?q=a", "/sign-in?returnUrl=%2Fadmin%2FPalette%3Fq%3Da")]
    [InlineData(LangSonAdmin, "/xttm-lang-son/sign-in?returnUrl=%2Fxttm-lang-son%2FAdmin")]
    public async Task Who_is_not_signed_in_is_asked_to_on_the_same_site(string path, string expected)
    {
        await using var portal = await PortalApp.StartAsync();

        var answer = await portal.Http.GetPageAsync(path);

        answer.Status.ShouldBe(HttpStatusCode.Found);
        new Uri(portal.Address, answer.Location()).PathAndQuery.ShouldBe(expected);
    }

    [Fact]
    public async Task An_editor_begins_in_the_dashboard_and_is_told_on_the_other_site_which_permission_is_missing()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.JoinAsync(await portal.AddAccountAsync(), PortalApp.LangSon, Editors.Editor);
        using var browser = portal.Client();

        var answer = await browser.SignInAsync(People.UserName, People.Password, "/xttm-lang-son/sign-in");

        answer.Location().ShouldBe(LangSonAdmin);
        var home = await browser.GetPageAsync(LangSonAdmin);
        (home.Status, home.TextOf("h1")).ShouldBe((HttpStatusCode.OK, "Xin chào, Nguyễn Văn An"));
        home.Response.Headers.ShouldNotBeKept();
        var elsewhere = await browser.GetPageAsync("/Admin");
        (elsewhere.Status, elsewhere.TextOf("h1")).ShouldBe((HttpStatusCode.Forbidden, "Bạn không có quyền thực hiện việc này"));
        elsewhere.TextOf("main").ShouldNotBeNull().ShouldContain("thiếu quyền: Sử dụng trang quản trị.");
    }

    [Fact]
    public async Task A_member_without_the_permission_begins_at_the_account_and_stays_out()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.JoinAsync(await portal.AddAccountAsync(), PortalApp.LangSon);
        using var browser = portal.Client();

        (await browser.SignInAsync(People.UserName, People.Password, "/xttm-lang-son/sign-in")).Location().ShouldBe("/xttm-lang-son/account");

        foreach (var path in new[] { LangSonAdmin, LangSonAdmin + "/Palette" })
        {
            (await browser.GetPageAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task Who_has_wanted_to_go_somewhere_gets_there()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.JoinAsync(await portal.AddAccountAsync(), PortalApp.LangSon, Editors.Editor);
        using var browser = portal.Client();

        var answer = await browser.SignInAsync(People.UserName, People.Password, "/xttm-lang-son/sign-in?returnUrl=%2Fxttm-lang-son%2Faccount");

        answer.Location().ShouldBe("/xttm-lang-son/account");
    }

    [Fact]
    public async Task The_switch_lists_the_sites_of_a_person_and_all_running_ones_for_who_runs_the_installation()
    {
        await using var portal = await PortalApp.StartAsync();
        var account = await portal.AddAccountAsync();
        await portal.JoinAsync(account, PortalApp.Department, Editors.Editor);
        using var browser = await portal.SignedInAsAsync(People.UserName);
        (await browser.GetPageAsync("/Admin")).Document.QuerySelector(".site-switch").ShouldBeNull();

        await portal.JoinAsync(account, PortalApp.LangSon, Editors.Editor);

        AddressesIn(await browser.GetPageAsync("/Admin")).ShouldBe(["/Admin", LangSonAdmin]);
        using var host = await portal.SignedInAsHostAsync();
        AddressesIn(await host.GetPageAsync(LangSonAdmin)).ShouldBe(["/Admin", LangSonAdmin, "/xttm-vinh-long/Admin"]);
        (await host.GetPageAsync(LangSonAdmin)).TextOf(".site-switch [aria-current=true]").ShouldBe("Trung tâm Xúc tiến thương mại Lạng Sơn");
        await portal.DisableSiteAsync(PortalApp.VinhLong);
        AddressesIn(await host.GetPageAsync(LangSonAdmin)).ShouldBe(["/Admin", LangSonAdmin]);
    }

    [Fact]
    public async Task Signing_out_takes_the_token_of_the_form_and_ends_the_session()
    {
        await using var portal = await PortalApp.StartAsync();
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        (await browser.PostAsync("/xttm-lang-son/sign-out")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.GetPageAsync(LangSonAdmin)).Status.ShouldBe(HttpStatusCode.OK);

        await browser.PressAsync(await browser.GetPageAsync(LangSonAdmin), ".sign-out button");

        (await browser.GetPageAsync(LangSonAdmin)).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task The_files_of_the_dashboard_may_be_kept_for_good()
    {
        await using var portal = await PortalApp.StartAsync();
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        var page = await browser.GetPageAsync(LangSonAdmin);

        var files = page.Document.QuerySelectorAll("link[rel=stylesheet], script").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!).ToArray();

        files.Length.ShouldBe(3);
        foreach (var file in files)
        {
            var answer = await portal.Http.GetPageAsync(file);
            (answer.Status, answer.Response.Headers.CacheControl!.MaxAge).ShouldBe((HttpStatusCode.OK, TimeSpan.FromDays(365)), file);
        }

        (await portal.Http.GetPageAsync("/_admin/khong-co.js")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static IEnumerable<string> AddressesIn(Page page) => page.Document.QuerySelectorAll(".site-switch a").Select(link => link.GetAttribute("href")!);
}
