using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Browser.Tests.Pages;

public sealed class SearchPageTests(ReadersPortal readers)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_reader_searches_from_any_page_and_reads_what_was_found(bool isPhone) => readers.VisitAsync("/xttm-lang-son/", isPhone ? Screen.Phone : Screen.Desktop, async visit =>
    {
        await IndexIsThereAsync();
        var box = visit.Page.Locator(".site-search input");
        await box.FillAsync("hoi cho bien gioi");
        await box.PressAsync("Enter");

        await visit.Page.Locator(".search-results h2").First.ShouldBeVisibleAsync();
        (await visit.Page.Locator(".search-results h2 mark").First.InnerTextAsync()).ShouldContain("Hội chợ");
        await visit.Page.Locator("#search-query").ShouldHaveValueAsync("hoi cho bien gioi");
        (await Accessibility.ViolationsAsync(visit.Page)).ShouldBeEmpty();
        (await visit.OverflowAsync()).ShouldBe(0);

        await visit.OpenAsync("/xttm-lang-son/tim-kiem?q=khongcogica");
        (await Accessibility.ViolationsAsync(visit.Page)).ShouldBeEmpty();
        (await visit.OverflowAsync()).ShouldBe(0);
        visit.Faults.ShouldBeEmpty();
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task What_a_reader_may_be_about_to_type_is_offered_to_keyboard_and_screen_reader(bool isPhone) => readers.VisitAsync("/xttm-lang-son/tim-kiem", isPhone ? Screen.Phone : Screen.Desktop, async visit =>
    {
        await IndexIsThereAsync();
        var box = visit.Page.Locator("#search-query");
        var list = visit.Page.Locator(".search-row [role=listbox]");
        await box.FillAsync("hoi ch");
        await list.ShouldBeVisibleAsync();
        (await visit.OverflowAsync()).ShouldBe(0);

        await box.PressAsync("ArrowDown");
        var option = list.Locator("[aria-selected=true]");
        await option.ShouldBeVisibleAsync();
        (await box.GetAttributeAsync("aria-activedescendant")).ShouldBe(await option.GetAttributeAsync("id"));
        (await Accessibility.ViolationsAsync(visit.Page)).ShouldBeEmpty();

        await box.PressAsync("Escape");
        await list.ShouldBeHiddenAsync();
        await box.ShouldHaveValueAsync("hoi ch");
        await box.PressSequentiallyAsync("o");
        await list.ShouldBeVisibleAsync();
        await box.PressAsync("ArrowDown");
        var address = (await option.GetAttributeAsync("data-url")).ShouldNotBeNull();
        await box.PressAsync("Enter");
        await visit.Page.ShouldBeAtAsync(address);
        visit.Faults.ShouldBeEmpty();
    });

    // It is made in the first moments after the start.
    private async Task IndexIsThereAsync()
    {
        for (var attempt = 0; !(await readers.Http.GetPageAsync("/xttm-lang-son/tim-kiem?q=hoi+cho")).Body.Contains("<mark>", StringComparison.Ordinal); attempt++)
        {
            attempt.ShouldBeLessThan(300);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
