using System.Globalization;
using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Browser.Tests.Pages;

namespace OrchardSite.Browser.Tests.Reading;

public sealed class TextSizeTests(ReadersPortal portal)
{
    private const string OtherArticle = "/giao-ban-thang-11-tap-trung-hoan-thanh-cac-chi-tieu-nam-2026";

    [Fact]
    public Task Larger_text_stays_larger_on_the_next_page() => OnAnArticleAsync(async visit =>
    {
        var normal = await TextSizeAsync(visit);
        await Button(visit, "Tăng cỡ chữ").ClickAsync();
        var larger = await TextSizeAsync(visit);
        larger.ShouldBeGreaterThan(normal);
        await visit.OpenAsync(OtherArticle);
        (await TextSizeAsync(visit)).ShouldBe(larger);
    });

    [Fact]
    public Task The_normal_size_comes_back_by_its_button() => OnAnArticleAsync(async visit =>
    {
        var normal = await TextSizeAsync(visit);
        await Button(visit, "Giảm cỡ chữ").ClickAsync();
        (await TextSizeAsync(visit)).ShouldBeLessThan(normal);
        await Button(visit, "Cỡ chữ mặc định").ClickAsync();
        (await TextSizeAsync(visit)).ShouldBe(normal);
        await visit.OpenAsync(OtherArticle);
        (await TextSizeAsync(visit)).ShouldBe(normal);
    });

    [Fact]
    public Task The_largest_text_still_fits_a_phone() => portal.VisitAsync(ReadersPages.Article, Screen.Phone, async visit =>
    {
        var normal = await TextSizeAsync(visit);
        for (var press = 0; press < 10; press++)
        {
            await Button(visit, "Tăng cỡ chữ").TapAsync();
        }

        (await TextSizeAsync(visit)).ShouldBe(normal * 1.5, tolerance: 0.1);
        (await visit.OverflowAsync()).ShouldBe(0);
    });

    private Task OnAnArticleAsync(Func<Visit, Task> test) => portal.VisitAsync(ReadersPages.Article, Screen.Desktop, test);

    private static ILocator Button(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name });

    private static async Task<double> TextSizeAsync(Visit visit)
    {
        var size = await visit.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.prose')).fontSize");
        return double.Parse(size.Replace("px", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }
}
