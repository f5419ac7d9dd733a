using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Browser.Tests.Pages;

namespace OrchardSite.Browser.Tests.Reading;

public sealed class WithoutScriptTests(ReadersPortal portal)
{
    [Fact]
    public Task The_menu_and_its_sub_menus_lead_on_from_a_phone() => WithoutScriptAsync("/", Screen.Phone, async page =>
    {
        await page.Locator(".menu-button").TapAsync();
        await page.Locator("#main-menu summary").First.TapAsync();
        await page.Locator("#main-menu .sub-menu a").First.TapAsync();
        await page.WaitForURLAsync("**/gioi-thieu/gioi-thieu-chung");
    });

    [Fact]
    public Task The_menu_and_its_sub_menus_lead_on_from_a_desktop() => WithoutScriptAsync("/", Screen.Desktop, async page =>
    {
        await page.Locator("#main-menu summary").First.ClickAsync();
        await page.Locator("#main-menu .sub-menu a").First.ClickAsync();
        await page.WaitForURLAsync("**/gioi-thieu/gioi-thieu-chung");
    });

    [Fact]
    public Task An_article_is_read_in_full_and_offers_nothing_that_needs_script() => WithoutScriptAsync(ReadersPages.Article, Screen.Phone, async page =>
    {
        await page.GetByText("Người tiêu dùng phát hiện dấu hiệu vi phạm").ShouldBeVisibleAsync();
        await page.Locator(".page-actions [data-back]").ShouldBeVisibleAsync();
        await page.Locator(".page-tools").ShouldBeHiddenAsync();
        await page.Locator(".page-actions [data-print]").ShouldBeHiddenAsync();
        await page.Locator(".page-actions [data-back]").TapAsync();
        await page.WaitForURLAsync("**/tin-tuc-su-kien/thuong-mai");
    });

    [Fact]
    public Task Directives_are_filtered_and_paged() => WithoutScriptAsync("/van-ban", Screen.Desktop, async page =>
    {
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Trang sau" }).ClickAsync();
        await page.Locator(".pager [aria-current]", new PageLocatorOptions { HasText = "2" }).ShouldBeVisibleAsync();
        await page.Locator(".filters a", new PageLocatorOptions { HasText = "Kết luận" }).ClickAsync();
        (await page.Locator(".directive-number").AllInnerTextsAsync()).ShouldHaveSingleItem().ShouldContain("21-KL/TW");
    });

    private Task WithoutScriptAsync(string path, Screen screen, Func<IPage, Task> test) =>
        portal.VisitAsync(path, screen, visit => test(visit.Page), options => options.JavaScriptEnabled = false);
}
