using System.Net;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Tests.Users;

public sealed class ProfileTests
{
    private const string Path = "/account/profile";

    [Fact]
    public async Task A_person_writes_their_name_as_it_is()
    {
        await using var portal = await PortalApp.StartAsync();
        var account = await portal.AddAccountAsync();
        using var browser = portal.Client();
        await browser.SignInAsync(People.UserName, People.Password);

        var saved = await browser.SubmitAsync(await browser.GetPageAsync(Path), Path, ("displayName", "  Nguyễn Thị An "));

        saved.Location().ShouldBe("/account?saved=ProfileSaved");
        var page = await browser.GetPageAsync(saved.Location());
        (page.TextOf("[role=status]"), page.TextOf("dd")).ShouldBe(("Đã lưu thông tin cá nhân.", "Nguyễn Thị An"));
        (await portal.AuditOfAsync(PortalApp.Department, nameof(SaveProfile))).ShouldHaveSingleItem().AccountId.ShouldBe(account.Id);
    }

    [Theory]
    [InlineData("   ")]
    [InlineData("Nguyễn\u0007An")]
    [InlineData("dài quá dài quá dài quá dài quá dài quá dài quá dài quá dài quá dài quá dài quá dài quá dài quá dài quá")]
    public async Task What_can_be_no_name_is_refused_and_stays_to_be_mended(string name)
    {
        await using var portal = await PortalApp.StartAsync();
        var account = await portal.AddAccountAsync();
        using var browser = portal.Client();
        await browser.SignInAsync(People.UserName, People.Password);

        var answer = await browser.SubmitAsync(await browser.GetPageAsync(Path), Path, ("displayName", name));

        (answer.Status, answer.TextOf("[role=alert]")).ShouldBe((HttpStatusCode.UnprocessableEntity, "Họ và tên phải có từ 1 đến 100 ký tự."));
        answer.Document.QuerySelector("#displayName")!.GetAttribute("value").ShouldBe(string.IsNullOrWhiteSpace(name) ? null : name);
        (await portal.ReadAccountAsync(account.Id)).DisplayName.ShouldBe("Nguyễn Văn An");
    }

    [Fact]
    public async Task From_their_page_a_person_goes_to_their_other_sites()
    {
        await using var portal = await PortalApp.StartAsync();
        var account = await portal.AddAccountAsync();
        await portal.JoinAsync(account, PortalApp.LangSon);
        await portal.JoinAsync(account, PortalApp.Department);
        using var browser = portal.Client();
        await browser.SignInAsync(People.UserName, People.Password);

        var page = await browser.GetPageAsync("/account");

        page.Document.QuerySelectorAll(".sites a").Select(link => (link.GetAttribute("href"), link.GetAttribute("aria-current")))
            .ShouldBe([("/account", "true"), ("/xttm-lang-son/account", null)]);
        (await browser.GetPageAsync("/xttm-lang-son/account")).Status.ShouldBe(HttpStatusCode.OK);
    }
}
