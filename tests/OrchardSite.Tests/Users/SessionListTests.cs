using System.Net;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Tests.Users;

public sealed class SessionListTests
{
    private const string Path = "/account/sessions";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copied_cookie_is_worth_nothing_once_the_person_has_signed_out()
    {
        await using var portal = await PortalApp.StartAsync();
        var account = await portal.AddAccountAsync();
        using var browser = portal.Client();
        var copied = (await browser.SignInAsync(People.UserName, People.Password)).Cookie("orchardsite").Split(';')[0];
        (await portal.Http.GetPageAsync("/account", ("Cookie", copied))).Status.ShouldBe(HttpStatusCode.OK);

        await browser.SubmitAsync(await browser.GetPageAsync("/sign-out"), "/sign-out");

        (await portal.Http.GetPageAsync("/account", ("Cookie", copied))).Status.ShouldBe(HttpStatusCode.Found);
        (await portal.Http.GetPageAsync("/xttm-lang-son/account", ("Cookie", copied))).Status.ShouldBe(HttpStatusCode.Found);
        (await portal.AuditOfAsync(PortalApp.Department, nameof(EndSession))).ShouldHaveSingleItem().AccountId.ShouldBe(account.Id);
    }

    [Fact]
    public async Task A_cookie_from_before_a_new_password_or_a_new_sign_in_is_worth_nothing()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAccountAsync();
        using var browser = portal.Client();
        var first = (await browser.SignInAsync(People.UserName, People.Password)).Cookie("orchardsite").Split(';')[0];

        var saved = await browser.SubmitAsync(
            await browser.GetPageAsync("/account/password"), "/account/password", ("current", People.Password), ("password", "Phố chợ đông vui quá"), ("repeated", "Phố chợ đông vui quá"));

        saved.Cookie("orchardsite").Split(';')[0].ShouldNotBe(first);
        (await portal.Http.GetPageAsync("/account", ("Cookie", first))).Status.ShouldBe(HttpStatusCode.Found);
        (await SessionsAsync(portal)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_person_sees_where_they_are_signed_in_and_ends_one_session()
    {
        await using var portal = await PortalApp.StartAsync();
        var account = await portal.AddAccountAsync();
        using var phone = Browser(portal, "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1");
        using var desk = Browser(portal, "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0");
        await phone.SignInAsync(People.UserName, People.Password, "/xttm-lang-son/sign-in");
        portal.Clock.Advance(TimeSpan.FromMinutes(30));
        await desk.SignInAsync(People.UserName, People.Password);

        var page = await desk.GetPageAsync(Path);

        page.TextsOf(".cards h2").ShouldBe(["Edge, Windows", "Safari, iPhone"]);
        page.TextsOf(".cards dd").ShouldBe(["127.0.0.1", "10:30 24/11/2026", "10:30 24/11/2026", "127.0.0.1", "10:00 24/11/2026", "10:00 24/11/2026"]);
        page.TextsOf(".here").ShouldBe(["Trình duyệt đang dùng"]);
        (await desk.SubmitFormAsync(page, "form[action*=End]:has([name=id])")).Location().ShouldBe(Path);
        (await phone.GetPageAsync("/account")).Status.ShouldBe(HttpStatusCode.Found);
        (await desk.GetPageAsync(Path)).TextsOf(".cards h2").ShouldBe(["Edge, Windows"]);
        (await portal.AuditOfAsync(PortalApp.Department, nameof(EndSession))).ShouldHaveSingleItem().AccountId.ShouldBe(account.Id);
        var late = await desk.SubmitFormAsync(page, "form[action*=End]:has([name=id])");
        (late.Status, late.TextOf("[role=alert]")).ShouldBe((HttpStatusCode.NotFound, "Phiên đăng nhập này đã kết thúc."));
    }

    [Fact]
    public async Task A_person_signs_out_everywhere_else()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAccountAsync();
        using var browser = portal.Client();
        using var other = portal.Client();
        using var third = portal.Client();
        foreach (var client in new[] { browser, other, third })
        {
            await client.SignInAsync(People.UserName, People.Password);
        }

        await browser.SubmitFormAsync(await browser.GetPageAsync(Path), "form[action*=EndOthers]");

        (await browser.GetPageAsync(Path)).TextsOf(".cards h2").ShouldHaveSingleItem();
        (await other.GetPageAsync("/account")).Status.ShouldBe(HttpStatusCode.Found);
        (await third.GetPageAsync("/account")).Status.ShouldBe(HttpStatusCode.Found);
        (await portal.AuditOfAsync(PortalApp.Department, nameof(EndOtherSessions))).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Nobody_sees_or_ends_the_session_of_somebody_else()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAccountAsync();
        await portal.AddAccountAsync("binh.tran", null);
        using var an = portal.Client();
        using var binh = portal.Client();
        await an.SignInAsync(People.UserName, People.Password);
        var session = (await SessionsAsync(portal)).ShouldHaveSingleItem();
        await binh.SignInAsync("binh.tran", People.Password);
        await (await OtherOf(portal, "binh.tran")).GetPageAsync("/account");

        var page = await binh.GetPageAsync(Path);
        page.Body.ShouldNotContain(session.Id);
        (await binh.SubmitFormAsync(page, "form[action*=End]:has([name=id])", ("id", session.Id))).Status.ShouldBe(HttpStatusCode.NotFound);

        (await an.GetPageAsync("/account")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_was_last_seen_is_written_every_few_minutes_at_most()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAccountAsync();
        using var browser = portal.Client();
        await browser.SignInAsync(People.UserName, People.Password);

        portal.Clock.Advance(TimeSpan.FromMinutes(4));
        await browser.GetPageAsync("/account");
        (await SessionsAsync(portal)).Single().LastSeenUtc.ShouldBe(PortalApp.Morning.UtcDateTime);
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        await browser.GetPageAsync("/account");
        (await SessionsAsync(portal)).Single().LastSeenUtc.ShouldBe(PortalApp.Morning.UtcDateTime.AddMinutes(6));
    }

    [Fact]
    public async Task Sessions_that_have_run_out_are_not_listed_and_go_with_the_next_sign_in()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAccountAsync();
        using var browser = portal.Client();
        using var other = portal.Client();
        await other.SignInAsync(People.UserName, People.Password);
        portal.Clock.Advance(TimeSpan.FromHours(9));

        await browser.SignInAsync(People.UserName, People.Password);

        (await SessionsAsync(portal)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("curl/8.0", "")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/130.0 Chrome/130.0 Safari/537.36", "Cốc Cốc, Windows")]
    [InlineData("Mozilla/5.0 (Linux; Android 15; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36", "Samsung Internet, Android")]
    public void A_device_is_named_in_two_words(string userAgent, string name) => DeviceName.Of(userAgent).ShouldBe(name);

    private static HttpClient Browser(PortalApp portal, string userAgent)
    {
        var browser = portal.Client();
        browser.DefaultRequestHeaders.UserAgent.ParseAdd(userAgent);
        return browser;
    }

    // A second session, so that the person's list has one to end.
    private static async Task<HttpClient> OtherOf(PortalApp portal, string userName)
    {
        var other = portal.Client();
        await other.SignInAsync(userName, People.Password);
        return other;
    }

    private static async Task<List<AccountSession>> SessionsAsync(PortalApp portal)
    {
        await using var db = portal.OpenContext();
        return await db.Set<AccountSession>().AsNoTracking().ToListAsync(Token);
    }
}
