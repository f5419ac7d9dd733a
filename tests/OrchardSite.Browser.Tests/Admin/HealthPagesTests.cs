using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Browser.Tests.Admin;

public sealed class HealthPagesTests(ReadersPortal browsers)
{
    private const string Desk = "/xttm-lang-son/Admin";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task From_a_tile_to_the_list_and_to_the_text_that_is_to_be_mended_by_keyboard(bool isPhone) => browsers.AtDeskAsync(
        Desk,
        isPhone ? Screen.Phone : Screen.Desktop,
        Editors.Administrator,
        async (visit, portal) =>
        {
            await portal.AddPageAsync(PortalApp.LangSon, "Trang nhiều lỗi", """<h3>Nhỏ</h3><p><a href="/khong-co">đơn xin cấp phép</a></p><p><img src="/xttm-lang-son/media/nhan-dien/logo.svg" alt=""></p>""");
            await portal.CheckAsync();
            await visit.OpenAsync(Desk);
            var page = visit.Page;
            await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Liên kết hỏng: 1" }).ShouldBeVisibleAsync();
            (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty();

            await FollowAsync(page, "Xem tất cả – Liên kết hỏng");
            await page.GetByText("“đơn xin cấp phép” dẫn đến /khong-co, nơi không có trang nào.").ShouldBeVisibleAsync();
            (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty();
            (await visit.OverflowAsync()).ShouldBe(0);

            await FollowAsync(page, "Sửa: Trang nhiều lỗi");
            // The cursor stands in the text already.
            await page.Locator(".rich-text [role=textbox]").ShouldHaveFocusAsync();
            visit.Faults.ShouldBeEmpty();
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task The_list_is_readable_and_fits_with_and_without_cases(bool isPhone) => browsers.AtDeskAsync(
        Desk + "/Health",
        isPhone ? Screen.Phone : Screen.Desktop,
        Editors.Administrator,
        async (visit, portal) =>
        {
            (await Accessibility.ViolationsAsync(visit.Page)).ShouldBeEmpty();
            for (var number = 0; number < 21; number++)
            {
                await portal.AddPageAsync(PortalApp.LangSon, $"Trang số {number:00}", $"""<h3>Nhỏ</h3><p><a href="/khong-co-{new string('a', 300)}">x</a></p>""");
            }

            await portal.CheckAsync();
            await visit.OpenAsync(Desk + "/Health?kind=Links&page=2");

            await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Trang trước" }).ShouldBeVisibleAsync();
            (await Accessibility.ViolationsAsync(visit.Page)).ShouldBeEmpty();
            (await visit.OverflowAsync()).ShouldBe(0);
            visit.Faults.ShouldBeEmpty();
        });

    private static async Task FollowAsync(IPage page, string name)
    {
        var link = page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = name, Exact = true }).First;
        await link.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }
}
