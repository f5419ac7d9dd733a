using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Data;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Tests.Users;

public sealed class SignInLinkTests
{
    private const string Unusable = "Không dùng được liên kết đăng nhập này. Mỗi liên kết chỉ dùng được một lần và có thời hạn.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_can_be_looked_at_often_and_used_once_on_whichever_site()
    {
        await using var portal = await PortalApp.StartAsync();
        var account = await portal.AddAccountAsync(password: null);
        var link = "/xttm-lang-son" + await portal.CreateLinkAsync(account);
        using var browser = portal.Client();
        using var late = portal.Client();
        var latePage = await late.GetPageAsync(link);
        var page = await browser.GetPageAsync(link);
        page.TextOf("main p").ShouldNotBeNull().ShouldContain("Nguyễn Văn An");

        var answer = await browser.SubmitAsync(page, link);

        (answer.Status, answer.Location()).ShouldBe((HttpStatusCode.Found, "/xttm-lang-son/account"));
        (await browser.GetPageAsync("/xttm-lang-son/account")).TextOf(".notice").ShouldNotBeNull();
        (await portal.AuditOfAsync(PortalApp.LangSon, nameof(UseSignInLink))).ShouldHaveSingleItem().AccountId.ShouldBe(account.Id);
        await ShouldBeGoneAsync(portal.Http, link);
        var again = await late.SubmitAsync(latePage, link);
        (again.Status, again.IsSignedIn()).ShouldBe((HttpStatusCode.Gone, false));
    }

    [Fact]
    public async Task Of_two_who_use_a_link_at_the_same_moment_one_gets_in()
    {
        await using var portal = await PortalApp.StartAsync();
        var link = await portal.CreateLinkAsync(await portal.AddAccountAsync());
        var browsers = Enumerable.Range(0, 4).Select(_ => portal.Client()).ToArray();
        var pages = await Task.WhenAll(browsers.Select(browser => browser.GetPageAsync(link)));

        var answers = await Task.WhenAll(browsers.Zip(pages, (browser, page) => browser.SubmitAsync(page, link)));

        answers.Count(answer => answer.IsSignedIn()).ShouldBe(1);
    }

    [Fact]
    public async Task A_link_is_good_for_its_time_alone()
    {
        await using var portal = await PortalApp.StartAsync();
        var link = await portal.CreateLinkAsync(await portal.AddAccountAsync());
        using var browser = portal.Client();
        portal.Clock.Advance(TimeSpan.FromMinutes(59));
        var page = await browser.GetPageAsync(link);
        page.Status.ShouldBe(HttpStatusCode.OK);

        portal.Clock.Advance(TimeSpan.FromMinutes(1));

        (await browser.SubmitAsync(page, link)).IsSignedIn().ShouldBeFalse();
        await ShouldBeGoneAsync(browser, link);
    }

    [Theory]
    [InlineData("/sign-in/link")]
    [InlineData("/sign-in/link?token=")]
    [InlineData("/sign-in/link?token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/sign-in/link?token=%27%20OR%201%3D1%20--")]
    public async Task A_made_up_link_is_as_good_as_a_used_one(string link)
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.CreateLinkAsync(await portal.AddAccountAsync());

        await ShouldBeGoneAsync(portal.Http, link);
    }

    [Fact]
    public async Task A_new_link_takes_the_place_of_the_one_before_and_a_disabled_account_has_none()
    {
        await using var portal = await PortalApp.StartAsync();
        var account = await portal.AddAccountAsync();
        var first = await portal.CreateLinkAsync(account);
        var second = await portal.CreateLinkAsync(account);
        await ShouldBeGoneAsync(portal.Http, first);
        (await portal.Http.GetPageAsync(second)).Status.ShouldBe(HttpStatusCode.OK);

        await using (var db = portal.OpenContext())
        {
            await db.Set<Account>().Where(row => row.Id == account.Id).ExecuteUpdateAsync(row => row.SetProperty(set => set.IsDisabled, true), Token);
        }

        await ShouldBeGoneAsync(portal.Http, second);
        (await portal.TryCreateLinkAsync(account.Id)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.NotFound);
    }

    [Fact]
    public async Task Links_are_made_by_who_runs_the_installation_and_only_their_hash_is_kept()
    {
        await using var portal = await PortalApp.StartAsync();
        var account = await portal.AddAccountAsync();
        (await portal.TryCreateLinkAsync(account.Id, Actor.Person(9, "Trần Thị Bình", ["ManageUsers"]))).Refusals.ShouldHaveSingleItem()
            .ShouldBe(new Refusal(RefusalKind.Forbidden, "Only a host administrator may make a sign-in link."));

        var token = (await portal.CreateLinkAsync(account)).Split("token=")[1];

        await using var db = portal.OpenContext();
        var stored = await db.Set<SignInLink>().SingleAsync(Token);
        stored.TokenHash.ShouldBe(SignInLink.HashOf(token));
        stored.TokenHash.ShouldNotContain(token);
    }

    [Fact]
    public async Task The_first_administrator_gets_a_new_link_at_every_start_until_they_have_a_password()
    {
        await using var portal = await PortalApp.StartAsync();
        var first = await EnsureAsync(portal);
        var second = await EnsureAsync(portal);
        first.ShouldNotBeNull();
        second.ShouldNotBeNull().UserName.ShouldBe("admin");
        await ShouldBeGoneAsync(portal.Http, first.SignInPath);
        using var browser = portal.Client();
        await browser.SubmitAsync(await browser.GetPageAsync(second.SignInPath), second.SignInPath);
        (await EnsureAsync(portal)).ShouldNotBeNull("Who has no password yet could not come back.");

        var saved = await browser.SubmitAsync(await browser.GetPageAsync("/account/password"), "/account/password", ("password", People.Password), ("repeated", People.Password));

        saved.Location().ShouldBe("/account?saved=PasswordSaved");
        (await EnsureAsync(portal)).ShouldBeNull();
        await using var db = portal.OpenContext();
        (await db.Set<Account>().SingleAsync(Token)).IsHostAdministrator.ShouldBeTrue();
    }

    private static Task<FirstAdministrator?> EnsureAsync(PortalApp portal) => portal.InTenantAsync(PortalApp.Department, services =>
        services.GetRequiredService<EnsureHostAdministrator>().RunAsync("admin", Sites.Administrator, Token));

    private static async Task ShouldBeGoneAsync(HttpClient browser, string link)
    {
        var page = await browser.GetPageAsync(link);
        (page.Status, page.TextOf("[role=alert]")).ShouldBe((HttpStatusCode.Gone, Unusable));
        page.Document.QuerySelector("main form").ShouldBeNull();
    }
}

internal static class SignInLinks
{
    /// <summary>Path and query of a link that is good for an hour.</summary>
    public static async Task<string> CreateLinkAsync(this PortalApp portal, Account account) => (await portal.TryCreateLinkAsync(account.Id)).Value.Path;

    public static Task<OperationResult<NewSignInLink>> TryCreateLinkAsync(this PortalApp portal, int accountId, Actor? actor = null) =>
        portal.InTenantAsync(PortalApp.Department, services => services.GetRequiredService<CreateSignInLink>().RunAsync(
            accountId, SignInLinkPurpose.SignIn, TimeSpan.FromHours(1), actor ?? Sites.Administrator, TestContext.Current.CancellationToken));
}
