using System.Diagnostics;
using System.Text;
using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;

namespace OrchardSite.Browser.Tests.Admin;

/// <summary>The site of a new unit, from nothing to its readers, and from there to a second one.</summary>
public sealed class NewSiteTests(ReadersPortal browsers)
{
    private const string Site = "/khuyen-cong";
    private const string Copy = "/khuyen-cong-2";
    private const string Name = "Trung tâm Khuyến công";
    private const string CopyName = "Trung tâm Khuyến công thứ hai";

    // Far more than a person's clicks need; the test takes a fraction of it.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task A_site_is_built_by_clicking_and_its_package_makes_another_that_is_the_same_but_for_its_name()
    {
        await using var portal = await PortalApp.StartAsync();
        var host = await portal.AddAccountAsync(change: account => account.IsHostAdministrator = true);
        using var browser = portal.Client();
        var session = (await browser.SignInAsync(host.UserName!, People.Password)).Cookie("orchardsite").Split(';')[0].Split('=', 2)[1];
        var begun = Stopwatch.StartNew();
        await browsers.VisitAsync("/Admin/Tenants", Screen.Desktop, async visit =>
        {
            var page = visit.Page;
            await CreateAsync(page, Name, Site);
            await UploadAsync(page, Picture("logo.svg", "#7a1f1f"), Picture("mua-vu.svg", "#1f7a3a"), Picture("de-an.svg", "#1f3a7a"));
            await IdentifyAsync(page);
            await AddCategoryAsync(page, "Đề án khuyến công");
            await AddToMenuAsync(page, "Đề án khuyến công");
            await AddWidgetAsync(page, "Đường dây nóng");
            await AddBannerAsync(page, "Hội chợ hàng công nghiệp nông thôn", "mua-vu.svg", "Cột phải");
            await AddBannerAsync(page, "Đăng ký đề án khuyến công", "de-an.svg", "Chân trang");
            await InviteAsync(page);

            var home = await portal.Http.GetPageAsync(Site + "/");
            home.TextOf("nav.main-menu").ShouldNotBeNull().ShouldContain("Đề án khuyến công");
            home.Body.ShouldContain("logo.svg");
            home.TextOf(".column-side").ShouldNotBeNull().ShouldContain("Đường dây nóng");
            home.Document.QuerySelectorAll("[data-banner] img").Select(image => image.GetAttribute("alt")).ShouldBe(
                ["Hội chợ hàng công nghiệp nông thôn", "Đăng ký đề án khuyến công"], ignoreOrder: true);
            (await portal.Http.GetStringAsync(Site + "/_theme/colors.css", TestContext.Current.CancellationToken)).ShouldContain("#7a1f1f");

            var package = await ExportAsync(page);
            await CreateAsync(page, CopyName, Copy);
            await ImportAsync(page, package);
            visit.Faults.ShouldBeEmpty();
        }, options =>
        {
            options.BaseURL = portal.Address.ToString();
            options.ReducedMotion = ReducedMotion.Reduce;
            options.StorageState = $$"""{ "cookies": [ { "name": "orchardsite", "value": "{{session}}", "domain": "{{portal.Address.Host}}", "path": "/", "expires": -1, "httpOnly": true, "secure": false, "sameSite": "Lax" } ] }""";
        });
        begun.Elapsed.ShouldBeLessThan(Longest);

        var (original, copy) = (await SiteCrawl.RunAsync(portal.Http, Site), await SiteCrawl.RunAsync(portal.Http, Copy));
        original.Pages.Count.ShouldBeGreaterThan(8);
        copy.Pages.Keys.ShouldBe(original.Pages.Keys.Select(address => Copy + address[Site.Length..]), ignoreOrder: true);
        foreach (var (address, read) in original.Pages)
        {
            Comparable(copy.Pages[Copy + address[Site.Length..]], Copy).ShouldBe(Comparable(read, Site), address);
        }
    }

    private static async Task CreateAsync(IPage page, string name, string site)
    {
        await page.GotoAsync("/Admin/Tenants/Create");
        await page.Locator("#site-name").FillAsync(name);
        await page.Locator("#name").FillAsync(site[1..]);
        await page.Locator("#prefix").FillAsync(site[1..]);
        await page.Locator("#recipe").SelectOptionAsync("partner-unit");
        await page.Locator("main form .btn-primary").ClickAsync();
        await page.Locator("#notices .alert").ShouldBeVisibleAsync();
    }

    private static async Task UploadAsync(IPage page, params FilePayload[] files)
    {
        await page.GotoAsync(Site + "/Admin/Media");
        await page.Locator("#files").SetInputFilesAsync(files);
        await Button(page, "Thêm").ClickAsync();
        foreach (var file in files)
        {
            await page.Locator(".media-name", new PageLocatorOptions { HasText = file.Name }).ShouldBeVisibleAsync();
        }
    }

