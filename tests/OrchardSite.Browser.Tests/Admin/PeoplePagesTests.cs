using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Tests.Admin;

namespace OrchardSite.Browser.Tests.Admin;

public sealed class PeoplePagesTests(ReadersPortal browsers)
{
    [Theory]
    [InlineData("/xttm-lang-son/Admin/Users/Index", false)]
    [InlineData("/xttm-lang-son/Admin/Users/Index", true)]
    [InlineData("/xttm-lang-son/Admin/Users/Create", true)]
    [InlineData("/xttm-lang-son/Admin/Roles/Index", true)]
    [InlineData("/xttm-lang-son/Admin/Roles/Edit?name=C%E1%BB%99ng%20t%C3%A1c%20vi%C3%AAn", false)]
    [InlineData("/xttm-lang-son/Admin/Roles/Edit", true)]
    public Task Pages_about_people_and_roles_are_readable_and_fit(string path, bool isPhone) => browsers.AtDeskAsync(
        path,
        isPhone ? Screen.Phone : Screen.Desktop,
        Editors.Administrator,
        async (visit, _) =>
        {
            visit.Answer.Status.ShouldBe(200);
            (await Accessibility.ViolationsAsync(visit.Page)).ShouldBeEmpty();
            (await visit.OverflowAsync()).ShouldBe(0);
            visit.Faults.ShouldBeEmpty();
        });
}
