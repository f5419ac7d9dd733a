using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Directives;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Browser.Tests.Admin;

public sealed class ConsultationPagesTests(ReadersPortal browsers)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_comment_is_sent_and_answered_on_pages_that_are_readable_and_fit(bool isPhone) => browsers.AtDeskAsync(
        "/Admin/Directives/Consultations",
        isPhone ? Screen.Phone : Screen.Desktop,
        Editors.Administrator,
        async (visit, portal) =>
        {
            var page = visit.Page;
            var round = await portal.AddAsync(PortalApp.Department, Commenting.Round());
            await visit.OpenAsync(Commenting.FormOf(round));
            await page.GetByLabel("Họ và tên").FillAsync("Trần Thị Bình");
            await page.GetByLabel("Nội dung góp ý").FillAsync(Commenting.Words);
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Gửi góp ý" }).ClickAsync();
            await page.Locator("#refusals").ShouldBeVisibleAsync();
            await LookAsync();
            await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Nhập thư điện tử hoặc số điện thoại" }).ClickAsync();
            await page.GetByLabel("Thư điện tử").ShouldHaveFocusAsync();
            await page.GetByLabel("Thư điện tử").FillAsync("binh@example.vn");
            await page.GetByLabel("Tôi đồng ý").CheckAsync();
            portal.Clock.Advance(TimeSpan.FromSeconds(30));
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Gửi góp ý" }).ClickAsync();
            await page.GetByText("GY-00001").ShouldBeVisibleAsync();
            await LookAsync();

            await LookAtAsync("/Admin");
            await LookAtAsync("/Admin/Directives/Consultations");
            await LookAtAsync(Commenting.PageOf(round));
            await page.GetByLabel("Chọn “GY-00001”").CheckAsync();
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Tiếp nhận" }).ClickAsync();
            await page.GetByText("Đã tiếp nhận 1 góp ý.").ShouldBeVisibleAsync();
            await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "GY-00001" }).ClickAsync();
            await page.GetByLabel("Tiếp thu một phần").CheckAsync();
            await page.GetByLabel("Nội dung trả lời").FillAsync("Bổ sung tại khoản 2 Điều 15; khoản 3 giữ như dự thảo.");
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Lưu trả lời" }).ClickAsync();
            await page.GetByText("Đã lưu nội dung trả lời.").ShouldBeVisibleAsync();
            await LookAsync();
            await LookAtAsync("/Admin/Contents/ContentTypes/Consultation/Create");
            await LookAtAsync("/lay-y-kien/du-thao-quy-che-tiep-cong-dan");
            await LookAtAsync("/lay-y-kien");
            visit.Faults.ShouldBeEmpty();

            async Task LookAtAsync(string path)
            {
                await visit.OpenAsync(path);
                visit.Answer.Status.ShouldBe(200);
                await LookAsync();
            }

            async Task LookAsync()
            {
                (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty(page.Url);
                (await visit.OverflowAsync()).ShouldBe(0, page.Url);
            }
        });
}
