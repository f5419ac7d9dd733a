using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Deployment.Fleet;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Deployment;
using OrchardSite.Tests.Hosting;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Browser.Tests.Admin;

public sealed class FleetPagesTests(ReadersPortal browsers)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Recipes_on_many_sites_and_what_came_of_them_are_readable_and_fit(bool isPhone) => browsers.AtDeskAsync(
        "/Admin",
        isPhone ? Screen.Phone : Screen.Desktop,
        Editors.Administrator,
        async (visit, portal) =>
        {
            var page = visit.Page;
            await portal.ReadAsync(PortalApp.Department, db => db.Set<Account>().ExecuteUpdateAsync(set => set.SetProperty(account => account.IsHostAdministrator, true)));
            await portal.AddEmptySitesAsync(3);
            await portal.BreakAsync(Fleet.NameOf(2));
            await LookAsync("/Admin/Fleet");
            await LookAsync("/Admin/Tenants/Drift");
            await LookAsync("/Admin/Fleet/New");
            await page.Locator("#recipe").SelectOptionAsync(Fleet.Recipe);
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Xem trước thay đổi" }).ClickAsync();
            await page.GetByText("0 trên 6 trang").ShouldBeVisibleAsync();
            (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty();

            // The page finds out by itself.
            await portal.GoOnAsync();
            await page.GetByText("6 trên 6 trang").ShouldBeVisibleAsync();
            await LookAsync("/Admin/Fleet/Run?id=1");
            await LookAsync($"/Admin/Fleet/Site?id=1&site={Fleet.NameOf(1)}");
            await portal.StartFleetAsync([Fleet.NameOf(1), PortalApp.LangSon], FleetKind.Compare, recipe: "");
            await portal.GoOnAsync();
            await LookAsync("/Admin/Tenants/Drift");
            await LookAsync($"/Admin/Fleet/Site?id=2&site={Fleet.NameOf(1)}");
            await LookAsync("/Admin/Tenants?sort=Items");
            await LookAsync("/Admin/Tenants/Edit?name=xttm-lang-son");
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
