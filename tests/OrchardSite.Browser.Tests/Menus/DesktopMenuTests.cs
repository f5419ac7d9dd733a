using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;

namespace OrchardSite.Browser.Tests.Menus;

public sealed class DesktopMenuTests(ReadersPortal portal)
{
    [Fact]
    public Task A_sub_menu_opens_by_click_and_closes_by_a_click_elsewhere() => OnADesktopAsync(async page =>
    {
        await SubMenu(page, "Tin tức").ShouldBeHiddenAsync();
        await Opener(page, "Tin tức").ClickAsync();
        await SubMenu(page, "Tin tức").ShouldBeVisibleAsync();
        await page.Mouse.ClickAsync(1300, 90);
        await SubMenu(page, "Tin tức").ShouldBeHiddenAsync();
    });

    [Fact]
    public Task Escape_closes_a_sub_menu_and_gives_the_focus_back() => OnADesktopAsync(async page =>
    {
        await Opener(page, "Tin tức").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await SubMenu(page, "Tin tức").Locator("a").First.ShouldHaveFocusAsync();
        await page.Keyboard.PressAsync("Escape");
        await SubMenu(page, "Tin tức").ShouldBeHiddenAsync();
        await Opener(page, "Tin tức").ShouldHaveFocusAsync();
    });

    [Fact]
    public Task A_sub_menu_closes_when_the_focus_moves_on() => OnADesktopAsync(async page =>
    {
        await Opener(page, "Giới thiệu").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await SubMenu(page, "Giới thiệu").Locator("a").Last.FocusAsync();
        await SubMenu(page, "Giới thiệu").ShouldBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await SubMenu(page, "Giới thiệu").ShouldBeHiddenAsync();
    });

    [Fact]
    public Task Only_one_sub_menu_is_open_at_a_time() => OnADesktopAsync(async page =>
    {
        await Opener(page, "Giới thiệu").ClickAsync();
        await Opener(page, "Thông tin công khai").ClickAsync();
        await SubMenu(page, "Thông tin công khai").ShouldBeVisibleAsync();
        await SubMenu(page, "Giới thiệu").ShouldBeHiddenAsync();
    });

    [Fact]
    public Task The_menu_shows_where_the_reader_is() =>
        portal.VisitAsync("/van-ban/203-qd-sct-2026", Screen.Desktop, async visit =>
            (await visit.Page.Locator("#main-menu [aria-current]").AllInnerTextsAsync()).ShouldBe(["Văn bản"]));

    private Task OnADesktopAsync(Func<IPage, Task> test) => portal.VisitAsync("/", Screen.Desktop, visit => test(visit.Page));

    private static ILocator Entry(IPage page, string name) =>
        page.Locator("#main-menu .menu > li", new PageLocatorOptions { Has = page.Locator("> a", new PageLocatorOptions { HasText = name }) });

    private static ILocator Opener(IPage page, string name) => Entry(page, name).Locator("summary");

    private static ILocator SubMenu(IPage page, string name) => Entry(page, name).Locator(".sub-menu");
}
