using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Tests.Admin;

namespace OrchardSite.Browser.Tests.Admin;

public sealed class TreePagesTests(ReadersPortal browsers)
{
    private const string MainMenu = "/xttm-lang-son/Admin/Menus/main-menu";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task An_entry_is_dragged_another_moved_by_keyboard_and_readers_see_the_new_order(bool isPhone) => browsers.AtDeskAsync(
        MainMenu,
        isPhone ? Screen.Phone : Screen.Desktop,
        Editors.Administrator,
        async (visit, _) =>
        {
            var page = visit.Page;
            (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty();
            await page.GetByText("Chưa lưu").ShouldBeHiddenAsync();

            await DragAsync(page, "xlsmenucontact000000000000", "xlsmenunotices000000000000");
            await Status(page).ShouldHaveTextAsync("“Liên hệ” đứng thứ 6 trong 7 mục ở cấp một.");

            var up = Button(page, "Chuyển “Văn bản” lên");
            await up.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Status(page).ShouldHaveTextAsync("“Văn bản” đứng thứ 4 trong 7 mục ở cấp một.");
            await up.ShouldHaveFocusAsync();
            await Button(page, "Đưa “Văn bản” vào dưới mục đứng trên").FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Status(page).ShouldHaveTextAsync("“Văn bản” đứng thứ 4 trong 4 mục dưới “Tin hoạt động”.");
            await page.GetByText("Chưa lưu").ShouldBeVisibleAsync();
            (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty();
            (await visit.OverflowAsync()).ShouldBe(0);

            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Xuất bản", Exact = true }).ClickAsync();
            await page.GetByText("“Menu chính”").First.ShouldBeVisibleAsync();
            await visit.OpenAsync("/xttm-lang-son/lien-he");
            (await page.Locator("nav.main-menu .menu > li > a").AllTextContentsAsync()).ShouldBe(["Trang chủ", "Giới thiệu", "Tin hoạt động", "Thị trường", "Liên hệ", "Thông báo"]);
            (await page.Locator("nav.main-menu .sub-menu a").AllTextContentsAsync()).ShouldContain("Văn bản");
            visit.Faults.ShouldBeEmpty();
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task The_pages_of_trees_are_readable_and_fit(bool isPhone) => browsers.AtDeskAsync(
        "/xttm-lang-son/Admin/Taxonomies",
        isPhone ? Screen.Phone : Screen.Desktop,
        Editors.Administrator,
        async (visit, _) =>
        {
            var page = visit.Page;
            await LookAsync("/xttm-lang-son/Admin/Taxonomies");
            await LookAsync("/xttm-lang-son/Admin/Menus");
            await LookAsync("/xttm-lang-son/Admin/Menus/linked-sites");
            await LookAsync("/xttm-lang-son/Admin/Taxonomies/categories");
            await page.Locator("details.tree-fields > summary").First.ClickAsync();
            await LookAgainAsync("an open entry");
            await page.Locator("[data-entry-title]").First.FillAsync("");
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Lưu nháp", Exact = true }).ClickAsync();
            await page.Locator("#refusals").ShouldBeVisibleAsync();
            await LookAgainAsync("a refusal");

            async Task LookAsync(string path)
            {
                await visit.OpenAsync(path);
                visit.Answer.Status.ShouldBe(200, path);
                await LookAgainAsync(path);
            }

            async Task LookAgainAsync(string what)
            {
                (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty(what);
                (await visit.OverflowAsync()).ShouldBe(0, what);
            }
        });

    /// <summary>Takes an entry by its handle and lets it go above another one.</summary>
    private static async Task DragAsync(IPage page, string id, string above)
    {
        var handle = page.Locator($"#entry-{id} [data-handle]").First;
        await handle.ScrollIntoViewIfNeededAsync();
        var from = (await handle.BoundingBoxAsync())!;
        var to = (await page.Locator($"#entry-{above} .tree-row").First.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(from.X + (from.Width / 2), from.Y + (from.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X + (from.Width / 2), from.Y - 10, new MouseMoveOptions { Steps = 5 });
        await page.Mouse.MoveAsync(from.X + (from.Width / 2), to.Y + 4, new MouseMoveOptions { Steps = 10 });
        await page.Mouse.UpAsync();
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    private static ILocator Status(IPage page) => page.Locator("[data-tree-status]");
}
