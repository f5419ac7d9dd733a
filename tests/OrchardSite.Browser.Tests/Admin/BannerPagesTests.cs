using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Banners;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Browser.Tests.Admin;

public sealed class BannerPagesTests(ReadersPortal browsers)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Banners_and_campaigns_are_readable_and_fit(bool isPhone) => browsers.AtDeskAsync(
        "/xttm-lang-son/Admin/Banners",
        isPhone ? Screen.Phone : Screen.Desktop,
        Editors.Administrator,
        async (visit, portal) =>
        {
            var page = visit.Page;
            var own = (await portal.AddAsync(PortalApp.LangSon, Samples.Banner("Hội chợ Xuân"))).ContentItemId;
            var campaign = (await portal.CampaignAsync(Campaigning.Of(await portal.AddBannerAsync()))).Value;
            await portal.ReportAsync("/xttm-lang-son/banners/seen", own);

            await LookAtAsync("/xttm-lang-son/Admin/Banners");
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Chuyển “Hội chợ Xuân” xuống" }).ClickAsync();
            await page.GetByText("Đã đổi thứ tự.").ShouldBeVisibleAsync();
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Tắt “Hưởng ứng" }).ClickAsync();
            await page.GetByText("Đã tắt trên trang này").ShouldBeVisibleAsync();
            await LookAsync();
            await LookAtAsync($"/xttm-lang-son/Admin/Banners/{own}");
            await page.GetByText("Xem dạng bảng").ClickAsync();
            await page.Locator("#days").ShouldBeVisibleAsync();
            await LookAsync();
            await LookAtAsync($"/xttm-lang-son/Admin/Banners/{own}/Preview");
            await page.FrameLocator(".preview-frame").Locator("img[alt='Hội chợ Xuân']").ShouldBeVisibleAsync();
            await LookAtAsync("/Admin/Banners/Campaigns");
            await LookAtAsync($"/Admin/Banners/Campaigns/Edit?id={campaign}");
            visit.Faults.ShouldBeEmpty();

            async Task LookAtAsync(string path)
            {
                await visit.OpenAsync(path);
                visit.Answer.Status.ShouldBe(200);
                await LookAsync();
            }

            async Task LookAsync()
            {
                (await Accessibility.ViolationsBesideAsync(page, ".preview-frame")).ShouldBeEmpty(page.Url);
                (await visit.OverflowAsync()).ShouldBe(0, page.Url);
            }
        });

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_banner_is_seen_and_followed_and_the_numbers_rise(bool withScript, int views)
    {
        await using var portal = await PortalApp.StartAsync();
        var id = (await portal.AddAsync(PortalApp.LangSon, Samples.Banner("Hội chợ Xuân"))).ContentItemId;
        await browsers.VisitAsync(
            "/xttm-lang-son/",
            Screen.Desktop,
            async visit =>
            {
                var link = visit.Page.Locator($"[data-banner='{id}'] a");
                (await link.GetAttributeAsync("href")).ShouldBe(withScript ? "/xttm-lang-son/thong-bao" : $"/xttm-lang-son/banners/{id}/click");
                await link.ScrollIntoViewIfNeededAsync();
                await visit.Page.WaitForTimeoutAsync(1500);
                if (withScript)
                {
                    // What the browser of the tests sends when it has left a page bears its own name, which is a robot's.
                    await visit.EvaluateAsync<object?>("() => { window.dispatchEvent(new Event('pagehide')); }");
                }

                await link.ClickAsync();
                await visit.Page.WaitForURLAsync("**/thong-bao");
                for (var time = 0; time < 50 && await portal.NumbersAsync(PortalApp.LangSon, id) != (views, 1); time++)
                {
                    await Task.Delay(100);
                }

                (await portal.NumbersAsync(PortalApp.LangSon, id)).ShouldBe((views, 1));
            },
            options => (options.BaseURL, options.UserAgent, options.JavaScriptEnabled) = (portal.Address.ToString(), Readers.Browser, withScript));
    }
}
