using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Content.Editing;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Browser.Tests.Admin;

public sealed class ContentPagesTests(ReadersPortal browsers)
{
    private const string Article = "/xttm-lang-son/Admin/Contents/ContentItems/xlsarticle0000000000000015";

    [Theory]
    [InlineData("/xttm-lang-son/Admin/Contents/ContentItems/Article", false)]
    [InlineData("/xttm-lang-son/Admin/Contents/ContentItems/Article", true)]
    [InlineData("/xttm-lang-son/Admin/Contents/ContentItems?q=khongco", true)]
    [InlineData("/xttm-lang-son/Admin/Contents/ContentTypes/Article/Create", false)]
    [InlineData("/xttm-lang-son/Admin/Contents/ContentTypes/Article/Create", true)]
    [InlineData("/xttm-lang-son/Admin/Contents/ContentTypes/Directive/Create", false)]
    [InlineData("/xttm-lang-son/Admin/Contents/ContentTypes/Directive/Create", true)]
    [InlineData("/xttm-lang-son/Admin/Contents/ContentTypes/Banner/Create", false)]
    [InlineData("/xttm-lang-son/Admin/Contents/ContentTypes/Banner/Create", true)]
    [InlineData("/xttm-lang-son/Admin/Contents/ContentItems?state=Deleted", false)]
    [InlineData(Article + "/Edit", false)]
    [InlineData(Article + "/Edit", true)]
    [InlineData(Article + "/Versions", false)]
    [InlineData(Article + "/Versions", true)]
    public Task Pages_about_content_are_readable_and_fit(string path, bool isPhone) => browsers.AtDeskAsync(
        path,
        isPhone ? Screen.Phone : Screen.Desktop,
        Editors.Head,
        async (visit, _) =>
        {
            visit.Answer.Status.ShouldBe(200);
            if (await visit.Page.Locator("[data-item-form]").CountAsync() > 0 && await visit.Page.Locator("[data-rich-text]").CountAsync() > 0)
            {
                await visit.Page.Locator(".ProseMirror").First.ShouldBeVisibleAsync();
            }

            await ShouldBeInOrderAsync(visit);
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Both_texts_of_a_conflict_are_readable_and_fit(bool isPhone) => browsers.AtDeskAsync(
        Article + "/Edit",
        isPhone ? Screen.Phone : Screen.Desktop,
        Editors.Head,
        async (visit, portal) =>
        {
            await portal.InTenantAsync(PortalApp.LangSon, services => services.GetRequiredService<EditLocks>()
                .TakeAsync("xlsarticle0000000000000015", UniqueId.New(), "Trần Thị Bình", takeOver: true, TestContext.Current.CancellationToken));
            await visit.Page.Locator("#title").FillAsync("Sẵn sàng cho hội chợ, bản của tôi");

            await Button(visit, "Lưu nháp").ClickAsync();

            await visit.Page.Locator("#refusals").ShouldBeVisibleAsync();
            (await visit.Page.Locator("#refusals").InnerTextAsync()).ShouldContain("Trần Thị Bình");
            await visit.Page.Locator("#title").ShouldHaveValueAsync("Sẵn sàng cho hội chợ, bản của tôi");
            (await Accessibility.ViolationsAsync(visit.Page)).ShouldBeEmpty();
            (await visit.OverflowAsync()).ShouldBe(0);
        });

    [Fact]
    public Task A_text_from_Word_keeps_its_structure_and_loses_its_mess() => browsers.AtDeskAsync(
        "/xttm-lang-son/Admin/Contents/ContentTypes/Article/Create",
        Screen.Desktop,
        Editors.Head,
        async (visit, _) =>
        {
            await visit.Page.Locator(".ProseMirror").ClickAsync();

            await WordPages.PasteAsync(visit.Page, WordPages.Notice);

            var html = await visit.Page.Locator("textarea[name='HtmlBodyPart.Html']").InputValueAsync();
            html.ShouldBe(
                "<h2>Thông báo mời tham gia hội chợ</h2><p>Trung tâm mời các <strong>doanh nghiệp</strong> và <em>hợp tác xã</em>:</p>"
                + "<ul><li>Đăng ký trước ngày 15/12;</li><li>Gửi hồ sơ về trung tâm.</li></ul>"
                + "<ol><li>Điền phiếu;</li><li>Nộp phiếu.</li></ol>"
                + "<table><tbody><tr><td>Gian hàng</td><td>Phí</td></tr></tbody></table>"
                + "<p>Chi tiết tại <a href=\"https://example.vn/hoi-cho\">trang hội chợ</a>.</p>");
        });

    [Fact]
    public Task What_is_typed_is_kept_and_a_person_is_asked_before_leaving_it() => browsers.AtDeskAsync(Article + "/Edit", Screen.Desktop, Editors.Head, async (visit, _) =>
    {
        var asked = 0;
        visit.Page.Dialog += (_, dialog) =>
        {
            asked++;
            _ = dialog.AcceptAsync();
        };
        await visit.Page.Locator("#title").FillAsync("Sẵn sàng cho hội chợ, bản đang viết");
        await visit.Page.Locator("[data-form-state]", new PageLocatorOptions { HasText = "giữ tạm" }).ShouldBeVisibleAsync();

        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Bàn làm việc" }).ClickAsync();
        await visit.Page.ShouldBeAtAsync("/Admin");
        asked.ShouldBe(1);
        await visit.OpenAsync(Article + "/Edit");
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Làm tiếp" }).ClickAsync();

        await visit.Page.Locator("#title").ShouldHaveValueAsync("Sẵn sàng cho hội chợ, bản đang viết");
        await Button(visit, "Lưu và sửa tiếp").ClickAsync();
        await visit.Page.Locator("#notices .alert").ShouldBeVisibleAsync();
        asked.ShouldBe(1);
        visit.Faults.ShouldBeEmpty();
    });

    [Fact]
    public Task What_is_picked_stays_when_something_else_is_looked_for() => browsers.AtDeskAsync(
        "/xttm-lang-son/Admin/Contents/ContentTypes/Article/Create",
        Screen.Desktop,
        Editors.Head,
        async (visit, _) =>
        {
            var search = visit.Page.Locator("#Article-RelatedDirectives");
            await search.FillAsync("xttm");
            var found = visit.Page.Locator("[data-found] input").First;
            await found.ShouldBeVisibleAsync();
            var picked = await found.GetAttributeAsync("value");
            await found.CheckAsync();

            await search.FillAsync("khongcovanbannao");
            await visit.Page.GetByText("Không tìm thấy gì.").ShouldBeVisibleAsync();

            (await visit.Page.Locator("[data-chosen] input:checked").GetAttributeAsync("value")).ShouldBe(picked);
            // What the bar at the top half covers after scrolling is no small target.
            await visit.Page.EvaluateAsync("() => window.scrollTo(0, 0)");
            await ShouldBeInOrderAsync(visit);
        });

    [Fact]
    public Task The_toolbar_is_one_stop_of_the_keyboard_and_marks_what_is_chosen() => browsers.AtDeskAsync(
        "/xttm-lang-son/Admin/Contents/ContentTypes/Page/Create",
        Screen.Desktop,
        Editors.Head,
        async (visit, _) =>
        {
            await Button(visit, "Đậm").ShouldBeVisibleAsync();
            await visit.Page.Locator("#title").FillAsync("Quy chế tiếp công dân");
            await visit.Page.Keyboard.PressAsync("Tab");
            await Button(visit, "Đậm").ShouldHaveFocusAsync();
            await visit.Page.Keyboard.PressAsync("ArrowRight");
            await Button(visit, "Nghiêng").ShouldHaveFocusAsync();
            await visit.Page.Keyboard.PressAsync("Tab");
            await visit.Page.Locator(".ProseMirror").ShouldHaveFocusAsync();
            await visit.Page.Keyboard.TypeAsync("Tiếp công dân ");
            await visit.Page.Keyboard.PressAsync("Control+b");
            (await Button(visit, "Đậm").GetAttributeAsync("aria-pressed")).ShouldBe("true");
            await visit.Page.Keyboard.TypeAsync("sáng thứ năm");

            await Button(visit, "Lưu và sửa tiếp").ClickAsync();

            await visit.Page.Locator("#notices .alert").ShouldBeVisibleAsync();
            await visit.Page.Locator("textarea[name='HtmlBodyPart.Html']").ShouldHaveValueAsync("<p>Tiếp công dân <strong>sáng thứ năm</strong></p>");
        });

    private static async Task ShouldBeInOrderAsync(Visit visit)
    {
        (await Accessibility.ViolationsAsync(visit.Page)).ShouldBeEmpty();
        (await visit.OverflowAsync()).ShouldBe(0);
        visit.Faults.ShouldBeEmpty();
    }

    private static ILocator Button(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });
}
