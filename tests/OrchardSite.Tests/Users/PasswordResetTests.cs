using System.Net;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Tests.Users;

public sealed class PasswordResetTests
{
    private const string Path = "/xttm-lang-son/sign-in/reset";
    private const string NewPassword = "Phố chợ đông vui quá";
    private const string Unusable = "Không dùng được liên kết này. Mỗi liên kết chỉ dùng được một lần và có thời hạn.";

    [Fact]
    public async Task A_link_by_mail_sets_a_new_password_once_and_ends_all_sessions()
    {
        await using var server = new MailServer();
        await using var portal = await PortalApp.StartAsync(server.Settings);
        var account = await portal.AddAccountAsync();
        using var open = portal.Client();
        await open.SignInAsync(People.UserName, People.Password);
        using var browser = portal.Client();

        (await AskAsync(browser, People.UserName)).Status.ShouldBe(HttpStatusCode.OK);

        var letter = server.Next();
        letter.To.Mailboxes.ShouldHaveSingleItem().Address.ShouldBe(People.Email);
        letter.Subject.ShouldBe("Đặt lại mật khẩu: Trung tâm Xúc tiến thương mại Lạng Sơn");
        letter.TextBody.ShouldNotBeNull().ShouldStartWith("Kính gửi Nguyễn Văn An,");
        var link = new Uri(letter.TextBody.Split((char[]?)null).Single(word => word.StartsWith("https://cong.example.vn/xttm-lang-son/", StringComparison.Ordinal))).PathAndQuery;
        (await browser.GetPageAsync(link)).Status.ShouldBe(HttpStatusCode.OK);
        (await open.GetPageAsync("/account")).Status.ShouldBe(HttpStatusCode.OK, "Asking alone ends nothing.");
        var page = await browser.GetPageAsync(link);
        var saved = await browser.SubmitAsync(page, link, ("password", NewPassword), ("repeated", NewPassword));

        (saved.Location(), saved.IsSignedIn()).ShouldBe(("/xttm-lang-son/sign-in?passwordSaved=true", false));
        (await browser.GetPageAsync(saved.Location())).TextOf("[role=status]").ShouldBe("Đã lưu mật khẩu. Hãy đăng nhập bằng mật khẩu mới.");
        (await open.GetPageAsync("/account")).Status.ShouldBe(HttpStatusCode.Found);
        using var later = portal.Client();
        (await later.SignInAsync(People.UserName, People.Password)).IsSignedIn().ShouldBeFalse();
        (await later.SignInAsync(People.UserName, NewPassword)).IsSignedIn().ShouldBeTrue();
        var again = await browser.SubmitAsync(page, link, ("password", People.Password), ("repeated", People.Password));
        (again.Status, again.TextOf("[role=alert]")).ShouldBe((HttpStatusCode.Gone, Unusable));
        (await portal.ReadAccountAsync(account.Id)).EmailConfirmed.ShouldBeTrue();
        (await portal.AuditOfAsync(PortalApp.LangSon, nameof(SendPasswordReset))).ShouldHaveSingleItem().AccountId.ShouldBe(account.Id);
        (await portal.AuditOfAsync(PortalApp.LangSon, nameof(SetPasswordByLink))).ShouldHaveSingleItem().AccountId.ShouldBe(account.Id);
    }

    [Fact]
    public async Task The_answer_tells_nobody_which_accounts_there_are()
    {
        await using var server = new MailServer();
        await using var portal = await PortalApp.StartAsync(server.Settings);
        await portal.AddAccountAsync("khong.thu", null);
        await portal.AddAccountAsync("bi.khoa", "bi.khoa@example.vn", change: account => account.IsDisabled = true);
        await portal.AddAccountAsync();
        var answers = new List<string?>();

        foreach (var name in new[] { "khong.co.ai", "khong.thu", "bi.khoa@example.vn", "", People.Email })
        {
            using var browser = portal.Client();
            var answer = await AskAsync(browser, name);
            answer.Status.ShouldBe(HttpStatusCode.OK);
            answers.Add(answer.TextOf("main"));
        }

        answers.Distinct().ShouldHaveSingleItem().ShouldNotBeNull().ShouldContain("Nếu có tài khoản mang tên này");
        server.Next().To.Mailboxes.Single().Address.ShouldBe(People.Email);
        server.IsEmpty().ShouldBeTrue();
    }

