using Microsoft.Playwright;

namespace OrchardSite.Browser.Tests;

public sealed class ReaderActionsTests(PortalInBrowser portal)
{
    private const string Article = "/xttm-lang-son/dac-san-xu-lang-rong-duong-ve-cac-tinh-dong-bang";
    private const string OpenSubMenu = "#main-menu details[open]";

    [Theory]
    [InlineData("/")]
    [InlineData("/xttm-lang-son/")]
    public async Task A_sub_menu_opens_by_keyboard_and_closes_by_Escape_with_the_focus_where_it_was(string site)
    {
        await using var visit = await portal.VisitAsync(site, Screen.Desktop);
        await visit.Page.Locator("#main-menu summary").First.FocusAsync();

        await visit.Page.Keyboard.PressAsync("Enter");
        (await visit.Page.Locator(OpenSubMenu).CountAsync()).ShouldBe(1);
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Escape");

        (await visit.Page.Locator(OpenSubMenu).CountAsync()).ShouldBe(0);
        (await visit.HasFocusAsync("#main-menu summary")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_click_elsewhere_closes_a_sub_menu()
    {
        await using var visit = await portal.VisitAsync("/", Screen.Desktop);
        await visit.Page.Locator("#main-menu summary").First.ClickAsync();
        (await visit.Page.Locator(OpenSubMenu).CountAsync()).ShouldBe(1);

        await visit.Page.Locator("footer").ClickAsync(new LocatorClickOptions { Position = new Position { X = 5, Y = 5 } });

        (await visit.Page.Locator(OpenSubMenu).CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/", false)]
    [InlineData("/xttm-lang-son/", true)]
    public async Task On_a_phone_the_menu_opens_by_its_button_and_leads_on_with_or_without_script(string site, bool javaScript)
    {
        await using var visit = await portal.VisitAsync(site, Screen.Phone, javaScript);
        var menu = visit.Page.Locator("#main-menu");
        (await menu.IsVisibleAsync()).ShouldBeFalse();

        await visit.Page.Locator(".menu-button").ClickAsync();
        await menu.WaitForAsync();
        await menu.Locator("a[href$='/van-ban']").First.ClickAsync();

        await visit.Page.WaitForURLAsync("**/van-ban");
    }

    [Fact]
    public async Task The_size_of_text_that_a_reader_chose_stays_on_the_next_page()
    {
        await using var visit = await portal.VisitAsync(Article, Screen.Phone);
        const string size = "() => parseFloat(getComputedStyle(document.querySelector('main .prose p')).fontSize)";
        var before = await visit.Page.EvaluateAsync<double>(size);

        await visit.Page.Locator("[data-text-size='1']").ClickAsync();
        (await visit.Page.EvaluateAsync<double>(size)).ShouldBeGreaterThan(before);
        await visit.Page.ReloadAsync();
        (await visit.Page.EvaluateAsync<double>(size)).ShouldBeGreaterThan(before);

        await visit.Page.Locator("[data-text-size='0']").ClickAsync();
        (await visit.Page.EvaluateAsync<double>(size)).ShouldBe(before);
    }

    [Fact]
    public async Task Back_returns_to_the_page_the_reader_came_from_and_print_prints()
    {
        await using var visit = await portal.VisitAsync("/xttm-lang-son/", Screen.Desktop);
        await visit.Page.Locator($"main a[href='{Article}']").First.ClickAsync();
        await visit.Page.WaitForURLAsync("**" + Article);
        await visit.Page.EvaluateAsync("() => { window.print = () => { window.printed = true; }; }");

        await visit.Page.Locator("[data-print]:visible").First.ClickAsync();
        (await visit.Page.EvaluateAsync<bool>("() => window.printed === true")).ShouldBeTrue();
        await visit.Page.Locator("a[data-back]").ClickAsync();

        await visit.Page.WaitForURLAsync("**/xttm-lang-son/");
    }

    [Fact]
    public async Task The_first_tab_leads_past_the_menu_to_the_content()
    {
        await using var visit = await portal.VisitAsync("/", Screen.Desktop);

        await visit.Page.Keyboard.PressAsync("Tab");
        (await visit.HasFocusAsync(".skip-link")).ShouldBeTrue();
        await visit.Page.Keyboard.PressAsync("Enter");

        (await visit.HasFocusAsync("#content")).ShouldBeTrue();
    }
}
