using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Tests.Admin;

namespace OrchardSite.Browser.Tests.Admin;

public sealed class DashboardTests(ReadersPortal browsers)
{
    private const string Home = "/xttm-lang-son/Admin";

    [Theory]
    [InlineData(false, ColorScheme.Light)]
    [InlineData(true, ColorScheme.Light)]
    [InlineData(false, ColorScheme.Dark)]
    [InlineData(true, ColorScheme.Dark)]
    public Task Home_with_each_of_its_menus_open_is_readable_and_fits(bool isPhone, ColorScheme colors) => browsers.AtDeskAsync(
        Home,
        isPhone ? Screen.Phone : Screen.Desktop,
        Editors.Head,
        async (visit, _) =>
        {
            await ShouldBeInOrderAsync(visit);
            foreach (var name in new[] { "Tài khoản của Nguyễn Văn An", "Trang: Trung tâm Xúc tiến thương mại Lạng Sơn. Chuyển sang trang khác" })
            {
                await Button(visit, name).ClickAsync();
                (await Accessibility.ViolationsAsync(visit.Page.Locator(".topbar"))).ShouldBeEmpty();
                (await visit.OverflowAsync()).ShouldBe(0);
                await visit.Page.Keyboard.PressAsync("Escape");
            }

            if (isPhone)
            {
                await Button(visit, "Menu").TapAsync();
                await visit.Page.Locator("#menu.show:not(.showing)").ShouldBeVisibleAsync();
                await ShouldBeInOrderAsync(visit);
            }
        },
        options => options.ColorScheme = colors);

    [Fact]
    public Task The_palette_opens_with_Ctrl_K_goes_with_Enter_and_gives_the_focus_back() => browsers.AtDeskAsync(Home, Screen.Desktop, Editors.Head, async (visit, _) =>
    {
        var opener = Button(visit, "Tìm nhanh");
        await opener.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Control+k");
        var input = visit.Page.GetByRole(AriaRole.Combobox, new PageGetByRoleOptions { Name = "Tìm nhanh" });
        await input.ShouldHaveFocusAsync();
        await ShouldBeInOrderAsync(visit);
        await visit.Page.Keyboard.PressAsync("Escape");
        await opener.ShouldHaveFocusAsync();

        await visit.Page.Keyboard.PressAsync("Control+k");
        await input.FillAsync("zzz");
        await visit.Page.GetByText("Không tìm thấy gì.").ShouldBeVisibleAsync();
        await input.FillAsync("ban lam");
        await visit.Page.GetByRole(AriaRole.Option, new PageGetByRoleOptions { Name = "Bàn làm việc" }).ShouldBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/Admin$"));
    });

    [Fact]
    public Task The_chosen_colours_stay() => browsers.AtDeskAsync(Home, Screen.Desktop, Editors.Head, async (visit, _) =>
    {
        await Button(visit, "Tài khoản của Nguyễn Văn An").ClickAsync();
        await Button(visit, "Giao diện tối").ClickAsync();
        await visit.Page.ReloadAsync();

        (await visit.EvaluateAsync<string>("() => document.documentElement.dataset.bsTheme")).ShouldBe("dark");
        (await Accessibility.ViolationsAsync(visit.Page)).ShouldBeEmpty();
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Without_script_the_menu_is_there_and_the_account_opens_where_it_is_reached(bool isPhone) => browsers.AtDeskAsync(
        Home,
        isPhone ? Screen.Phone : Screen.Desktop,
        Editors.Head,
        async (visit, _) =>
        {
            await visit.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Bàn làm việc" }).ShouldBeVisibleAsync();
            await Button(visit, "Tìm nhanh").ShouldBeHiddenAsync();
            await Button(visit, "Tài khoản của Nguyễn Văn An").FocusAsync();
            await Button(visit, "Đăng xuất").ShouldBeVisibleAsync();
            (await visit.OverflowAsync()).ShouldBe(0);
            await Button(visit, "English").ClickAsync();
            await visit.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Hello, Nguyễn Văn An" }).ShouldBeVisibleAsync();
        },
        options => options.JavaScriptEnabled = false);

    private static async Task ShouldBeInOrderAsync(Visit visit)
    {
        (await Accessibility.ViolationsAsync(visit.Page)).ShouldBeEmpty();
        (await visit.OverflowAsync()).ShouldBe(0);
        visit.Faults.ShouldBeEmpty();
    }

    private static ILocator Button(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });
}
