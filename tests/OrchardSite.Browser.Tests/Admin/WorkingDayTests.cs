using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Browser.Tests.Admin;

public sealed class WorkingDayTests(ReadersPortal browsers)
{
    private const string Site = "/xttm-lang-son";
    private const string Title = "Mời tham gia hội chợ thương mại biên giới";

    [Fact]
    public async Task From_the_printed_link_to_a_published_article_and_an_edit_that_two_people_made()
    {
        await using var portal = await PortalApp.StartAsync();
        var administrator = await portal.InTenantAsync(PortalApp.Department, services => services.GetRequiredService<EnsureHostAdministrator>()
            .RunAsync("admin", Actor.Host("setup"), TestContext.Current.CancellationToken));

        var invitation = "";
        await AtAsync(portal, administrator!.SignInPath, Screen.Desktop, async admin =>
        {
            await ButtonOf(admin, "Đăng nhập").ClickAsync();
            await admin.ShouldBeAtAsync("/account");
            invitation = await InviteAsync(admin);
        });

        await AtAsync(portal, invitation, Screen.Desktop, async editor =>
        {
            await SetPasswordAndSignInAsync(editor);
            var article = await WriteAsync(editor);
            await PreviewOnPhoneAsync(portal, editor, article);
            var colleague = await portal.AddAccountAsync();
            await portal.JoinAsync(colleague, PortalApp.LangSon, Editors.Head);
            await portal.JoinAsync(colleague, PortalApp.VinhLong, Editors.Administrator);
            await PublishTogetherAsync(portal, editor);
            await EditTogetherAsync(portal, editor, article);
        });
    }

