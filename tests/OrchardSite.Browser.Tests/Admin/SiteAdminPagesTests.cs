using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Browser.Tests.Admin;

public sealed class SiteAdminPagesTests(ReadersPortal browsers)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Settings_features_and_sites_are_readable_and_fit(bool isPhone) => browsers.AtDeskAsync(
        "/xttm-lang-son/Admin",
        isPhone ? Screen.Phone : Screen.Desktop,
        Editors.Administrator,
        async (visit, portal) =>
        {
            var page = visit.Page;
            await LookAsync("/xttm-lang-son/Admin/Settings/General");
            await LookAsync("/xttm-lang-son/Admin/Settings/WorkCalendar");
            await LookAsync("/xttm-lang-son/Admin/Settings/DirectiveNumbers");
            await LookAsync("/xttm-lang-son/Admin/Features");
            await LookAsync("/xttm-lang-son/Admin/Settings/SiteIdentity");
            // A colour that is picked is written.
            await page.GetByLabel("Màu chủ đạo: chọn bằng bảng màu").FillAsync("#7a1f1f");
            (await page.Locator("#SiteIdentity-PrimaryColor").InputValueAsync()).ShouldBe("#7a1f1f");
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Lưu", Exact = true }).ClickAsync();
            await page.GetByText("Đã lưu “Nhận diện trang”.").ShouldBeVisibleAsync();

            await portal.ReadAsync(PortalApp.Department, db => db.Set<Account>().ExecuteUpdateAsync(set => set.SetProperty(account => account.IsHostAdministrator, true)));
            await LookAsync("/Admin/Tenants");
            await LookAsync("/Admin/Tenants/Create");
            await LookAsync("/Admin/Tenants/Edit?name=xttm-vinh-long");
            visit.Faults.ShouldBeEmpty();

            async Task LookAsync(string path)
            {
                await visit.OpenAsync(path);
                visit.Answer.Status.ShouldBe(200, path);
                (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty(path);
                (await visit.OverflowAsync()).ShouldBe(0, path);
            }
        });
}
