using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Browser.Tests.Admin;

public sealed class DeploymentPagesTests(ReadersPortal browsers)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Recipes_packages_and_clones_are_readable_and_fit(bool isPhone) => browsers.AtDeskAsync(
        "/xttm-lang-son/Admin",
        isPhone ? Screen.Phone : Screen.Desktop,
        Editors.Administrator,
        async (visit, portal) =>
        {
            var page = visit.Page;
            await OpenAsync("/xttm-lang-son/Admin/Recipes");
            await OpenAsync("/xttm-lang-son/Admin/Recipes/Plan?name=department-identity");
            await page.GetByText("Tham số", new PageGetByTextOptions { Exact = true }).ClickAsync();
            await LookAsync("parameters");
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Chạy công thức" }).ClickAsync();
            await page.GetByText("Đã tạo 0, sửa 1 và xóa 0 mục.").ShouldBeVisibleAsync();
            await LookAsync("run");

            await OpenAsync("/xttm-lang-son/Admin/Packages");
            await page.GetByText("Chỉ các loại nội dung này").ClickAsync();
            await LookAsync("options");
            var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Tải gói về" }).ClickAsync());
            await page.GetByLabel("Gói, một tệp zip").SetInputFilesAsync(await download.PathAsync());
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Xem trước thay đổi" }).ClickAsync();
            await page.GetByText("Sẽ không có gì thay đổi: trang đã đúng như công thức.").ShouldBeVisibleAsync();
            await LookAsync("import");

            await portal.ReadAsync(PortalApp.Department, db => db.Set<Account>().ExecuteUpdateAsync(set => set.SetProperty(account => account.IsHostAdministrator, true)));
            await OpenAsync("/Admin/Tenants/Clone?source=xttm-vinh-long");
            visit.Faults.ShouldBeEmpty();

            async Task OpenAsync(string path)
            {
                await visit.OpenAsync(path);
                visit.Answer.Status.ShouldBe(200, path);
                await LookAsync(path);
            }

            async Task LookAsync(string what)
            {
                (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty(what);
                (await visit.OverflowAsync()).ShouldBe(0, what);
            }
        });
}
