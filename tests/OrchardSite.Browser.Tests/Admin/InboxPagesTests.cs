using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Content.Operations;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Workflows;
using OrchardSite.Workflows.Notifications;
using OrchardSite.Workflows.Proposals;

namespace OrchardSite.Browser.Tests.Admin;

public sealed class InboxPagesTests(ReadersPortal browsers)
{
    private const string Inbox = "/xttm-lang-son/Admin/Inbox";
    private static readonly Actor Writer = Actor.Person(9001, "Hoàng Thị Viết", ["EditContent", "PublishContent", "ForcePublishContent"]);
    private static readonly Actor Approver = Actor.Person(9002, "Vi Thị Trưởng", ["EditContent", "PublishContent"]);

    [Fact]
    public Task The_inbox_of_two_sites_is_worked_off_on_a_phone() => browsers.AtDeskAsync(Inbox, Screen.Phone, Editors.Head, async (visit, portal) =>
    {
        var picture = await SubmitAsync(portal, PortalApp.LangSon, "Ảnh gian hàng nông sản Lạng Sơn");
        await SubmitAsync(portal, PortalApp.LangSon, "Lịch hội chợ thương mại biên giới tháng 12");
        await SubmitAsync(portal, PortalApp.Department, "Kết quả kiểm tra thị trường dịp cuối năm");
        await SubmitAsync(portal, PortalApp.VinhLong, "Tin của Vĩnh Long");
        var page = visit.Page;
        await visit.OpenAsync(Inbox);

        (await page.Locator(".inbox .row-title").CountAsync()).ShouldBe(3);
        (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty();
        (await visit.OverflowAsync()).ShouldBe(0);
        // One is returned with its reason, one approved from the list, one read and published.
        await page.GetByLabel("Chọn “Ảnh gian hàng nông sản Lạng Sơn”").CheckAsync();
        await page.Locator("#reason").FillAsync("Ảnh mờ, đề nghị thay");
        await page.Locator(".bulk").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Trả lại" }).ClickAsync();
        await page.GetByText("Trả lại: 1.").ShouldBeVisibleAsync();
        await Row("Kết quả kiểm tra").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Duyệt", Exact = true }).ClickAsync();
        await page.GetByText("Duyệt: 1.").ShouldBeVisibleAsync();
        await Row("Lịch hội chợ").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Đọc và quyết định" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Quy trình của “Lịch hội chợ" }).ShouldBeVisibleAsync();
        (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty();
        (await visit.OverflowAsync()).ShouldBe(0);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Duyệt và xuất bản" }).ClickAsync();
        await page.GetByText("Đã thực hiện: Duyệt và xuất bản.").ShouldBeVisibleAsync();

        (await portal.RowAsync(PortalApp.LangSon, picture)).State.ShouldBe("Returned");
        (await portal.Http.GetPageAsync("/xttm-lang-son/lich-hoi-cho-thuong-mai-bien-gioi-thang-12")).TextOf("h1").ShouldBe("Lịch hội chợ thương mại biên giới tháng 12");
        visit.Faults.ShouldBeEmpty();

        ILocator Row(string title) => page.Locator(".inbox li").Filter(new LocatorFilterOptions { HasText = title });
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task The_way_of_an_item_and_the_picture_are_readable_and_fit(bool isPhone) => browsers.AtDeskAsync(
        "/xttm-lang-son/Admin/EditorialWorkflow",
        isPhone ? Screen.Phone : Screen.Desktop,
        Editors.Administrator,
        async (visit, portal) =>
        {
            await SubmitAsync(portal, PortalApp.LangSon, "Lịch hội chợ thương mại biên giới tháng 12");
            await portal.Services.GetRequiredService<KeepNotifications>().RunAsync(TestContext.Current.CancellationToken);
            var item = (await portal.SaveAsync(PortalApp.LangSon, Samples.Article("Tin xuất bản khẩn về giá xăng dầu"), actor: Writer)).Value;
            (await portal.MoveAsync(PortalApp.LangSon, item, "ForcePublish", Writer, "Giá điều chỉnh từ 15 giờ")).Succeeded.ShouldBeTrue();
            await LookAsync("/xttm-lang-son/Admin/EditorialWorkflow");
            await LookAsync($"/xttm-lang-son/Admin/Contents/ContentItems/{item.ContentItemId}/Workflow");
            // What takes words is opened first.
            await visit.Page.Locator("summary", new PageLocatorOptions { HasText = "Gỡ bài" }).ClickAsync();
            await visit.Page.GetByLabel("Thông báo cho bạn đọc").ShouldBeVisibleAsync();
            (await Accessibility.ViolationsAsync(visit.Page)).ShouldBeEmpty();
            foreach (var page in new[] { "EditorialCalendar?month=2026-11", "Inbox/Away", "Notifications", "EditorialWorkflow/Settings" })
            {
                await LookAsync("/xttm-lang-son/Admin/" + page);
            }

            (await portal.InTenantAsync(PortalApp.LangSon, services => services.GetRequiredService<ProposeItem>().RunAsync(item.ContentItemId, "Đề nghị đăng trang nhất", Writer, TestContext.Current.CancellationToken)))
                .Succeeded.ShouldBeTrue();
            (await portal.InTenantAsync(PortalApp.LangSon, services => services.GetRequiredService<CoApprovalRules>().AddAsync(Samples.Notices, Writer, TestContext.Current.CancellationToken)))
                .Succeeded.ShouldBeTrue();
            await LookAsync("/Admin/CoApprovals?unit=xttm-lang-son");
            var asked = await SubmitAsync(portal, PortalApp.LangSon, "Thông báo lịch kiểm tra an toàn thực phẩm");
            (await portal.MoveAsync(PortalApp.LangSon, asked, "Approve", Approver)).Succeeded.ShouldBeTrue();
            await LookAsync($"/xttm-lang-son/Admin/Contents/ContentItems/{asked.ContentItemId}/Workflow");
            await LookAsync("/Admin/Proposals");
            await visit.Page.Locator("summary", new PageLocatorOptions { HasText = "Lấy bài" }).ClickAsync();
            await visit.Page.GetByLabel("Chuyên mục trên trang này").ShouldBeVisibleAsync();
            await visit.Page.Locator("summary", new PageLocatorOptions { HasText = "Trả lại đơn vị" }).First.ClickAsync();
            await visit.Page.GetByLabel("Lý do, để đơn vị biết").First.ShouldBeVisibleAsync();
            (await Accessibility.ViolationsAsync(visit.Page)).ShouldBeEmpty();
            (await visit.OverflowAsync()).ShouldBe(0);
            visit.Faults.ShouldBeEmpty();

            async Task LookAsync(string path)
            {
                await visit.OpenAsync(path);
                visit.Answer.Status.ShouldBe(200);
                (await Accessibility.ViolationsAsync(visit.Page)).ShouldBeEmpty(path);
                (await visit.OverflowAsync()).ShouldBe(0, path);
            }
        });

    private static async Task<SavedContent> SubmitAsync(PortalApp portal, string tenant, string title)
    {
        var item = (await portal.SaveAsync(tenant, Samples.Article(title), actor: Writer)).Value;
        (await portal.MoveAsync(tenant, item, "Submit", Writer)).Succeeded.ShouldBeTrue();
        return item;
    }
}
