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
        // The index is made in the first moments after the start.
        for (var attempt = 0; !(await readers.Http.GetPageAsync("/xttm-lang-son/tim-kiem?q=hoi+cho")).Body.Contains("<mark>", StringComparison.Ordinal); attempt++)
        {
            attempt.ShouldBeLessThan(300);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

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
}
