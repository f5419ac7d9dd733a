using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Browser.Tests.Admin;

public sealed class SearchAdminPagesTests(ReadersPortal browsers)
{
    [Theory]
    [InlineData("Insight", false)]
    [InlineData("Insight", true)]
    [InlineData("Synonyms", false)]
    [InlineData("Synonyms", true)]
    public Task Pages_about_the_search_are_readable_and_fit(string page, bool isPhone) => browsers.AtDeskAsync(
        $"/xttm-lang-son/Admin/Search/{page}",
        isPhone ? Screen.Phone : Screen.Desktop,
        Editors.Administrator,
        async (visit, _) =>
        {
            for (var times = 0; times < 3; times++)
            {
                await browsers.Http.GetPageAsync("/xttm-lang-son/tim-kiem?q=m%C3%A1y%20s%E1%BA%A5y%20n%C3%B4ng%20s%E1%BA%A3n");
            }

            await visit.OpenAsync($"/xttm-lang-son/Admin/Search/{page}");

            visit.Answer.Status.ShouldBe(200);
            (await Accessibility.ViolationsAsync(visit.Page)).ShouldBeEmpty();
            (await visit.OverflowAsync()).ShouldBe(0);
            visit.Faults.ShouldBeEmpty();
        });
}
