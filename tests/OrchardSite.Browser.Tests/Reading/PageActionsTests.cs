using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Browser.Tests.Pages;

namespace OrchardSite.Browser.Tests.Reading;

public sealed class PageActionsTests(ReadersPortal portal)
{
    private const string CountPrints = "window.prints = 0; window.print = () => window.prints++";

    [Fact]
    public Task Back_returns_to_the_page_the_reader_came_from() => portal.VisitAsync("/tin-tuc-su-kien?page=2", Screen.Desktop, async visit =>
    {
        await visit.Page.Locator(".story-list a").First.ClickAsync();
        await visit.Page.Locator(".article").ShouldBeVisibleAsync();
        await Action(visit, AriaRole.Link, "Quay lại").ClickAsync();
        await visit.Page.WaitForURLAsync("**/tin-tuc-su-kien?page=2");
    });

    [Fact]
    public Task Back_leads_to_the_category_of_an_article_that_was_opened_from_elsewhere() => portal.VisitAsync(ReadersPages.Article, Screen.Desktop, async visit =>
    {
        await Action(visit, AriaRole.Link, "Quay lại").ClickAsync();
        await visit.Page.WaitForURLAsync("**/tin-tuc-su-kien/thuong-mai");
    });

    [Fact]
    public Task Both_print_buttons_print() => portal.VisitAsync(ReadersPages.Article, Screen.Desktop, async visit =>
    {
        await visit.EvaluateAsync<int>($"() => {{ {CountPrints}; return window.prints }}");
        await visit.Page.Locator(".page-tools").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "In trang" }).ClickAsync();
        await Action(visit, AriaRole.Button, "In trang").ClickAsync();
        (await visit.EvaluateAsync<int>("() => window.prints")).ShouldBe(2);
    });

    [Fact]
    public Task Top_of_page_leads_there() => portal.VisitAsync(ReadersPages.Article, Screen.Phone, async visit =>
    {
        var link = Action(visit, AriaRole.Link, "Đầu trang");
        await link.ScrollIntoViewIfNeededAsync();
        (await visit.EvaluateAsync<double>("() => scrollY")).ShouldBeGreaterThan(0);
        await link.TapAsync();
        await visit.Page.WaitForFunctionAsync("() => scrollY === 0");
    });

    [Theory]
    [InlineData("/")]
    [InlineData(ReadersPages.Article)]
    [InlineData("/van-ban")]
    public Task The_first_key_press_offers_to_skip_to_the_content(string path) => portal.VisitAsync(path, Screen.Desktop, async visit =>
    {
        await visit.Page.Keyboard.PressAsync("Tab");
        var skip = visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Chuyển đến nội dung chính" });
        await skip.ShouldHaveFocusAsync();
        await visit.Page.WaitForFunctionAsync("() => document.activeElement.getBoundingClientRect().top === 0");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator("main").ShouldHaveFocusAsync();
        await visit.Page.Keyboard.PressAsync("Tab");
        (await visit.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)")).ShouldBeTrue();
    });

    private static ILocator Action(Visit visit, AriaRole role, string name) =>
        visit.Page.Locator(".page-actions").GetByRole(role, new LocatorGetByRoleOptions { Name = name });
}
