using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Browser.Tests.Admin;

/// <summary>Widgets, layers and templates.</summary>
public sealed class LookPagesTests(ReadersPortal browsers)
{
    private const string Layers = "/xttm-lang-son/Admin/Layers";
    private const string Notices = "#widget-widgetnotices0000000000000";
    private const string Directives = "#widget-widgetdirectives0000000000";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Widgets_layers_and_templates_are_readable_and_fit(bool isPhone) => browsers.AtDeskAsync(
        "/xttm-lang-son/Admin",
        isPhone ? Screen.Phone : Screen.Desktop,
        Editors.Administrator,
        async (visit, _) =>
        {
            foreach (var path in new[]
            {
                Layers, Layers + "?address=/van-ban", Layers + "/Edit", Layers + "/Edit?name=OutsideDirectives",
                "/xttm-lang-son/Admin/Templates", "/xttm-lang-son/Admin/Templates/Edit?name=Layout",
            })
            {
                await visit.OpenAsync(path);
                visit.Answer.Status.ShouldBe(200, path);
                await visit.EvaluateAsync<object?>("() => document.querySelectorAll('main details').forEach((details) => { details.open = true; })");
                (await Accessibility.ViolationsAsync(visit.Page)).ShouldBeEmpty(path);
                (await visit.OverflowAsync()).ShouldBe(0, path);
            }

            visit.Faults.ShouldBeEmpty();
        });

    [Fact]
    public Task A_widget_is_dragged_to_another_zone_and_another_is_moved_with_the_keyboard() => browsers.AtDeskAsync(
        Layers,
        Screen.Desktop,
        Editors.Administrator,
        async (visit, portal) =>
        {
            var page = visit.Page;
            var handle = page.Locator($"{Notices} .drag-handle");
            await handle.ScrollIntoViewIfNeededAsync();
            var target = page.Locator("[data-zone=AfterContent]");
            var (from, to) = ((await handle.BoundingBoxAsync())!, (await target.BoundingBoxAsync())!);
            await page.Mouse.MoveAsync(from.X + (from.Width / 2), from.Y + (from.Height / 2));
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync(to.X + (to.Width / 2), to.Y + (to.Height / 2), new MouseMoveOptions { Steps = 20 });
            await page.Mouse.UpAsync();

            await page.Locator($"[data-zone=AfterContent] {Notices}").ShouldBeVisibleAsync();
            await page.GetByText("Đã xếp “Thông báo” vào vùng AfterContent.").ShouldBeVisibleAsync();
            (await portal.Http.GetPageAsync("/xttm-lang-son/van-ban")).TextsOf(".zone-after h2").ShouldContain("Thông báo");

            var down = page.Locator($"{Directives} [value=down]");
            await down.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await page.GetByText("Đã xếp “Văn bản mới” vào vùng Sidebar.").ShouldBeVisibleAsync();
            (await portal.Http.GetPageAsync("/xttm-lang-son/")).TextsOf(".column-side h2").First().ShouldNotBe("Văn bản mới");
            // The keyboard goes on where it was.
            (await visit.EvaluateAsync<bool>($"() => document.activeElement.closest('{Directives}') !== null")).ShouldBeTrue();
            visit.Faults.ShouldBeEmpty();
        });

    [Fact]
    public Task A_template_is_checked_while_typing_saved_and_taken_back() => browsers.AtDeskAsync(
        "/xttm-lang-son/Admin/Templates/Edit?name=NotFound",
        Screen.Desktop,
        Editors.Administrator,
        async (visit, portal) =>
        {
            var page = visit.Page;
            var text = page.Locator("#text");
            await text.FillAsync("<h1>Riêng</h1>\n{% if x %}");
            await page.GetByText("dòng 2, cột").ShouldBeVisibleAsync();
            await text.FillAsync("<h1>Riêng</h1>");
            await page.GetByText("Mẫu đúng cú pháp Liquid.").ShouldBeVisibleAsync();
            (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty();

            await page.Locator("#save").ClickAsync();
            await page.GetByText("Đã lưu mẫu “NotFound”").ShouldBeVisibleAsync();
            (await portal.Http.GetPageAsync("/xttm-lang-son/khong-co")).TextOf("h1").ShouldBe("Riêng");

            await page.Locator("#back button").ClickAsync();
            await page.GetByText("Người đọc lại thấy mẫu “NotFound”").ShouldBeVisibleAsync();
            (await portal.Http.GetPageAsync("/xttm-lang-son/khong-co")).TextOf("h1").ShouldNotBe("Riêng");
            visit.Faults.ShouldBeEmpty();
        });
}
