using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;

namespace OrchardSite.Browser.Tests.Menus;

public sealed class PhoneMenuTests(ReadersPortal portal)
{
    [Fact]
    public Task The_menu_opens_and_closes_at_a_touch() => OnAPhoneAsync(async page =>
    {
        await Menu(page).ShouldBeHiddenAsync();
        await MenuButton(page).TapAsync();
        await Menu(page).ShouldBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Đóng menu" }).TapAsync();
        await Menu(page).ShouldBeHiddenAsync();
    });

    [Fact]
    public Task A_touch_beside_the_menu_closes_it() => OnAPhoneAsync(async page =>
    {
        await MenuButton(page).TapAsync();
        await Menu(page).ShouldBeVisibleAsync();
        await page.Touchscreen.TapAsync(10, 500);
        await Menu(page).ShouldBeHiddenAsync();
    });

    [Fact]
    public Task Escape_closes_the_menu_and_gives_the_focus_back() => OnAPhoneAsync(async page =>
    {
        await MenuButton(page).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Menu(page).ShouldBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await Menu(page).Locator("a").First.ShouldHaveFocusAsync();
        await page.Keyboard.PressAsync("Escape");
        await Menu(page).ShouldBeHiddenAsync();
        await MenuButton(page).ShouldHaveFocusAsync();
    });

    [Fact]
    public Task A_sub_menu_opens_in_its_place_and_leads_to_its_page() => OnAPhoneAsync(async page =>
    {
        var industry = Menu(page).GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Công nghiệp" });
        await MenuButton(page).TapAsync();
        await industry.ShouldBeHiddenAsync();
        await Menu(page).GetByText("Menu con của Tin tức - sự kiện").Locator("..").TapAsync();
        await industry.TapAsync();
        // Until the address is there: a tap's navigation is now and then not seen to load, though the page has.
        await page.WaitForURLAsync("**/tin-tuc-su-kien/cong-nghiep", new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });
        await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Công nghiệp", Level = 1 }).ShouldBeVisibleAsync();
        await Menu(page).ShouldBeHiddenAsync();
    });

    [Fact]
    public Task An_open_menu_leaves_when_the_screen_becomes_wide() => OnAPhoneAsync(async page =>
    {
        await MenuButton(page).TapAsync();
        await page.SetViewportSizeAsync(Screen.Desktop.Width, Screen.Desktop.Height);
        await page.WaitForFunctionAsync("() => !document.getElementById('main-menu').matches(':popover-open')");
        await Menu(page).ShouldBeVisibleAsync();
        await MenuButton(page).ShouldBeHiddenAsync();
    });

    private Task OnAPhoneAsync(Func<IPage, Task> test) => portal.VisitAsync("/", Screen.Phone, visit => test(visit.Page));

    private static ILocator Menu(IPage page) => page.Locator("#main-menu");

    private static ILocator MenuButton(IPage page) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Menu", Exact = true });
}