    private static async Task IdentifyAsync(IPage page)
    {
        await page.GotoAsync(Site + "/Admin/Settings/SiteIdentity");
        await page.Locator("#SiteIdentity-Slogan").FillAsync("Đồng hành cùng công nghiệp nông thôn");
        foreach (var picture in new[] { "Emblem", "Logo" })
        {
            await page.Locator($"#SiteIdentity-{picture}-0").FillAsync("logo.svg");
            await page.Locator($"#SiteIdentity-{picture}-0-text").FillAsync("Biểu trưng của Trung tâm Khuyến công");
        }

        await page.GetByLabel("Màu chủ đạo: chọn bằng bảng màu").FillAsync("#7a1f1f");
        await Button(page, "Lưu").ClickAsync();
        await page.GetByText("Đã lưu “Nhận diện trang”.").ShouldBeVisibleAsync();
    }

    private static async Task AddCategoryAsync(IPage page, string name)
    {
        await page.GotoAsync(Site + "/Admin/Taxonomies/categories");
        await page.Locator(".tree-add [value='add:Category']").ClickAsync();
        await page.Locator("details[open] [data-entry-title]").FillAsync(name);
        await Button(page, "Xuất bản").ClickAsync();
        await page.Locator("#notices .alert").ShouldBeVisibleAsync();
    }

    private static async Task AddToMenuAsync(IPage page, string category)
    {
        await page.GotoAsync(Site + "/Admin/Menus/main-menu");
        await page.Locator("#category").SelectOptionAsync(new SelectOptionValue { Label = category });
        await page.Locator("[value=link]").ClickAsync();
        await Button(page, "Xuất bản").ClickAsync();
        await page.Locator("#notices .alert").ShouldBeVisibleAsync();
    }

    private static async Task AddWidgetAsync(IPage page, string title)
    {
        await page.GotoAsync(Site + "/Admin/Layers");
        await page.Locator("#add-type").SelectOptionAsync(new SelectOptionValue { Label = "Khối HTML" });
        await page.Locator("#add-title").FillAsync(title);
        await page.Locator("#add-zone").SelectOptionAsync("Sidebar");
        await page.Locator("#add-layer").SelectOptionAsync("Always");
        await page.Locator("#add-widget .btn-primary").ClickAsync();
        await page.Locator(".ProseMirror").First.ClickAsync();
        await page.Keyboard.TypeAsync("Gọi 1900 000 000 trong giờ hành chính.");
        await Button(page, "Xuất bản").ClickAsync();
        await page.Locator("#notices .alert").ShouldBeVisibleAsync();
    }

    private static async Task AddBannerAsync(IPage page, string name, string picture, string position)
    {
        await page.GotoAsync(Site + "/Admin/Contents/ContentTypes/Banner/Create");
        await page.Locator("#title").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "chọn từ thư viện" }).First.ClickAsync();
        await page.Locator("#picker").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = picture }).ClickAsync();
        await page.Locator("#Banner-Image-0-text").FillAsync(name);
        await page.Locator("#Banner-Link").FillAsync("~/lien-he");
        await page.Locator("#Banner-Position").SelectOptionAsync(new SelectOptionValue { Label = position });
        await page.Locator("#Banner-Order").FillAsync("1");
        await Button(page, "Xuất bản").ClickAsync();
        await page.Locator("#notices .alert").ShouldBeVisibleAsync();
    }

    private static async Task InviteAsync(IPage page)
    {
        await page.GotoAsync(Site + "/Admin/Users/Create");
        await page.Locator("#name").FillAsync("Lý Thị Hoa");
        await page.Locator("#email").FillAsync("hoa.ly@example.vn");
        await page.GetByLabel(Editors.Head, new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await Button(page, "Mời").ClickAsync();
        (await page.Locator("#link").InputValueAsync()).ShouldContain("/sign-in/password?token=");
    }

    private static async Task<string> ExportAsync(IPage page)
    {
        await page.GotoAsync(Site + "/Admin/Packages");
        var download = await page.RunAndWaitForDownloadAsync(() => Button(page, "Tải gói về").ClickAsync());
        return await download.PathAsync();
    }

    private static async Task ImportAsync(IPage page, string package)
    {
        await page.GotoAsync(Copy + "/Admin/Packages");
        await page.GetByLabel("Gói, một tệp zip").SetInputFilesAsync(package);
        await Button(page, "Xem trước thay đổi").ClickAsync();
        await page.GetByText("Sẽ tạo").ShouldBeVisibleAsync();
        await page.Locator("#run button").ClickAsync();
        await page.GetByText("Đã tạo").ShouldBeVisibleAsync();
    }

    private static FilePayload Picture(string name, string color) => new()
    {
        Name = name,
        MimeType = "image/svg+xml",
        Buffer = Encoding.UTF8.GetBytes($"""<svg xmlns="http://www.w3.org/2000/svg" width="320" height="120" viewBox="0 0 320 120"><rect width="320" height="120" fill="{color}"/></svg>"""),
    };

    // What the first site says of itself in its own words, such as in its footer, goes along; its name does not.
    private static string Comparable(Page page, string site)
    {
        var text = page.TextOf("body") + string.Join('\n', page.Document.QuerySelectorAll("a[href], img[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")));
        return text.Replace(CopyName, "TÊN", StringComparison.Ordinal).Replace(Name, "TÊN", StringComparison.Ordinal).Replace($"{site}/", "~/", StringComparison.Ordinal);
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });
}
