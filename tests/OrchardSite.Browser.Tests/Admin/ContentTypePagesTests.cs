using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Tests.Admin;

namespace OrchardSite.Browser.Tests.Admin;

public sealed class ContentTypePagesTests(ReadersPortal browsers)
{
    private const string Pages = "/xttm-lang-son/Admin/ContentTypes";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_type_with_two_fields_is_made_written_and_read(bool isPhone) => browsers.AtDeskAsync(
        Pages + "/List",
        isPhone ? Screen.Phone : Screen.Desktop,
        Editors.Administrator,
        async (visit, _) =>
        {
            var page = visit.Page;
            await LookAsync(Pages + "/List");
            await LookAsync(Pages + "/Edit/Article");
            await LookAsync(Pages + "/Article/Article/Fields/SourceKind");
            await LookAsync(Pages + "/Page/Parts/AutoroutePart");
            await LookAsync(Pages + "/Create");

            await page.GetByLabel("Tên hiển thị").FillAsync("Thủ tục hành chính");
            await page.GetByLabel("Tên kỹ thuật").FillAsync("Procedure");
            await PressAsync("Thêm");
            await AddFieldAsync("Lệ phí", "Fee", "Văn bản thường");
            await AddFieldAsync("Cách thực hiện", "Steps", "Văn bản có định dạng");
            await LookAsync(Pages + "/Edit/Procedure");

            await visit.OpenAsync("/xttm-lang-son/Admin/Contents/ContentTypes/Procedure/Create");
            await page.Locator("[name='TitlePart.Title']").FillAsync("Cấp giấy chứng nhận");
            await page.Locator("[name='Procedure.Fee.Text']").FillAsync("Không thu");
            await page.Locator("button[value=Publish]").ClickAsync();
            await page.GetByRole(AriaRole.Status).First.ShouldBeVisibleAsync();
            await LookAsync("/xttm-lang-son/cap-giay-chung-nhan");
            await page.GetByText("Không thu").ShouldBeVisibleAsync();

            await LookAsync(Pages + "/Remove/Procedure?part=Procedure&field=Fee");
            await page.GetByLabel("Nhập Fee để xóa").ShouldBeVisibleAsync();
            visit.Faults.ShouldBeEmpty();

            async Task AddFieldAsync(string displayName, string name, string kind)
            {
                await page.Locator("#field-display-name").FillAsync(displayName);
                await page.Locator("#field-name").FillAsync(name);
                await page.Locator("#field-kind").SelectOptionAsync(new SelectOptionValue { Label = kind });
                await PressAsync("Thêm trường này");
                await PressAsync("Lưu");
            }

            async Task PressAsync(string name) => await page.Locator("main").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name, Exact = true }).First.ClickAsync();

            async Task LookAsync(string path)
            {
                await visit.OpenAsync(path);
                visit.Answer.Status.ShouldBe(200, path);
                (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty(path);
                (await visit.OverflowAsync()).ShouldBe(0, path);
            }
        });
}
