using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Data;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.SecondFactor;

namespace OrchardSite.Tests.Users;

public sealed class SecondFactorTests
{
    private const string Path = SecondFactors.Path;
    private const string Wrong = "Mã không đúng hoặc đã được dùng. Hãy chờ mã tiếp theo. Sau nhiều lần nhập sai, việc nhập mã sẽ tạm thời bị khóa.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_now_on_signing_in_asks_for_the_code_of_the_app_on_every_site()
    {
        await using var portal = await PortalApp.StartAsync();
        var account = await portal.AddAccountAsync();
        var (app, _) = await portal.TurnOnSecondFactorAsync();
        using var browser = portal.Client();
        portal.Clock.Advance(TimeSpan.FromMinutes(1));

        var asked = await browser.SignInAsync(People.UserName, People.Password, "/xttm-lang-son/sign-in?returnUrl=%2Fxttm-lang-son%2Faccount%2Fprofile");

        (asked.IsSignedIn(), asked.Location()).ShouldBe((false, "/xttm-lang-son/sign-in/code?returnUrl=%2Fxttm-lang-son%2Faccount%2Fprofile"));
        (await browser.GetPageAsync("/xttm-lang-son/account")).Status.ShouldBe(HttpStatusCode.Found);
        var entered = await browser.SubmitAsync(await browser.GetPageAsync(asked.Location()), asked.Location(), ("code", app.Code(portal)));
        (entered.IsSignedIn(), entered.Location()).ShouldBe((true, "/xttm-lang-son/account/profile"));
        (await portal.AuditOfAsync(PortalApp.LangSon, nameof(SignInWithCode))).ShouldHaveSingleItem().AccountId.ShouldBe(account.Id);
        (await portal.AuditOfAsync(PortalApp.Department, nameof(ConfirmSecondFactor))).ShouldHaveSingleItem().AccountId.ShouldBe(account.Id);
    }

    [Fact]
    public async Task A_sign_in_link_asks_for_the_code_too()
    {
        await using var portal = await PortalApp.StartAsync();
        var account = await portal.AddAccountAsync();
        await portal.TurnOnSecondFactorAsync();
        var link = await portal.CreateLinkAsync(account);
        using var browser = portal.Client();

        var answer = await browser.SubmitAsync(await browser.GetPageAsync(link), link);

        (answer.IsSignedIn(), answer.Location()).ShouldBe((false, "/sign-in/code"));
    }

