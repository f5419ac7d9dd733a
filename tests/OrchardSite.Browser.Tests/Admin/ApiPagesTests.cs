using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Users;

namespace OrchardSite.Browser.Tests.Admin;

public sealed class ApiPagesTests(ReadersPortal browsers)
{
    private const string Tokens = "/xttm-lang-son/Admin/AccessTokens";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task The_tokens_page_is_readable_and_fits_and_makes_a_token(bool isPhone) => browsers.AtDeskAsync(
        Tokens,
        isPhone ? Screen.Phone : Screen.Desktop,
        Editors.Editor,
        async (visit, _) =>
        {
            var page = visit.Page;
            await LookAsync();
            await page.GetByLabel("Tên", new PageGetByLabelOptions { Exact = false }).First.FillAsync("Phần mềm một cửa");
            await page.Locator("#new-token input[type=checkbox]").First.CheckAsync();
            await page.GetByLabel("Mật khẩu hiện tại").FillAsync(People.Password);
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Tạo mã" }).ClickAsync();
            await page.Locator("#value").ShouldBeVisibleAsync();
            (await page.Locator("#value").InputValueAsync()).ShouldStartWith("ops_");
            await LookAsync();
            visit.Faults.ShouldBeEmpty();

            async Task LookAsync()
            {
                (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty();
                (await visit.OverflowAsync()).ShouldBe(0);
            }
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task The_reference_shows_the_operations_and_asks_no_other_host(bool isPhone) => browsers.AtDeskAsync(
        "/xttm-lang-son/Admin/Api",
        isPhone ? Screen.Phone : Screen.Desktop,
        Editors.Editor,
        async (visit, _) =>
        {
            await visit.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "OrchardSite API" }).First.ShouldBeVisibleAsync();
            await visit.Page.GetByText("Save a whole item").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
            visit.Faults.ShouldBeEmpty();
        });
}
