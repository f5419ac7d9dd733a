using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Directives;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Browser.Tests.Admin;

public sealed class DeliveryPagesTests(ReadersPortal browsers)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_unit_works_off_a_directive_and_the_boards_are_readable_and_fit(bool isPhone) => browsers.AtDeskAsync(
        "/xttm-lang-son/Admin/Directives/Inbox",
        isPhone ? Screen.Phone : Screen.Desktop,
        Editors.Administrator,
        async (visit, portal) =>
        {
            using var sending = await Sending.BeginAsync(portal);
            await sending.AddFileAsync("van-ban/quyet-dinh-301.pdf", "%PDF-1.4\n%%EOF\n"u8.ToArray());
            var item = Sending.Directive("2026-11-26", Sending.To("ChuTri", Sending.LangSonUnit), Sending.To("PhoiHop", Sending.VinhLongUnit), Sending.ToGroup("DeBiet", "Phong"));
            item.Set("Directive", "Files", new { Paths = new[] { "van-ban/quyet-dinh-301.pdf" } });
            var directive = await sending.SendAsync(item);
            await sending.AddUnitAsync("Phòng Hỗ trợ doanh nghiệp");
            await sending.AddUnitAsync("Trạm khuyến công Tràng Định");
            var page = visit.Page;
            await LookAsync("/xttm-lang-son/Admin/Directives/Inbox");
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Xác nhận đã nhận 301/QĐ-SCT" }).ClickAsync();
            await page.GetByText("Đã thực hiện: Xác nhận đã nhận.").ShouldBeVisibleAsync();
            await page.Locator("summary", new PageLocatorOptions { HasText = "Chuyển đến đơn vị trực thuộc" }).ClickAsync();
            await page.GetByLabel("Phòng Hỗ trợ doanh nghiệp").CheckAsync();
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Chuyển đến đơn vị trực thuộc" }).ClickAsync();
            await page.GetByText("Đã chuyển đến 1 đơn vị.").ShouldBeVisibleAsync();
            await page.Locator("summary", new PageLocatorOptions { HasText = "Báo cáo kết quả" }).ClickAsync();
            (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty();
            await page.GetByLabel("Việc đã làm").FillAsync("Đã kiện toàn Ban Biên tập.");
            await page.SetInputFilesAsync("#files-Report", new FilePayload { Name = "Báo cáo.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n%%EOF\n"u8.ToArray() });
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Báo cáo kết quả" }).ClickAsync();
            await page.GetByText("Đã thực hiện: Báo cáo kết quả.").ShouldBeVisibleAsync();
            await LookAsync($"/xttm-lang-son/Admin/Directives/Deliveries/{(await sending.DeliveryAsync(directive, Sending.LangSonUnit)).Id}");
            await LookAsync("/xttm-lang-son/Admin/Directives/Calendar?month=2026-11");
            await LookAsync("/Admin/Directives/Board");
            await LookAsync("/Admin/Directives/Board?by=unit");
            await LookAsync($"/Admin/Directives/Cases?item={directive.ContentItemId}");
            await LookAsync($"/Admin/Directives/Deliveries/{(await sending.DeliveryAsync(directive, Sending.VinhLongUnit)).Id}");
            await LookAsync("/Admin/Directives/Register");
            await LookAsync("/Admin/Directives/Report?month=2026-11");
            await LookAsync("/Admin/Contents/ContentTypes/Directive/Create");
            await page.GetByLabel("Ký hiệu").FillAsync("QĐ-SCT");
            await page.GetByLabel("Cơ quan ban hành").FillAsync("Sở Công Thương Hải Dương");
            await page.GetByLabel("Ngày ban hành").FillAsync("2026-11-24");
            await page.GetByLabel("Ngày ban hành").BlurAsync();
            await page.GetByText("Số tiếp theo còn trống: 302/QĐ-SCT.").ShouldBeVisibleAsync();
            (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty();
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Dùng giá trị này" }).ClickAsync();
            await page.GetByText("302/QĐ-SCT còn trống.").ShouldBeVisibleAsync();
            await LookAsync("/van-ban");
            await LookAsync("/xttm-lang-son/van-ban-den");
            await LookAsync("/van-ban/301-qd-sct-2026?on=2026-11-20");
            visit.Faults.ShouldBeEmpty();

            async Task LookAsync(string path)
            {
                await visit.OpenAsync(path);
                visit.Answer.Status.ShouldBe(200);
                (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty(path);
                (await visit.OverflowAsync()).ShouldBe(0, path);
            }
        });
}