    private static async Task<string> InviteAsync(IPage admin)
    {
        await admin.GotoAsync(Site + "/Admin/Users/Create");
        await admin.Locator("#name").FillAsync("Lý Thị Hoa");
        await admin.Locator("#email").FillAsync("hoa.ly@example.vn");
        await admin.GetByLabel(Editors.Head, new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await ButtonOf(admin, "Mời").ClickAsync();
        return new Uri(await admin.Locator("#link").InputValueAsync()).PathAndQuery;
    }

    private static async Task SetPasswordAndSignInAsync(IPage editor)
    {
        await editor.Locator("[name=password]").FillAsync(People.Password);
        await editor.Locator("[name=repeated]").FillAsync(People.Password);
        await ButtonOf(editor, "Lưu mật khẩu").ClickAsync();
        await editor.GotoAsync(Site + "/sign-in");
        await editor.Locator("[name=userName]").FillAsync("hoa.ly@example.vn");
        await editor.Locator("[name=password]").FillAsync(People.Password);
        await ButtonOf(editor, "Đăng nhập").ClickAsync();
        await editor.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Xin chào, Lý Thị Hoa" }).ShouldBeVisibleAsync();
    }

    /// <returns>Address of the article's pages in the dashboard.</returns>
    private static async Task<string> WriteAsync(IPage editor)
    {
        await editor.Locator(".tile-links").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Bài viết" }).ClickAsync();
        await editor.Locator("#title").FillAsync(Title);
        await editor.GetByRole(AriaRole.Textbox, new PageGetByRoleOptions { Name = "Trích dẫn" }).FillAsync("Hội chợ có 180 gian hàng và kéo dài sáu ngày.");
        await editor.GetByRole(AriaRole.Textbox, new PageGetByRoleOptions { Name = "Tác giả" }).FillAsync("Lý Thị Hoa");
        await editor.GetByRole(AriaRole.Combobox, new PageGetByRoleOptions { Name = "Chuyên mục" }).SelectOptionAsync(new SelectOptionValue { Label = "Thông báo" });
        await editor.Locator(".ProseMirror").ClickAsync();
        await WordPages.PasteAsync(editor, WordPages.Notice);
        await InsertPictureAsync(editor, "nui-rung.svg", "Phiên chợ vùng cao");
        await InsertPictureAsync(editor, "hoi-cho-xu-lang.svg", "Gian hàng nông sản");
        await ButtonOf(editor, "Lưu và sửa tiếp").ClickAsync();
        await editor.Locator("#notices .alert").ShouldBeVisibleAsync();
        return new Uri(editor.Url).AbsolutePath[..^"/Edit".Length];
    }

    private static async Task InsertPictureAsync(IPage editor, string picture, string description)
    {
        await editor.Locator(".ProseMirror").PressAsync("Control+End");
        await ButtonOf(editor, "Hình ảnh").ClickAsync();
        await editor.Locator("#picker").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "hinh-anh" }).ClickAsync();
        await editor.Locator("#picker").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = picture }).ClickAsync();
        // Without words for those who cannot see it, no picture is put in.
        await ButtonOf(editor, "Chèn vào bài").ClickAsync();
        await editor.Locator("#picker-words").ShouldHaveFocusAsync();
        await editor.Locator("#picker-words").FillAsync(description);
        await ButtonOf(editor, "Chèn vào bài").ClickAsync();
        await editor.Locator($".ProseMirror img[alt='{description}']").ShouldBeVisibleAsync();
    }

    private async Task PreviewOnPhoneAsync(PortalApp portal, IPage editor, string article)
    {
        await AtAsync(portal, article + "/Preview", Screen.Phone, async phone =>
        {
            await phone.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = Title, Level = 1 }).ShouldBeVisibleAsync();
            await phone.GetByRole(AriaRole.Img, new PageGetByRoleOptions { Name = "Gian hàng nông sản" }).ShouldBeVisibleAsync();
            (await phone.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0);
        }, await editor.Context.StorageStateAsync());
        (await portal.Http.GetPageAsync(Site + "/moi-tham-gia-hoi-cho-thuong-mai-bien-gioi")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    // One sends it for review, another reads it on a phone and publishes it.
    private async Task PublishTogetherAsync(PortalApp portal, IPage editor)
    {
        await ButtonOf(editor, "Gửi duyệt").ClickAsync();
        await editor.Locator("#notices .alert").ShouldBeVisibleAsync();
        await AtAsync(portal, Site + "/sign-in", Screen.Phone, async phone =>
        {
            await SignInAsync(phone);
            await phone.GotoAsync(Site + "/Admin/Inbox");
            await phone.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = Title }).ClickAsync();
            await ButtonOf(phone, "Duyệt và xuất bản").ClickAsync();
            await phone.Locator("#notices .alert").ShouldBeVisibleAsync();
        });
        var page = await portal.Http.GetPageAsync(Site + "/moi-tham-gia-hoi-cho-thuong-mai-bien-gioi");
        page.TextOf("h1").ShouldBe(Title);
        page.Document.QuerySelectorAll(".prose img").Select(picture => picture.GetAttribute("alt")).ShouldBe(["Phiên chợ vùng cao", "Gian hàng nông sản"]);
        page.Body.ShouldNotContain("mso-");
    }

    private async Task EditTogetherAsync(PortalApp portal, IPage first, string article)
    {
        await first.GotoAsync(article + "/Edit");
        await first.Locator("#title").FillAsync(Title + " năm 2027");
        await AtAsync(portal, Site + "/sign-in", Screen.Desktop, async second =>
        {
            await SignInAsync(second);
            await second.GotoAsync(article + "/Edit");
            await second.GetByText("Lý Thị Hoa đang sửa nội dung này.").ShouldBeVisibleAsync();
            await ButtonOf(second, "Nhận quyền sửa").ClickAsync();
            await second.Locator("#title").FillAsync(Title + " Việt – Trung");
            await ButtonOf(second, "Lưu nháp").ClickAsync();
            await second.Locator("#notices .alert").ShouldBeVisibleAsync();

            await second.GotoAsync("/xttm-vinh-long/Admin/Contents/ContentItems?q=hoi%20cho%20thuong%20mai%20bien%20gioi");
            (await second.GetByText(Title).CountAsync()).ShouldBe(0);
            (await second.GotoAsync(article.Replace(Site, "/xttm-vinh-long", StringComparison.Ordinal) + "/Edit"))!.Status.ShouldBe(404);
        });

        await ButtonOf(first, "Lưu nháp").ClickAsync();

        await first.Locator("#refusals").ShouldBeVisibleAsync();
        (await first.Locator(".difference .sides p").AllInnerTextsAsync()).ShouldBe([Title + " Việt – Trung", Title + " năm 2027"]);
        await first.Locator("#title").ShouldHaveValueAsync(Title + " năm 2027");
    }

    private static async Task SignInAsync(IPage colleague)
    {
        await colleague.Locator("[name=userName]").FillAsync(People.UserName);
        await colleague.Locator("[name=password]").FillAsync(People.Password);
        await ButtonOf(colleague, "Đăng nhập").ClickAsync();
        await colleague.ShouldBeAtAsync("/Admin");
    }

    private Task AtAsync(PortalApp portal, string path, Screen screen, Func<IPage, Task> work, string? state = null) =>
        browsers.VisitAsync(path, screen, visit => work(visit.Page), options =>
        {
            options.BaseURL = portal.Address.ToString();
            options.StorageState = state;
        });

    private static ILocator ButtonOf(IPage page, string name) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });
}
