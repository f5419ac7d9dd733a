using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;

namespace OrchardSite.Browser.Tests.Pages;

public sealed class SignInPageTests(ReadersPortal portal)
{
    [Fact]
    public Task A_refusal_is_read_out_with_the_field_it_is_about_and_the_name_stays() => portal.VisitAsync("/sign-in", Screen.Phone, async visit =>
    {
        var name = visit.Page.GetByLabel("Tên đăng nhập hoặc thư điện tử");
        await name.FillAsync("khong.co.nguoi.nay");
        await visit.Page.GetByLabel("Mật khẩu").FillAsync("mật khẩu không đúng");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Đăng nhập" }).TapAsync();
        await visit.Page.Locator("#refusals").ShouldBeVisibleAsync();
        await Assertions.Expect(name).ToHaveValueAsync("khong.co.nguoi.nay");
        await Assertions.Expect(name).ToHaveAttributeAsync("aria-describedby", "refusals");
    });

    [Fact]
    public Task It_is_as_readable_in_the_dark() => portal.VisitAsync(
        "/xttm-vinh-long/sign-in",
        Screen.Desktop,
        async visit => (await Accessibility.ViolationsAsync(visit.Page)).ShouldBeEmpty(),
        options => options.ColorScheme = ColorScheme.Dark);
}
