using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;

namespace OrchardSite.Browser.Tests.Pages;

/// <summary>The pages of a person's own account, with somebody who is signed in and somebody who is setting up the second factor.</summary>
public abstract class AccountPageTests(ReadersPortal portal, Screen screen)
{
    private const string Password = "Chợ Kỳ Lừa họp phiên";

    [Theory]
    [InlineData("/account")]
    [InlineData("/account/profile")]
    [InlineData("/account/password")]
    [InlineData("/account/sessions")]
    [InlineData("/account/second-factor")]
    public Task Is_accessible_and_free_of_faults(string path) => VisitSignedInAsync(async visit =>
    {
        await visit.OpenAsync("/xttm-lang-son" + path);
        await ShouldBeFineAsync(visit);
    });

    [Fact]
    public Task The_second_factor_is_set_up_and_its_codes_are_shown() => VisitSignedInAsync(async visit =>
    {
        await visit.OpenAsync("/account/second-factor");
        await visit.Page.GetByLabel("Mật khẩu hiện tại").FillAsync(Password);
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Thiết lập xác thực hai bước" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Img, new PageGetByRoleOptions { Name = "Mã QR chứa khóa" }).ShouldBeVisibleAsync();
        await ShouldBeFineAsync(visit);
    });

    [Theory]
    [InlineData("/sign-in/reset")]
    [InlineData("/sign-in/code")]
    [InlineData("/sign-in/password?token=khong-co")]
    public Task What_is_for_those_outside_is_as_accessible(string path) => portal.VisitAsync(path, screen, ShouldBeFineAsync);

    private static async Task ShouldBeFineAsync(Visit visit)
    {
        (await visit.OverflowAsync()).ShouldBe(0);
        (await Accessibility.ViolationsAsync(visit.Page)).ShouldBeEmpty();
        visit.Faults.ShouldBeEmpty();
    }

    private async Task VisitSignedInAsync(Func<Visit, Task> look)
    {
        var userName = await portal.AddPersonAsync(Password);
        await portal.VisitAsync("/sign-in", screen, async visit =>
        {
            await visit.Page.GetByLabel("Tên đăng nhập hoặc thư điện tử").FillAsync(userName);
            await visit.Page.GetByLabel("Mật khẩu").FillAsync(Password);
            await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Đăng nhập" }).ClickAsync();
            await visit.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Tài khoản của tôi" }).ShouldBeVisibleAsync();
            await look(visit);
        });
    }
}

public sealed class AccountPagesOnAPhone(ReadersPortal portal) : AccountPageTests(portal, Screen.Phone);

public sealed class AccountPagesOnADesktop(ReadersPortal portal) : AccountPageTests(portal, Screen.Desktop);
