using System.Net;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Recipes;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Tests.Users;

public sealed class SignInTests
{
    private const string Refused = "Tên đăng nhập hoặc mật khẩu không đúng. Sau nhiều lần nhập sai, tài khoản sẽ tạm thời bị khóa.";

    [Theory]
    [InlineData(People.UserName, People.Password)]
    [InlineData("  AN.Nguyen ", People.Password)]
    [InlineData(People.Email, People.Password)]
    [InlineData(People.UserName, "Cho\u031B\u0323 Ky\u0300 Lu\u031B\u0300a ho\u0323p phie\u0302n")]
    public async Task With_name_or_address_and_password_a_person_is_in_however_the_accents_are_typed(string name, string password)
    {
        await using var portal = await PortalApp.StartAsync();
        var account = await portal.AddAccountAsync();
        using var browser = portal.Client();

        var answer = await browser.SignInAsync(name, password, "/xttm-lang-son/sign-in");

        (answer.Status, answer.Location()).ShouldBe((HttpStatusCode.Found, "/xttm-lang-son/account"));
        (await browser.GetPageAsync("/xttm-lang-son/account")).TextsOf("dd").ShouldBe(["Nguyễn Văn An", People.UserName, People.Email]);
        (await portal.ReadAccountAsync(account.Id)).LastSignInUtc.ShouldBe(PortalApp.Morning.UtcDateTime);
        (await portal.AuditOfAsync(PortalApp.LangSon, nameof(SignInWithPassword))).ShouldHaveSingleItem().AccountId.ShouldBe(account.Id);
        (await portal.AuditOfAsync(PortalApp.Department, nameof(SignInWithPassword))).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_session_cookie_is_kept_from_scripts_and_other_sites()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAccountAsync();
        using var browser = portal.Client();

        var cookie = (await browser.SignInAsync(People.UserName, People.Password)).Cookie("orchardsite").ToLowerInvariant();

        cookie.ShouldContain("; httponly");
        cookie.ShouldContain("; samesite=lax");
        cookie.ShouldContain("; path=/;");
        cookie.ShouldNotContain("expires=");
    }

    [Fact]
    public async Task A_refusal_tells_nobody_which_accounts_there_are()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAccountAsync();
        await portal.AddAccountAsync("khong.mat.khau", null, password: null);
        await portal.AddAccountAsync("bi.khoa", null, change: account => account.IsDisabled = true);
        await portal.AddAccountAsync("tam.khoa", null, change: account => account.LockoutEnd = PortalApp.Morning.AddMinutes(1));
        (string, string)[] tries =
        [
            (People.UserName, "sai mật khẩu rồi"), ("khong.co.ai", People.Password), ("khong.mat.khau", People.Password), ("bi.khoa", People.Password),
            ("tam.khoa", People.Password), ("", People.Password), (People.UserName, ""), (People.UserName, new string('a', 5000)), (new string('a', 5000), "x"),
        ];

        foreach (var (name, password) in tries)
        {
            using var browser = portal.Client();
            var answer = await browser.SignInAsync(name, password);

            (answer.Status, answer.TextOf("[role=alert]"), answer.IsSignedIn()).ShouldBe((HttpStatusCode.UnprocessableEntity, Refused, false), name);
        }
    }

    [Fact]
    public async Task The_page_speaks_the_language_of_its_site()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.RunAsync(RecipeFiles.Recipe("""{ "name": "settings", "Culture": "en" }"""));
        using var browser = portal.Client();

        var vietnamese = await browser.GetPageAsync("/sign-in");
        (vietnamese.Document.DocumentElement.GetAttribute("lang"), vietnamese.TextOf("h1")).ShouldBe(("vi", "Đăng nhập"));

        var english = await browser.SignInAsync("khong.co.ai", "x", "/xttm-lang-son/sign-in");
        (english.Document.DocumentElement.GetAttribute("lang"), english.TextOf("h1")).ShouldBe(("en", "Sign in"));
        english.TextOf("[role=alert]").ShouldBe("The user name or the password is not right. After several wrong tries an account is locked for a while.");
    }

    [Fact]
    public async Task After_five_wrong_tries_the_right_password_is_refused_for_a_quarter_of_an_hour()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAccountAsync();

        // At the same moment and from everywhere: one after the other would be the easy case.
        await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            using var browser = portal.Client();
            await browser.SignInAsync(People.UserName, "sai mật khẩu rồi", "/xttm-vinh-long/sign-in");
        }));

        using var person = portal.Client();
        (await person.SignInAsync(People.UserName, People.Password)).IsSignedIn().ShouldBeFalse();
        portal.Clock.Advance(TimeSpan.FromMinutes(14));
        (await person.SignInAsync(People.UserName, People.Password)).IsSignedIn().ShouldBeFalse();
        portal.Clock.Advance(TimeSpan.FromMinutes(1.1));
        (await person.SignInAsync(People.UserName, People.Password)).IsSignedIn().ShouldBeTrue();
    }

    [Fact]
    public async Task Wrong_tries_are_forgotten_when_the_person_gets_in()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAccountAsync();
        using var browser = portal.Client();

        for (var round = 0; round < 2; round++)
        {
            for (var number = 0; number < 4; number++)
            {
                using var guesser = portal.Client();
                await guesser.SignInAsync(People.UserName, "sai mật khẩu rồi");
            }

            using var person = portal.Client();
            (await person.SignInAsync(People.UserName, People.Password)).IsSignedIn().ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_form_that_is_not_from_the_portal_signs_nobody_in_or_out()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAccountAsync();
        using var attacker = portal.Client();
        using var browser = portal.Client();
        var foreign = await attacker.GetPageAsync("/sign-in");

        var bare = await browser.PostAsync("/sign-in", ("userName", People.UserName), ("password", People.Password));
        (bare.Status, bare.IsSignedIn()).ShouldBe((HttpStatusCode.BadRequest, false));
        var borrowed = await browser.SubmitAsync(foreign, "/sign-in", ("userName", People.UserName), ("password", People.Password));
        (borrowed.Status, borrowed.IsSignedIn()).ShouldBe((HttpStatusCode.BadRequest, false));

        await browser.SignInAsync(People.UserName, People.Password);
        (await browser.PostAsync("/sign-out")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.GetPageAsync("/account")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/xttm-lang-son/van-ban?nam=2026", "/xttm-lang-son/van-ban?nam=2026")]
    [InlineData("https://lua-dao.example/", "/account")]
    [InlineData("//lua-dao.example/", "/account")]
    [InlineData("/\\lua-dao.example/", "/account")]
    [InlineData("\\/lua-dao.example/", "/account")]
    [InlineData("javascript:alert(1)", "/account")]
    [InlineData("/\t/lua-dao.example/", "/account")]
    [InlineData("", "/account")]
    public async Task After_signing_in_a_person_goes_on_inside_the_portal_alone(string returnUrl, string location)
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAccountAsync();
        using var browser = portal.Client();

        (await browser.SignInAsync(People.UserName, People.Password, $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}")).Location().ShouldBe(location);

        (await browser.GetPageAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}")).Location().ShouldBe(location);
    }

    [Fact]
    public async Task Account_pages_are_neither_kept_nor_framed_and_send_nobody_their_address()
    {
        await using var portal = await PortalApp.StartAsync();

        var headers = (await portal.Http.GetPageAsync("/sign-in")).Response.Headers;

        headers.ShouldNotBeKept();
        headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
        headers.GetValues("Referrer-Policy").Single().ShouldBe("same-origin");
    }
}
