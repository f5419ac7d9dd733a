using System.Net;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Providers;

namespace OrchardSite.Tests.Users;

public sealed class SignInWithProviderTests
{
    private const string Uninvited = "Bạn chưa được mời tham gia. Vui lòng đề nghị quản trị viên của trang mời theo địa chỉ thư điện tử bạn dùng ở đó.";

    [Fact]
    public async Task An_invited_person_comes_in_by_their_verified_address_and_later_by_who_they_are()
    {
        await using var provider = await IdentityProvider.StartAsync();
        await using var portal = await StartAsync(provider);
        var account = await portal.AddAccountAsync(change: account => account.EmailConfirmed = true);
        await portal.JoinAsync(account, PortalApp.LangSon);
        using var browser = portal.Client(followRedirects: true);

        var page = await GoAsync(browser, "/xttm-lang-son/sign-in?returnUrl=%2Fxttm-lang-son%2Faccount%2Fprofile");

        (page.Status, page.TextOf("h1")).ShouldBe((HttpStatusCode.OK, "Thông tin cá nhân"));
        (await portal.AuditOfAsync(PortalApp.LangSon, nameof(SignInWithProvider))).ShouldHaveSingleItem().AccountId.ShouldBe(account.Id);
        (await portal.AuditOfAsync(PortalApp.LangSon, "LinkProvider")).ShouldHaveSingleItem().Detail.ShouldBe($"{People.UserName}: {provider.Authority}");
        provider.Email = "ten.moi@example.vn";
        using var later = portal.Client(followRedirects: true);
        (await GoAsync(later, "/sign-in")).TextOf("dd").ShouldBe("Nguyễn Văn An");
    }

    [Fact]
    public async Task A_stranger_is_let_in_by_no_provider_and_gets_no_account()
    {
        await using var provider = await IdentityProvider.StartAsync();
        await using var portal = await StartAsync(provider);
        var uninvited = await portal.AddAccountAsync();
        var host = await portal.AddAccountAsync("quan.tri", "quan.tri@example.vn", change: account => account.IsHostAdministrator = true);
        await portal.JoinAsync(host, PortalApp.LangSon);
        await portal.JoinAsync(await portal.AddAccountAsync("bi.khoa", "bi.khoa@example.vn", change: account => account.IsDisabled = true), PortalApp.LangSon);

        foreach (var email in new[] { uninvited.Email!, host.Email!, "bi.khoa@example.vn", "nguoi.la@example.vn" })
        {
            provider.Email = email;
            await ShouldBeRefusedAsync(portal, Uninvited);
        }

        provider.Email = People.Email;
        provider.IsEmailVerified = false;
        await portal.JoinAsync(uninvited, PortalApp.LangSon);
        await ShouldBeRefusedAsync(portal, Uninvited);
        await using var db = portal.OpenContext();
        (await db.Set<Account>().CountAsync(TestContext.Current.CancellationToken), await db.Set<AccountLogin>().CountAsync(TestContext.Current.CancellationToken)).ShouldBe((3, 0));
    }

    [Fact]
    public async Task Who_breaks_it_off_there_is_told_and_can_sign_in_otherwise()
    {
        await using var provider = await IdentityProvider.StartAsync();
        await using var portal = await StartAsync(provider);
        provider.Denies = true;

        await ShouldBeRefusedAsync(portal, "Đăng nhập qua hệ thống đó không thành công. Vui lòng thử lại.");
    }

    [Fact]
    public async Task The_second_factor_is_asked_for_all_the_same()
    {
        await using var provider = await IdentityProvider.StartAsync();
        await using var portal = await StartAsync(provider);
        await portal.JoinAsync(await portal.AddAccountAsync(change: account => account.EmailConfirmed = true), PortalApp.LangSon);
        await portal.TurnOnSecondFactorAsync();
        using var browser = portal.Client(followRedirects: true);

        (await GoAsync(browser, "/sign-in")).TextOf("h1").ShouldBe("Xác thực hai bước");
    }

    [Fact]
    public async Task Who_shows_that_an_address_is_theirs_shuts_out_whoever_used_it_before()
    {
        await using var provider = await IdentityProvider.StartAsync();
        await using var portal = await StartAsync(provider);
        await portal.JoinAsync(await portal.AddAccountAsync(), PortalApp.LangSon);
        using var before = portal.Client();
        await before.SignInAsync(People.UserName, People.Password);
        using var browser = portal.Client(followRedirects: true);

        (await GoAsync(browser, "/sign-in")).TextOf("h1").ShouldBe("Tài khoản của tôi");

        (await before.GetPageAsync("/account")).Status.ShouldBe(HttpStatusCode.Found);
        using var again = portal.Client();
        (await again.SignInAsync(People.UserName, People.Password)).IsSignedIn().ShouldBeFalse();
    }

    [Fact]
    public async Task Without_a_provider_there_is_no_button_and_no_way()
    {
        await using var portal = await PortalApp.StartAsync();

        (await portal.Http.GetPageAsync("/sign-in")).Document.QuerySelector(".provider").ShouldBeNull();
        (await portal.Http.GetPageAsync("/sign-in/with?scheme=openid-0")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Http.GetPageAsync("/sign-in/with?scheme=Cookies")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    // The clock of the day: tokens and the cookies of the way there have real times.
    private static async Task<PortalApp> StartAsync(IdentityProvider provider)
    {
        var portal = await PortalApp.StartAsync(provider.Settings);
        portal.Clock.AdjustTime(TimeProvider.System.GetUtcNow());
        return portal;
    }

    private static async Task<Page> GoAsync(HttpClient browser, string signIn)
    {
        var page = await browser.GetPageAsync(signIn);
        page.TextOf(".provider").ShouldBe("Đăng nhập bằng Đăng nhập tỉnh");
        return await browser.GetPageAsync(page.Document.QuerySelector(".provider")!.GetAttribute("href")!);
    }

    private static async Task ShouldBeRefusedAsync(PortalApp portal, string reason)
    {
        using var browser = portal.Client(followRedirects: true);
        var page = await GoAsync(browser, "/xttm-lang-son/sign-in");
        (page.Status, page.TextOf("[role=alert]")).ShouldBe((HttpStatusCode.Forbidden, reason));
        (await browser.GetPageAsync("/account")).TextOf("h1").ShouldBe("Đăng nhập");
    }
}
