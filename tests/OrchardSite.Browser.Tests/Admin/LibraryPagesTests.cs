using System.Collections.Concurrent;
using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Browser.Tests.Admin;

public sealed class LibraryPagesTests(ReadersPortal browsers)
{
    private const string Library = "/xttm-lang-son/Admin/Media";
    private const string Picture = Library + "/File?path=hinh-anh%2Fhoi-cho-xu-lang.svg";

    [Theory]
    [InlineData(Library, false)]
    [InlineData(Library, true)]
    [InlineData(Library + "?folder=hinh-anh", false)]
    [InlineData(Library + "?folder=hinh-anh", true)]
    [InlineData(Library + "?q=khongco", true)]
    [InlineData(Picture, false)]
    [InlineData(Picture, true)]
    [InlineData(Library + "/Folder?path=hinh-anh", false)]
    [InlineData(Library + "/Folder?path=hinh-anh", true)]
    public Task Pages_of_the_library_are_readable_and_fit(string path, bool isPhone) => browsers.AtDeskAsync(path, isPhone ? Screen.Phone : Screen.Desktop, Editors.Head, async (visit, _) =>
    {
        visit.Answer.Status.ShouldBe(200);
        await ShouldBeInOrderAsync(visit);
    });

    [Fact]
    public Task Files_are_dropped_onto_the_page_and_one_that_is_cut_off_goes_on_where_it_was() => browsers.AtDeskAsync(Library + "?folder=hinh-anh", Screen.Desktop, Editors.Head, async (visit, portal) =>
    {
        var offsets = new ConcurrentQueue<string>();
        await visit.Page.RouteAsync("**/Admin/Media/Uploads/*", async route =>
        {
            if (route.Request.Method != "PATCH")
            {
                await route.ContinueAsync();
                return;
            }

            offsets.Enqueue(route.Request.Headers["upload-offset"]);
            await (offsets.Count == 2 ? route.AbortAsync() : route.ContinueAsync());
        });

        await visit.Page.EvaluateAsync("""
            () => {
              const data = new DataTransfer();
              const pdf = new Uint8Array(6 * 1024 * 1024);
              pdf.set(new TextEncoder().encode('%PDF-1.7\n'));
              data.items.add(new File([pdf], 'Kế hoạch.pdf', { type: 'application/pdf' }));
              data.items.add(new File(['Chợ phiên'], 'ghi-chu.txt', { type: 'text/plain' }));
              document.querySelector('#main').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
            }
            """);

        await visit.Page.GetByText("Kế hoạch.pdf").First.ShouldBeVisibleAsync();
        await visit.Page.Locator(".media-name", new PageLocatorOptions { HasText = "ghi-chu.txt" }).ShouldBeVisibleAsync();
        await visit.Page.Locator(".media-name", new PageLocatorOptions { HasText = "Kế hoạch.pdf" }).ShouldBeVisibleAsync();
        // The two files take turns; the one of two parts sends its second part again, and nothing twice.
        offsets.Order(StringComparer.Ordinal).Distinct().ShouldBe(["0", "4194304"]);
        offsets.Count.ShouldBe(4);
        (await portal.Http.GetByteArrayAsync("/xttm-lang-son/media/hinh-anh/K%E1%BA%BF%20ho%E1%BA%A1ch.pdf", TestContext.Current.CancellationToken)).Length.ShouldBe(6 * 1024 * 1024);
    });

