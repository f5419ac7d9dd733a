using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Data;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;
using OrchardSite.Users;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Tests.Users;

public sealed class SessionTests
{
    private const string Editor = "Biên tập viên";
    private const string NewPassword = "Phố chợ đông vui quá";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_the_sign_in_page_of_the_same_site_and_back()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAccountAsync();
        using var browser = portal.Client();

        var answer = await browser.GetPageAsync("/xttm-lang-son/account");

        answer.Status.ShouldBe(HttpStatusCode.Found);
        var signIn = new Uri(answer.Location()).PathAndQuery;
        signIn.ShouldBe("/xttm-lang-son/sign-in?returnUrl=%2Fxttm-lang-son%2Faccount");
        (await browser.SignInAsync(People.UserName, People.Password, signIn)).Location().ShouldBe("/xttm-lang-son/account");
    }

    [Fact]
    public async Task One_session_is_good_on_all_sites_until_the_person_signs_out()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAccountAsync();
        using var browser = portal.Client();
        await browser.SignInAsync(People.UserName, People.Password, "/xttm-lang-son/sign-in");
        (await browser.GetPageAsync("/xttm-vinh-long/account")).Status.ShouldBe(HttpStatusCode.OK);

        var left = await browser.SubmitAsync(await browser.GetPageAsync("/sign-out"), "/sign-out");

        (left.Status, left.Location()).ShouldBe((HttpStatusCode.Found, "/sign-in"));
        (await browser.GetPageAsync("/xttm-vinh-long/account")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_session_ends_after_eight_hours_without_a_page()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAccountAsync();
        using var browser = portal.Client();
        await browser.SignInAsync(People.UserName, People.Password);

        portal.Clock.Advance(TimeSpan.FromHours(7));
        (await browser.GetPageAsync("/account")).Status.ShouldBe(HttpStatusCode.OK);
        portal.Clock.Advance(TimeSpan.FromHours(7));
        (await browser.GetPageAsync("/account")).Status.ShouldBe(HttpStatusCode.OK);
        portal.Clock.Advance(TimeSpan.FromHours(8.1));
        (await browser.GetPageAsync("/account")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_new_password_ends_the_sessions_of_other_browsers_and_the_links_that_lie_about()
    {
        await using var portal = await PortalApp.StartAsync();
        var account = await portal.AddAccountAsync();
        var link = await portal.CreateLinkAsync(account);
        using var browser = portal.Client();
        using var other = portal.Client();
        await browser.SignInAsync(People.UserName, People.Password);
        await other.SignInAsync(People.UserName, People.Password);

        var saved = await ChangeAsync(browser, People.Password, NewPassword, NewPassword);

        saved.Location().ShouldBe("/account?saved=PasswordSaved");
        (await browser.GetPageAsync(saved.Location())).TextOf("[role=status]").ShouldBe("Đã lưu mật khẩu. Các phiên đăng nhập trên trình duyệt khác đã kết thúc.");
        (await other.GetPageAsync("/account")).Status.ShouldBe(HttpStatusCode.Found);
        (await portal.Http.GetPageAsync(link)).Status.ShouldBe(HttpStatusCode.Gone);
        using var later = portal.Client();
        (await later.SignInAsync(People.UserName, People.Password)).IsSignedIn().ShouldBeFalse();
        (await later.SignInAsync(People.UserName, NewPassword)).IsSignedIn().ShouldBeTrue();
        (await portal.AuditOfAsync(PortalApp.Department, nameof(SetPassword))).ShouldHaveSingleItem().AccountId.ShouldBe(account.Id);
    }

    [Theory]
    [InlineData("sai mật khẩu rồi", NewPassword, NewPassword, "Mật khẩu hiện tại không đúng. Sau nhiều lần nhập sai, việc đổi mật khẩu sẽ tạm thời bị khóa.")]
    [InlineData(People.Password, "ngắn quá", "ngắn quá", "Mật khẩu phải có ít nhất 12 ký tự.")]
    [InlineData(People.Password, NewPassword, "Phố chợ vắng vẻ quá", "Hai lần nhập mật khẩu mới không khớp nhau.")]
    public async Task A_password_that_cannot_be_changed_stays_as_it_is(string current, string password, string repeated, string reason)
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAccountAsync();
        using var browser = portal.Client();
        await browser.SignInAsync(People.UserName, People.Password);

        var answer = await ChangeAsync(browser, current, password, repeated);

        (answer.Status, answer.TextOf("[role=alert]")).ShouldBe((HttpStatusCode.UnprocessableEntity, reason));
        using var later = portal.Client();
        (await later.SignInAsync(People.UserName, People.Password)).IsSignedIn().ShouldBeTrue();
    }

    [Fact]
    public async Task The_session_of_an_account_that_is_disabled_ends_at_once()
    {
        await using var portal = await PortalApp.StartAsync();
        var account = await portal.AddAccountAsync();
        using var browser = portal.Client();
        await browser.SignInAsync(People.UserName, People.Password);
        await using (var db = portal.OpenContext())
        {
            await db.Set<Account>().Where(row => row.Id == account.Id).ExecuteUpdateAsync(row => row.SetProperty(set => set.IsDisabled, true), Token);
        }

        (await browser.GetPageAsync("/account")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_person_may_do_what_their_roles_on_this_site_allow_and_nothing_on_another()
    {
        await using var portal = await PortalApp.StartAsync();
        var account = await portal.AddAccountAsync();
        await portal.JoinAsync(account, PortalApp.LangSon, Editor);

        var here = await ActorAsync(portal, PortalApp.LangSon, account);
        var there = await ActorAsync(portal, PortalApp.VinhLong, account);

        (here.Name, here.AccountId, here.IsHost, here.Can("Edit_Article")).ShouldBe(("Nguyễn Văn An", account.Id, false, true));
        here.Can(UserPermissions.ManageRoles).ShouldBeFalse();
        (here.Can("ListContent"), here.Can("ViewContent")).ShouldBe((true, true));
        (there.AccountId, there.Can("Edit_Article"), there.Can("ListContent"), there.Can("ViewContent")).ShouldBe((account.Id, false, false, true), "on another site they are a reader like everybody");
        using var browser = portal.Client();
        await browser.SignInAsync(People.UserName, People.Password);
        (await browser.GetPageAsync("/account")).TextsOf(".sites li").ShouldBe([$"Trung tâm Xúc tiến thương mại Lạng Sơn {Editor}"]);
    }

    [Fact]
    public async Task A_host_administrator_may_do_anything_on_every_site()
    {
        await using var portal = await PortalApp.StartAsync();
        var account = await portal.AddAccountAsync(change: account => account.IsHostAdministrator = true);

        foreach (var tenant in new[] { PortalApp.Department, PortalApp.LangSon, PortalApp.VinhLong })
        {
            var actor = await ActorAsync(portal, tenant, account);
            (actor.IsHost, actor.Can(UserPermissions.ManageRoles)).ShouldBe((true, true));
        }
    }

    [Fact]
    public async Task A_stranger_may_do_what_the_site_lets_everybody_do_and_nothing_more()
    {
        await using var portal = await PortalApp.StartAsync();

        var nobody = await portal.InTenantAsync(PortalApp.LangSon, services => services.GetRequiredService<CurrentActor>().GetAsync(new(), Token).AsTask());
        var removed = await ActorAsync(portal, PortalApp.LangSon, new Account { Id = 999, DisplayName = "", CreatedUtc = default });

        foreach (var stranger in new[] { nobody, removed })
        {
            (stranger.AccountId, stranger.Name, stranger.IsHost).ShouldBe((null, "", false));
            (stranger.Can("ViewContent"), stranger.Can("ListContent"), stranger.Can("AccessAdminPanel")).ShouldBe((true, false, false));
        }
    }

    [Fact]
    public async Task What_somebody_who_is_signed_in_gets_is_not_kept_for_others()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAccountAsync();
        using var browser = portal.Client();
        await browser.SignInAsync(People.UserName, People.Password);

        (await browser.GetPageAsync("/account")).Body.ShouldContain("Nguyễn Văn An");

        (await portal.Http.GetPageAsync("/account")).Status.ShouldBe(HttpStatusCode.Found);
    }

    private static async Task<Page> ChangeAsync(HttpClient browser, string current, string password, string repeated) => await browser.SubmitAsync(
        await browser.GetPageAsync("/account/password"), "/account/password", ("current", current), ("password", password), ("repeated", repeated));

    private static Task<Actor> ActorAsync(PortalApp portal, string tenant, Account account) => portal.InTenantAsync(tenant, services =>
        services.GetRequiredService<CurrentActor>().GetAsync(People.PrincipalOf(account), Token).AsTask());
}