    [Fact]
    public async Task A_code_is_good_once_and_a_clock_may_be_half_a_minute_off()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAccountAsync();
        var (app, _) = await portal.TurnOnSecondFactorAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(5));
        var code = app.Code(portal);
        portal.Clock.Advance(TimeSpan.FromSeconds(30));

        (await portal.TryCodeAsync(code)).IsSignedIn().ShouldBeTrue();
        var again = await portal.TryCodeAsync(code);

        (again.Status, again.TextOf("[role=alert]"), again.IsSignedIn()).ShouldBe((HttpStatusCode.UnprocessableEntity, Wrong, false));
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        var old = app.Code(portal);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        (await portal.TryCodeAsync(old)).IsSignedIn().ShouldBeFalse();
    }

    [Fact]
    public async Task Of_two_who_use_a_code_at_the_same_moment_one_gets_in()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAccountAsync();
        var (app, _) = await portal.TurnOnSecondFactorAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(5));
        var code = app.Code(portal);

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => portal.TryCodeAsync(code)));

        answers.Count(answer => answer.IsSignedIn()).ShouldBe(1);
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once_however_it_is_typed_and_only_its_hash_is_kept()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAccountAsync();
        var (_, codes) = await portal.TurnOnSecondFactorAsync();
        codes.Count.ShouldBe(10);

        (await portal.TryCodeAsync(codes[3].Replace("-", " ").ToUpperInvariant())).IsSignedIn().ShouldBeTrue();
        (await portal.TryCodeAsync(codes[3])).IsSignedIn().ShouldBeFalse();

        await using var db = portal.OpenContext();
        var stored = await db.Set<RecoveryCode>().ToListAsync(Token);
        stored.Count.ShouldBe(9);
        stored.Select(row => row.CodeHash).ShouldBe(codes.Where(code => code != codes[3]).Select(code => RecoveryCode.HashOf(code)), ignoreOrder: true);
    }

    [Fact]
    public async Task After_five_wrong_codes_the_right_one_is_refused_for_a_quarter_of_an_hour()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAccountAsync();
        var (app, codes) = await portal.TurnOnSecondFactorAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(5));
        foreach (var guess in new[] { "000000", "123456", "aaaa-bbbb-cccc-dddd", "không phải mã", "999999" })
        {
            (await portal.TryCodeAsync(guess)).IsSignedIn().ShouldBeFalse();
        }

        (await portal.TryCodeAsync(app.Code(portal))).IsSignedIn().ShouldBeFalse();
        (await portal.TryCodeAsync(codes[0])).IsSignedIn().ShouldBeFalse();
        portal.Clock.Advance(TimeSpan.FromMinutes(15.1));
        (await portal.TryCodeAsync(app.Code(portal))).IsSignedIn().ShouldBeTrue();
    }

    [Fact]
    public async Task The_code_is_asked_for_a_few_minutes_and_not_past_a_new_password()
    {
        await using var portal = await PortalApp.StartAsync();
        var account = await portal.AddAccountAsync();
        var (app, _) = await portal.TurnOnSecondFactorAsync();
        using var browser = portal.Client();
        await browser.SignInAsync(People.UserName, People.Password);
        var page = await browser.GetPageAsync("/sign-in/code");
        await using (var db = portal.OpenContext())
        {
            await db.Set<Account>().Where(row => row.Id == account.Id).ExecuteUpdateAsync(row => row.SetProperty(set => set.SecurityStamp, "mới"), Token);
        }

        ShouldBeTooLate(await browser.SubmitAsync(page, "/sign-in/code", ("code", app.Code(portal))));
        await browser.SignInAsync(People.UserName, People.Password);
        page = await browser.GetPageAsync("/sign-in/code");
        portal.Clock.Advance(TimeSpan.FromMinutes(6));

        ShouldBeTooLate(await browser.SubmitAsync(page, "/sign-in/code", ("code", app.Code(portal))));
        ShouldBeTooLate(await portal.Http.GetPageAsync("/sign-in/code"));
    }

    [Fact]
    public async Task To_set_it_up_a_person_gives_their_password_and_a_right_code()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAccountAsync();
        using var browser = portal.Client();
        using var other = portal.Client();
        await browser.SignInAsync(People.UserName, People.Password);
        await other.SignInAsync(People.UserName, People.Password);

        var refused = await browser.SubmitAsync(await browser.GetPageAsync(Path), Path, ("current", "sai mật khẩu rồi"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Document.QuerySelector("#current")!.GetAttribute("aria-invalid").ShouldBe("true");
        (await browser.GetPageAsync(Path)).Document.QuerySelector(".qr").ShouldBeNull();
        await browser.SubmitAsync(await browser.GetPageAsync(Path), Path, ("current", People.Password));
        var page = await browser.GetPageAsync(Path);
        page.Document.QuerySelector("svg.qr path").ShouldNotBeNull();
        (await browser.SubmitFormAsync(page, "form[action*=Confirm]", ("code", "000000"))).TextOf("[role=alert]").ShouldBe(Wrong);
        (await portal.Http.GetPageAsync("/sign-in")).Status.ShouldBe(HttpStatusCode.OK);

        var confirmed = await browser.SubmitFormAsync(page, "form[action*=Confirm]", ("code", new AuthenticatorApp(page).Code(portal)));

        confirmed.TextsOf(".codes code").Count.ShouldBe(10);
        (await browser.GetPageAsync(Path)).Body.ShouldNotContain(confirmed.TextsOf(".codes code")[0]);
        (await other.GetPageAsync("/account")).Status.ShouldBe(HttpStatusCode.Found, "Other sessions came without a second factor.");
        (await browser.SubmitFormAsync(page, "form[action*=Confirm]", ("code", "000000"))).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task New_recovery_codes_take_the_place_of_the_old_ones()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAccountAsync();
        var (app, old) = await portal.TurnOnSecondFactorAsync();
        using var browser = await portal.EnterAsync(app);
        var page = await browser.GetPageAsync(Path);
        (await browser.SubmitFormAsync(page, "form[action*=Renew]", ("current", "sai mật khẩu rồi"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var renewed = await browser.SubmitFormAsync(page, "form[action*=Renew]", ("current", People.Password));

        (await portal.TryCodeAsync(old[0])).IsSignedIn().ShouldBeFalse();
        (await portal.TryCodeAsync(renewed.TextsOf(".codes code")[0])).IsSignedIn().ShouldBeTrue();
        (await portal.AuditOfAsync(PortalApp.Department, nameof(RenewRecoveryCodes))).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_person_turns_it_off_with_their_password_alone()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAccountAsync();
        var (app, _) = await portal.TurnOnSecondFactorAsync();
        using var browser = await portal.EnterAsync(app);
        var page = await browser.GetPageAsync(Path);
        (await browser.SubmitFormAsync(page, "form[action*=Off]", ("current", "sai mật khẩu rồi"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        (await browser.SubmitFormAsync(page, "form[action*=Off]", ("current", People.Password))).Location().ShouldBe(Path);

        using var later = portal.Client();
        (await later.SignInAsync(People.UserName, People.Password)).IsSignedIn().ShouldBeTrue();
        (await portal.AuditOfAsync(PortalApp.Department, nameof(TurnOffSecondFactor))).ShouldHaveSingleItem();
        (await browser.SubmitFormAsync(page, "form[action*=Off]", ("current", People.Password))).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task For_somebody_who_has_lost_everything_a_host_administrator_turns_it_off_and_nobody_else()
    {
        await using var portal = await PortalApp.StartAsync();
        var account = await portal.AddAccountAsync();
        await portal.TurnOnSecondFactorAsync();
        (await TurnOffAsync(portal, account.Id, Actor.Person(9, "Trần Thị Bình", ["ManageUsers"]))).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Forbidden);
        (await TurnOffAsync(portal, 999, Sites.Administrator)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.NotFound);

        (await TurnOffAsync(portal, account.Id, Sites.Administrator)).Succeeded.ShouldBeTrue();

        using var browser = portal.Client();
        (await browser.SignInAsync(People.UserName, People.Password)).IsSignedIn().ShouldBeTrue();
        await using var db = portal.OpenContext();
        (await db.Set<Authenticator>().CountAsync(Token), await db.Set<RecoveryCode>().CountAsync(Token)).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long unixTime, string code) =>
        TimeCode.At("12345678901234567890"u8.ToArray(), DateTimeOffset.FromUnixTimeSeconds(unixTime)).ShouldBe(code);

    private static void ShouldBeTooLate(Page page) =>
        (page.Status, page.TextOf("[role=alert]")).ShouldBe((HttpStatusCode.Forbidden, "Đã hết thời gian nhập mã. Vui lòng đăng nhập lại."));

    private static Task<OperationResult<bool>> TurnOffAsync(PortalApp portal, int accountId, Actor actor) => portal.InTenantAsync(PortalApp.LangSon, services =>
        services.GetRequiredService<TurnOffSecondFactor>().RunForAsync(accountId, actor, Token));
}