    [Fact]
    public Task A_file_that_is_refused_says_why_beside_the_others() => browsers.AtDeskAsync(Library, Screen.Phone, Editors.Head, async (visit, _) =>
    {
        await visit.Page.Locator("#files").SetInputFilesAsync(
        [
            new FilePayload { Name = "cai-dat.exe", MimeType = "application/octet-stream", Buffer = [1, 2, 3] },
            new FilePayload { Name = "gia.png", MimeType = "image/png", Buffer = [1, 2, 3] },
            new FilePayload { Name = "ghi-chu.txt", MimeType = "text/plain", Buffer = [65] },
        ]);
        await Button(visit, "Thêm").ClickAsync();

        await visit.Page.GetByText("cai-dat.exe: Thư viện không nhận loại tệp này: cai-dat.exe").ShouldBeVisibleAsync();
        await visit.Page.GetByText("gia.png: Nội dung của gia.png không đúng với loại tệp theo tên gọi, hoặc tệp đã bị hỏng.").ShouldBeVisibleAsync();
        await visit.Page.GetByText("ghi-chu.txt: đã thêm").ShouldBeVisibleAsync();
        (await Accessibility.ViolationsAsync(visit.Page)).ShouldBeEmpty();
        (await visit.OverflowAsync()).ShouldBe(0);
    });

    [Fact]
    public Task The_focal_point_is_set_by_pressing_on_the_picture_or_by_its_numbers() => browsers.AtDeskAsync(Picture, Screen.Desktop, Editors.Head, async (visit, _) =>
    {
        var place = visit.Page.Locator("[data-focus-point]");
        var box = (await place.BoundingBoxAsync())!;

        await place.ClickAsync(new LocatorClickOptions { Position = new Position { X = box.Width / 4, Y = box.Height / 2 } });

        await visit.Page.Locator("#focusX").ShouldHaveValueAsync("25");
        await visit.Page.Locator("#focusY").ShouldHaveValueAsync("50");
        await visit.Page.Locator("#focusX").FillAsync("80");
        (await visit.Page.Locator(".focus-mark").EvaluateAsync<string>("mark => mark.style.left")).ShouldBe("80%");
        await visit.Page.Locator("#details").GetByRole(AriaRole.Button).ClickAsync();
        await visit.Page.Locator("#notices .alert").ShouldBeVisibleAsync();
        await visit.Page.Locator("#focusX").ShouldHaveValueAsync("80");
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_picture_for_a_field_and_a_link_are_chosen_by_keyboard(bool isPhone) => browsers.AtDeskAsync(
        "/xttm-lang-son/Admin/Contents/ContentTypes/Article/Create",
        isPhone ? Screen.Phone : Screen.Desktop,
        Editors.Head,
        async (visit, _) =>
        {
            var page = visit.Page;
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "chọn từ thư viện" }).First.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            var folder = page.Locator("#picker").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "hinh-anh" });
            await folder.ShouldBeVisibleAsync();
            await folder.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            var choice = page.Locator("#picker").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "hoa-hoi.svg" });
            await choice.ShouldBeVisibleAsync();
            (await page.EvaluateAsync<bool>("() => document.querySelector('#picker').contains(document.activeElement)")).ShouldBeTrue();
            (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty();
            (await visit.OverflowAsync()).ShouldBe(0);
            await choice.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await page.Locator("#picker").ShouldBeHiddenAsync();
            await page.Locator("[data-media-path]").First.ShouldHaveValueAsync("hinh-anh/hoa-hoi.svg");

            await page.Locator(".ProseMirror").First.ClickAsync();
            await Button(visit, "Liên kết").ClickAsync();
            await page.Locator("#link-words").FillAsync("hoi cho thuong mai");
            var found = page.Locator(".link-choice").First;
            await found.ShouldBeVisibleAsync();
            (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty();
            await found.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            (await page.Locator(".ProseMirror a").First.GetAttributeAsync("href")).ShouldNotBeNull().ShouldStartWith("/xttm-lang-son/");

            await Button(visit, "Liên kết").ClickAsync();
            await page.Locator("#own-link").ShouldBeVisibleAsync();
            await page.Keyboard.PressAsync("Escape");
            await page.Locator("#picker").ShouldBeHiddenAsync();
            visit.Faults.ShouldBeEmpty();
        });

    private static async Task ShouldBeInOrderAsync(Visit visit)
    {
        (await Accessibility.ViolationsAsync(visit.Page)).ShouldBeEmpty();
        (await visit.OverflowAsync()).ShouldBe(0);
        visit.Faults.ShouldBeEmpty();
    }

    private static ILocator Button(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });
}
