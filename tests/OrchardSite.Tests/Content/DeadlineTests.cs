using System.Net;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Workflows;

namespace OrchardSite.Tests.Content;

/// <summary>Deadlines of sections; the test's clock stands at Tuesday, 24 November 2026.</summary>
public sealed class DeadlineTests
{
    private const string Address = "/xttm-lang-son/Admin/Settings/Deadlines";
    private const string Save = ".deadlines button.btn-primary";
    private const string Days = "days." + Samples.Notices;

    [Fact]
    public async Task What_waits_longer_than_its_section_allows_is_on_the_desk_of_that_site_with_its_section()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        using var other = await portal.SignedInAsync(PortalApp.VinhLong, Editors.Administrator);
        (await portal.SaveAsync(PortalApp.LangSon, Samples.Article("Thông báo chờ đăng"))).Succeeded.ShouldBeTrue();
        var published = await portal.AddAsync(PortalApp.LangSon, Samples.Article("Thông báo đã đăng"));
        var down = await portal.AddAsync(PortalApp.LangSon, Samples.Article("Thông báo đã gỡ"));
        (await portal.UnpublishAsync(PortalApp.LangSon, down)).Succeeded.ShouldBeTrue();
        published.ContentItemId.ShouldNotBeNull();

        (await SetAsync(admin, "2")).Status.ShouldBe(HttpStatusCode.Found);
        // Entered on Tuesday: Thursday is the second working day.
        await WaitAsync(portal, admin, days: 2);
        (await admin.GetPageAsync(Address)).Body.ShouldNotContain("Thông báo chờ đăng");

        await WaitAsync(portal, admin, days: 1);
        var page = await admin.GetPageAsync(Address);
        page.Body.ShouldContain("Thông báo chờ đăng");
        page.Body.ShouldContain("26/11/2026");
        page.Body.ShouldNotContain("Thông báo đã đăng");
        page.Body.ShouldNotContain("Thông báo đã gỡ");
        (await admin.GetPageAsync("/xttm-lang-son/Admin")).Body.ShouldContain("Chuyên mục quá thời hạn đăng tải");
        await WaitAsync(portal, other, days: 0);
        (await other.GetPageAsync("/xttm-vinh-long/Admin")).Body.ShouldNotContain("Thông báo chờ đăng");

        (await SetAsync(admin, "10")).Status.ShouldBe(HttpStatusCode.Found);
        (await admin.GetPageAsync("/xttm-lang-son/Admin")).Body.ShouldNotContain("Chuyên mục quá thời hạn đăng tải");
    }

    [Fact]
    public async Task A_weekend_and_a_holiday_do_not_count()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.Department, Editors.Administrator);
        const string calendar = "/Admin/Settings/WorkCalendar";
        var holidays = await admin.GetPageAsync(calendar);
        await admin.PressAsync(holidays, ".settings-form button.btn-primary", ("WorkCalendar.Holidays.Text", "25/11/2026 Nghỉ theo quyết định của tỉnh"));
        (await portal.SaveAsync(PortalApp.Department, Samples.Article("Thông báo chờ đăng"))).Succeeded.ShouldBeTrue();
        var page = await admin.GetPageAsync("/Admin/Settings/Deadlines");
        (await admin.PressAsync(page, Save, (Days, "3"))).Status.ShouldBe(HttpStatusCode.Found);

        // Thursday, Friday, Monday.
        await WaitAsync(portal, admin, days: 6, prefix: "");
        (await admin.GetPageAsync("/Admin/Settings/Deadlines")).Body.ShouldNotContain("Thông báo chờ đăng");
        await WaitAsync(portal, admin, days: 1, prefix: "");
        (await admin.GetPageAsync("/Admin/Settings/Deadlines")).Body.ShouldContain("30/11/2026");
    }

    [Theory]
    [InlineData("hai")]
    [InlineData("-1")]
    [InlineData("366")]
    public async Task What_is_no_number_of_days_is_refused_beside_its_section(string typed)
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        var before = (await admin.GetPageAsync(Address)).ValueOf(Days);

        var refused = await SetAsync(admin, typed);

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf($"#days-{Samples.Notices}-errors").ShouldNotBeNullOrEmpty();
        refused.ValueOf(Days).ShouldBe(typed);
        (await admin.GetPageAsync(Address)).ValueOf(Days).ShouldBe(before);
    }

    [Fact]
    public async Task Of_two_who_set_deadlines_at_once_the_second_is_told_and_others_may_not()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        using var editor = await portal.HireAsync(PortalApp.LangSon, "Lê Văn Biên Tập", Editors.Head);
        var (first, second) = (await admin.GetPageAsync(Address), await admin.GetPageAsync(Address));
        (await admin.PressAsync(first, Save, (Days, "4"))).Status.ShouldBe(HttpStatusCode.Found);

        var late = await admin.PressAsync(second, Save, (Days, "5"));

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.ValueOf(Days).ShouldBe("5");
        late.TextOf(".rows").ShouldNotBeNull().ShouldContain("Đã lưu: 4");
        (await admin.PressAsync(late, Save)).Status.ShouldBe(HttpStatusCode.Found);
        (await admin.GetPageAsync(Address)).ValueOf(Days).ShouldBe("5");
        (await editor.GetAsync("Admin/Settings/Deadlines")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await editor.PostAsync("Admin/Settings/Deadlines", (Days, "1"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await portal.AuditOfAsync(PortalApp.VinhLong, "SaveContent")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sections_with_unpublished_changes_are_not_published_by_this()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        var (version, item) = await portal.OpenAsync(PortalApp.LangSon, Samples.Categories);
        item.SetTitle("Chuyên mục đang sửa");
        (await portal.SaveAsync(PortalApp.LangSon, item, version.VersionId)).Succeeded.ShouldBeTrue();

        (await SetAsync(admin, "4")).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    private static async Task<Page> SetAsync(HttpClient admin, string days) => await admin.PressAsync(await admin.GetPageAsync(Address), Save, (Days, days));

    // A session ends when nobody does anything for hours.
    private static async Task WaitAsync(PortalApp portal, HttpClient browser, int days, string prefix = "/xttm-lang-son")
    {
        for (var hours = 0; hours < days * 24; hours += 4)
        {
            portal.Clock.Advance(TimeSpan.FromHours(4));
            await browser.GetPageAsync(prefix + "/Admin/Settings/Deadlines");
        }
    }
}
