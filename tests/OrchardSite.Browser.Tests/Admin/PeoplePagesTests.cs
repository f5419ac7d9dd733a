using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;

namespace OrchardSite.Browser.Tests.Admin;

public sealed class PeoplePagesTests(ReadersPortal browsers)
{
    [Theory]
    [InlineData("/xttm-lang-son/Admin/Users/Index", false)]
    [InlineData("/xttm-lang-son/Admin/Users/Index", true)]
    [InlineData("/xttm-lang-son/Admin/Users/Create", false)]
    [InlineData("/xttm-lang-son/Admin/Users/Create", true)]
    [InlineData("/xttm-lang-son/Admin/Roles/Index", false)]
    [InlineData("/xttm-lang-son/Admin/Roles/Index", true)]
    [InlineData("/xttm-lang-son/Admin/Roles/Edit?name=C%E1%BB%99ng%20t%C3%A1c%20vi%C3%AAn", false)]
    [InlineData("/xttm-lang-son/Admin/Roles/Edit?name=C%E1%BB%99ng%20t%C3%A1c%20vi%C3%AAn", true)]
    [InlineData("/xttm-lang-son/Admin/Roles/Edit", false)]
    [InlineData("/xttm-lang-son/Admin/Roles/Edit", true)]
    public Task Pages_about_people_and_roles_are_readable_and_fit(string path, bool isPhone) => browsers.AtDeskAsync(
        path,
        isPhone ? Screen.Phone : Screen.Desktop,
        Editors.Administrator,
        async (visit, _) =>
        {
            visit.Answer.Status.ShouldBe(200);
            // What is folded away is looked at as well.
            await visit.EvaluateAsync<int>("() => document.querySelectorAll('main details').forEach(part => { part.open = true; }) ?? 0");
            (await Accessibility.ViolationsAsync(visit.Page)).ShouldBeEmpty();
            (await visit.OverflowAsync()).ShouldBe(0);
            visit.Faults.ShouldBeEmpty();
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task The_page_of_a_person_is_readable_and_fits(bool isPhone) => browsers.AtDeskAsync(
        "/xttm-lang-son/Admin/Users/Index",
        isPhone ? Screen.Phone : Screen.Desktop,
        Editors.Administrator,
        async (visit, portal) =>
        {
            var colleague = await portal.AddAccountAsync($"dong.nghiep.{isPhone}", email: null);
            await portal.JoinAsync(colleague, PortalApp.LangSon, Editors.Editor);

            await visit.OpenAsync($"/xttm-lang-son/Admin/Users/Edit/{colleague.Id}");

            visit.Answer.Status.ShouldBe(200);
            (await Accessibility.ViolationsAsync(visit.Page)).ShouldBeEmpty();
            (await visit.OverflowAsync()).ShouldBe(0);
            await visit.Page.GetByLabel("Thư ký").FocusAsync();
            await visit.Page.Keyboard.PressAsync("Space");
            await visit.Page.Locator("#roles").GetByRole(Microsoft.Playwright.AriaRole.Button).PressAsync("Enter");
            await visit.Page.ShouldBeAtAsync("/Admin/Users/Index");
            visit.Faults.ShouldBeEmpty();
        });
}
