using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Directives;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Search.Files;

namespace OrchardSite.Browser.Tests.Reading;

public sealed class FilePreviewTests(ReadersPortal browsers)
{
    private const string Whole = "quyet-dinh-301.pdf";
    private const string Locked = "phu-luc-co-mat-khau.pdf";
    private const string Damaged = "phu-luc-hong.pdf";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_file_is_read_in_the_page_by_eye_and_by_screen_reader(bool isPhone) => OnDirectiveAsync(isPhone ? Screen.Phone : Screen.Desktop, async visit =>
    {
        (await LoadedAsync(visit)).ShouldNotContain("viewer.js");
        var button = Button(visit, Whole);
        (await button.GetAttributeAsync("aria-expanded")).ShouldBe("false");
        await button.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");

        await visit.Page.GetByText("Trang 1 / 12", new PageGetByTextOptions { Exact = true }).ShouldBeVisibleAsync();
        await visit.Page.Locator(".preview-text").GetByText("Noi dung trang 1.").ShouldBeVisibleAsync();
        (await visit.Page.Locator(".preview-page canvas").CountAsync()).ShouldBeLessThan(6);
        (await button.GetAttributeAsync("aria-expanded")).ShouldBe("true");
        (await Accessibility.ViolationsAsync(visit.Page)).ShouldBeEmpty();
        (await visit.OverflowAsync()).ShouldBe(0);

        await Tool(visit, "Trang sau").ClickAsync();
        await visit.Page.GetByText("Trang 2 / 12", new PageGetByTextOptions { Exact = true }).ShouldBeVisibleAsync();
        var width = await PageWidthAsync(visit);
        await Tool(visit, "Phóng to").ClickAsync();
        (await PageWidthAsync(visit)).ShouldBe(width * 1.25, tolerance: 2);
        await visit.Page.Locator(".preview-text").GetByText("Noi dung trang 2.").ShouldBeVisibleAsync();
        (await visit.OverflowAsync()).ShouldBe(0);

        await button.PressAsync("Enter");
        await visit.Page.Locator(".preview").ShouldBeHiddenAsync();
        visit.Faults.ShouldBeEmpty();
    });

    [Theory]
    [InlineData(Locked, "Tệp có mật khẩu nên không xem trước được tại đây.")]
    [InlineData(Damaged, "Tệp bị hỏng nên không xem trước được tại đây.")]
    public Task What_cannot_be_shown_says_why_and_can_still_be_downloaded(string name, string message) => OnDirectiveAsync(Screen.Phone, async visit =>
    {
        await Button(visit, name).ClickAsync();
        await visit.Page.GetByText(message).ShouldBeVisibleAsync();
        (await visit.Page.Locator(".preview a").GetAttributeAsync("href")).ShouldNotBeNull().ShouldContain(name);
        (await Accessibility.ViolationsAsync(visit.Page)).ShouldBeEmpty();
        (await visit.OverflowAsync()).ShouldBe(0);
        visit.Faults.ShouldBeEmpty();
    });

    [Fact]
    public Task A_file_that_does_not_arrive_can_be_asked_for_again() => OnDirectiveAsync(Screen.Desktop, async visit =>
    {
        await visit.Page.RouteAsync("**/media/**", route => route.AbortAsync());
        await Button(visit, Whole).ClickAsync();
        await visit.Page.GetByText("Không tải được tệp.").ShouldBeVisibleAsync();

        await visit.Page.UnrouteAllAsync();
        await Button(visit, Whole).ClickAsync();
        await Button(visit, Whole).ClickAsync();
        await visit.Page.Locator(".preview-text").GetByText("Noi dung trang 1.").ShouldBeVisibleAsync();
    });

    [Fact]
    public Task Without_script_there_is_the_link_alone() => OnDirectiveAsync(
        Screen.Desktop,
        async visit =>
        {
            await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = Whole }).ShouldBeVisibleAsync();
            await visit.Page.Locator("[data-preview]").First.ShouldBeHiddenAsync();
        },
        options => options.JavaScriptEnabled = false);

    private async Task OnDirectiveAsync(Screen screen, Func<Visit, Task> look, Action<BrowserNewContextOptions>? with = null)
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        await sending.AddFileAsync($"van-ban/{Whole}", Documents.Pdf([.. Enumerable.Range(1, 12).Select(number => $"Noi dung trang {number}.")]));
        await sending.AddFileAsync($"van-ban/{Locked}", Documents.LockedPdf());
        await sending.AddFileAsync($"van-ban/{Damaged}", Documents.DamagedPdf());
        var item = Samples.Directive();
        item.Set("Directive", "Files", new { Paths = new[] { $"van-ban/{Whole}", $"van-ban/{Locked}", $"van-ban/{Damaged}" } });
        await sending.SendAsync(item);
        await browsers.VisitAsync("/van-ban/301-qd-sct-2026", screen, look, options =>
        {
            options.BaseURL = portal.Address.ToString();
            with?.Invoke(options);
        });
    }

    private static ILocator Button(Visit visit, string file) => visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = $"Xem trước {file}" });

    private static ILocator Tool(Visit visit, string name) => visit.Page.Locator(".preview-bar").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name });

    private static Task<string> LoadedAsync(Visit visit) => visit.EvaluateAsync<string>("() => performance.getEntriesByType('resource').map(entry => entry.name).join(' ')");

    private static Task<double> PageWidthAsync(Visit visit) => visit.EvaluateAsync<double>("() => document.querySelector('.preview-page').getBoundingClientRect().width");
}
