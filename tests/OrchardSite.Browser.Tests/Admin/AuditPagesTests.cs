using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Tests.Admin;

namespace OrchardSite.Browser.Tests.Admin;

public sealed class AuditPagesTests(ReadersPortal browsers)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task The_audit_log_is_readable_and_fits_also_with_a_hash_opened(bool isPhone) => browsers.AtDeskAsync(
        "/xttm-lang-son/Admin/Audit",
        isPhone ? Screen.Phone : Screen.Desktop,
        Editors.Administrator,
        async (visit, _) =>
        {
            await visit.OpenAsync("/xttm-lang-son/Admin/Audit");
            await visit.Page.Locator(".seal summary").First.PressAsync("Enter");

            visit.Answer.Status.ShouldBe(200);
            (await visit.Page.Locator(".seal[open] > code").InnerTextAsync()).Length.ShouldBe(64);
            (await Accessibility.ViolationsAsync(visit.Page)).ShouldBeEmpty();
            (await visit.OverflowAsync()).ShouldBe(0);
            visit.Faults.ShouldBeEmpty();
        });
}
