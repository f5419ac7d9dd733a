using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Banners;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Visits;

namespace OrchardSite.Browser.Tests.Admin;

public sealed class VisitPagesTests(ReadersPortal browsers)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Readers_see_the_counter_and_are_counted(bool isPhone)
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddVisitsAsync(PortalApp.LangSon, ("", 1, 2_000_000, 1_234_567));
        await browsers.VisitAsync(
            "/xttm-lang-son/",
            isPhone ? Screen.Phone : Screen.Desktop,
            async visit =>
            {
                var counter = visit.Page.Locator(".site-footer .visit-counter");
                await counter.ShouldBeVisibleAsync();
                (await counter.InnerTextAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .ShouldBe(["Đang truy cập", "1", "Hôm nay", "1", "Tổng số lượt truy cập", "1.234.568"]);
                (await Accessibility.ViolationsAsync(visit.Page)).ShouldBeEmpty();
                (await visit.OverflowAsync()).ShouldBe(0);

                await visit.OpenAsync("/xttm-lang-son/thong-bao");
                await visit.Page.Locator(".visit-counter [data-count=total]").ShouldHaveTextAsync("1.234.568");
                (await visit.EvaluateAsync<string>("() => document.cookie")).ShouldBe("");
                visit.Faults.ShouldBeEmpty();
            },
            options => (options.BaseURL, options.UserAgent) = (portal.Address.ToString(), Readers.Browser));

        (await portal.CountedAsync(PortalApp.LangSon)).Where(row => row.Day == 24).ShouldBe([("", 24, 2, 1), ("/", 24, 1, 1), ("/thong-bao", 24, 1, 0)]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_counter_among_the_widgets_is_readable_and_fits(bool isPhone)
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.LangSon, ReadersVisits.CounterWidget("Thống kê truy cập", "Always"));
        await browsers.VisitAsync(
            "/xttm-lang-son/thong-bao",
            isPhone ? Screen.Phone : Screen.Desktop,
            async visit =>
            {
                await visit.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Thống kê truy cập" }).ShouldBeVisibleAsync();
                await visit.Page.Locator(".visit-counter [data-count=total]").ShouldHaveTextAsync("0");
                (await Accessibility.ViolationsAsync(visit.Page)).ShouldBeEmpty();
                (await visit.OverflowAsync()).ShouldBe(0);
                visit.Faults.ShouldBeEmpty();
            },
            options => options.BaseURL = portal.Address.ToString());
    }

    [Fact]
    public Task Without_script_there_is_no_counter_and_the_page_is_whole() => browsers.VisitAsync(
        "/xttm-lang-son/",
        Screen.Phone,
        async visit =>
        {
            await visit.Page.Locator(".site-footer .to-top").ShouldBeVisibleAsync();
            await visit.Page.Locator(".visit-counter").ShouldBeHiddenAsync();
            (await visit.OverflowAsync()).ShouldBe(0);
        },
        options => options.JavaScriptEnabled = false);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task The_figures_are_readable_fit_and_are_worked_by_keyboard(bool isPhone) => browsers.AtDeskAsync(
        "/xttm-lang-son/Admin",
        isPhone ? Screen.Phone : Screen.Desktop,
        Editors.Editor,
        async (visit, portal) =>
        {
            var page = visit.Page;
            var title = "Kế hoạch tổ chức Hội nghị kết nối cung cầu hàng hoá giữa các tỉnh, thành phố năm 2026";
            await portal.AddAsync(PortalApp.LangSon, Samples.Page(title));
            var days = Enumerable.Range(0, 30).Select(day => ("", day, 900 + (37 * day % 400), 300 + (23 * day % 200)));
            await portal.AddVisitsAsync(PortalApp.LangSon, [.. days, ("/", 1, 500, 300), ("/ke-hoach-to-chuc-hoi-nghi-ket-noi-cung-cau-hang-hoa-giua-cac-tinh-thanh-pho-nam-2026", 1, 120, 12)]);

            await visit.OpenAsync("/xttm-lang-son/Admin");
            await page.Locator(".tile .visit-figures").ShouldBeVisibleAsync();
            await LookAsync();
            await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Lượt truy cập theo ngày" }).FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await page.ShouldBeAtAsync("/xttm-lang-son/Admin/Visits");
            await page.Locator(".day-chart svg").ShouldBeVisibleAsync();
            await page.Locator("#days").ShouldBeHiddenAsync();
            await page.GetByText("Xem dạng bảng").FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await page.Locator("#days").ShouldBeVisibleAsync();
            await LookAsync();

            await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "365 ngày" }).FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await page.ShouldBeAtAsync("days=365");
            await LookAsync();
            await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = title }).FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = title }).ShouldBeVisibleAsync();
            await LookAsync();
            visit.Faults.ShouldBeEmpty();

            async Task LookAsync()
            {
                (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty(page.Url);
                (await visit.OverflowAsync()).ShouldBe(0, page.Url);
            }
        });
}