    [Fact]
    public async Task Who_asks_again_and_again_fills_no_letter_box()
    {
        await using var server = new MailServer();
        await using var portal = await PortalApp.StartAsync(server.Settings);
        await portal.AddAccountAsync();
        using var browser = portal.Client();
        await AskAsync(browser, People.Email);
        var first = server.NextLink();

        await AskAsync(browser, People.UserName);
        server.IsEmpty().ShouldBeTrue();
        portal.Clock.Advance(TimeSpan.FromMinutes(6));
        await AskAsync(browser, People.UserName);

        var second = server.NextLink();
        (await browser.GetPageAsync(first)).Status.ShouldBe(HttpStatusCode.Gone);
        (await browser.GetPageAsync(second)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_link_is_good_for_an_hour_and_for_nothing_else_and_only_its_hash_is_kept()
    {
        await using var server = new MailServer();
        await using var portal = await PortalApp.StartAsync(server.Settings);
        await portal.AddAccountAsync();
        using var browser = portal.Client();
        await AskAsync(browser, People.Email);
        var link = server.NextLink();
        var token = link.Split("token=")[1];
        await using (var db = portal.OpenContext())
        {
            (await db.Set<SignInLink>().SingleAsync(TestContext.Current.CancellationToken)).TokenHash.ShouldBe(SignInLink.HashOf(token));
        }

        (await browser.GetPageAsync($"/sign-in/link?token={token}")).Status.ShouldBe(HttpStatusCode.Gone);
        (await browser.GetPageAsync("/sign-in/password?token=bia-dat")).Status.ShouldBe(HttpStatusCode.Gone);
        var page = await browser.GetPageAsync(link);
        portal.Clock.Advance(TimeSpan.FromMinutes(61));

        (await browser.SubmitAsync(page, link, ("password", NewPassword), ("repeated", NewPassword))).Status.ShouldBe(HttpStatusCode.Gone);
        (await browser.SignInAsync(People.UserName, People.Password)).IsSignedIn().ShouldBeTrue();
    }

    [Theory]
    [InlineData("ngắn quá", "ngắn quá", "Mật khẩu phải có ít nhất 12 ký tự.")]
    [InlineData(NewPassword, "Phố chợ vắng vẻ quá", "Hai lần nhập mật khẩu mới không khớp nhau.")]
    public async Task A_password_that_is_refused_uses_up_no_link(string password, string repeated, string reason)
    {
        await using var server = new MailServer();
        await using var portal = await PortalApp.StartAsync(server.Settings);
        await portal.AddAccountAsync();
        using var browser = portal.Client();
        await AskAsync(browser, People.Email);
        var link = server.NextLink();

        var refused = await browser.SubmitAsync(await browser.GetPageAsync(link), link, ("password", password), ("repeated", repeated));

        (refused.Status, refused.TextOf("[role=alert]")).ShouldBe((HttpStatusCode.UnprocessableEntity, reason));
        using var later = portal.Client();
        (await later.SignInAsync(People.UserName, People.Password)).IsSignedIn().ShouldBeTrue();
        (await browser.SubmitAsync(refused, link, ("password", NewPassword), ("repeated", NewPassword))).Location().ShouldEndWith("/sign-in?passwordSaved=true");
    }

    [Fact]
    public async Task A_site_that_sends_no_mail_says_so()
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync(Path);

        page.TextOf(".notice").ShouldBe("Trang này không gửi thư điện tử. Vui lòng đề nghị quản trị viên cấp liên kết đăng nhập.");
        page.Document.QuerySelector("main form").ShouldBeNull();
        using var browser = portal.Client();
        var forged = await browser.SubmitAsync(await browser.GetPageAsync("/xttm-lang-son/sign-in"), "/xttm-lang-son/sign-in", ("userName", "x"), ("password", "x"));
        (await browser.PostAsync(Path, ("userName", "x"), ("__RequestVerificationToken", forged.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!)))
            .Status.ShouldBe(HttpStatusCode.Conflict);
    }

    private static async Task<Page> AskAsync(HttpClient browser, string name) => await browser.SubmitAsync(await browser.GetPageAsync(Path), Path, ("userName", name));
}
