using System.Net;
using OrchardSite.Tenants;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;
using OrchardSite.Tests.Workflows;

namespace OrchardSite.Tests.Admin;

public sealed class SettingsPageTests
{
    private const string General = "/xttm-lang-son/Admin/Settings/General";
    private const string Identity = "/xttm-lang-son/Admin/Settings/SiteIdentity";
    private const string Save = ".settings-form button.btn-primary";

    [Fact]
    public async Task A_new_name_and_list_length_show_at_once_on_that_site_alone()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        (await portal.Http.GetPageAsync("/xttm-lang-son/")).TextOf("title").ShouldNotBeNull().ShouldNotContain("Trung tâm Khuyến công");
        var page = await admin.GetPageAsync(General);
        page.TextOf("#time-zone [selected]").ShouldBe("Asia/Ho_Chi_Minh");

        var saved = await admin.PressAsync(page, Save, ("SiteName", " Trung tâm Khuyến công và Xúc tiến thương mại "), ("PageSize", "3"));

        saved.Location().ShouldBe(General);
        (await admin.FollowAsync(saved)).TextOf("[role=status]").ShouldNotBeNull().ShouldContain("Đã lưu cấu hình.");
        (await portal.Http.GetPageAsync("/xttm-lang-son/")).TextOf("title").ShouldNotBeNull().ShouldContain("Trung tâm Khuyến công và Xúc tiến thương mại");
        (await portal.Http.GetPageAsync("/xttm-vinh-long/")).TextOf("title").ShouldNotBeNull().ShouldNotContain("Khuyến công");
        (await portal.AuditOfAsync(PortalApp.LangSon, nameof(SaveSiteDocument))).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("SiteName", " ", "Tên trang phải có từ 1 đến 255 ký tự.")]
    [InlineData("BaseUrl", "xttm.example.vn", "“xttm.example.vn” không phải là địa chỉ trang; hãy nhập dạng https://portal.example.vn.")]
    [InlineData("PageSize", "0", "Mỗi trang hiển thị từ 1 đến 100 mục.")]
    [InlineData("PageSize", "nhiều", "Mỗi trang hiển thị từ 1 đến 100 mục.")]
    public async Task What_cannot_be_is_refused_beside_its_field_and_nothing_changes(string field, string value, string message)
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        var page = await admin.GetPageAsync(General);
        var name = page.ValueOf("SiteName");

        var refused = await admin.PressAsync(page, Save, ("SiteName", "Tên mới"), (field, value));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf(".field-error").ShouldBe(message);
        refused.Document.QuerySelector($"[name={field}]")!.GetAttribute("value").ShouldBe(string.IsNullOrWhiteSpace(value) ? null : value);
        (await admin.GetPageAsync(General)).ValueOf("SiteName").ShouldBe(name);
    }

    [Theory]
    [InlineData("TimeZoneId", "Asia/Sao_Hoa", "Không có múi giờ Asia/Sao_Hoa.")]
    [InlineData("Culture", "fr", "Cổng không có ngôn ngữ “fr”.")]
    public async Task What_the_form_does_not_offer_is_refused_too(string field, string value, string message)
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);
        var typed = new Dictionary<string, string> { ["SiteName"] = "Tên mới", ["BaseUrl"] = "", ["TimeZoneId"] = "Asia/Ho_Chi_Minh", ["Culture"] = "vi", ["PageSize"] = "10", [field] = value };

        var refused = await admin.PostAsync("Admin/Settings/General", [.. typed.Select(pair => (pair.Key, pair.Value))]);

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf(".field-error").ShouldBe(message);
    }

    [Fact]
    public async Task Of_two_who_change_the_settings_at_once_the_second_is_told()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        var (page, identity) = (await admin.GetPageAsync(General), await admin.GetPageAsync(Identity));
        await admin.PressAsync(page, Save, ("SiteName", "Tên thứ nhất"));
        await admin.PressAsync(identity, Save, ("SiteIdentity.Slogan.Text", "Khẩu hiệu thứ nhất"));

        var late = await admin.PressAsync(page, Save, ("SiteName", "Tên thứ hai"));
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.ValueOf("SiteName").ShouldBe("Tên thứ hai");
        (await admin.PressAsync(late, Save)).Status.ShouldBe(HttpStatusCode.Found);
        (await admin.GetPageAsync(General)).ValueOf("SiteName").ShouldBe("Tên thứ hai");

        late = await admin.PressAsync(identity, Save, ("SiteIdentity.Slogan.Text", "Khẩu hiệu thứ hai"));
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.TextOf(".conflict").ShouldNotBeNull().ShouldContain("Khẩu hiệu thứ nhất");
        late.Document.QuerySelector("#SiteIdentity-Slogan")!.GetAttribute("value").ShouldBe("Khẩu hiệu thứ hai");
        (await admin.PressAsync(late, Save)).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task The_identity_of_a_site_is_edited_by_its_fields_and_shown_at_once()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        var page = await admin.GetPageAsync(Identity);
        page.TextOf("h1").ShouldBe("Nhận diện trang");

        foreach (var (field, value, message) in new[]
        {
            ("SiteIdentity.PrimaryColor.Text", "xanh", "SiteIdentity-PrimaryColor-errors"),
            ("SiteIdentity.Logo.Paths", "khong-co/logo.svg", "SiteIdentity-Logo-errors"),
        })
        {
            var refused = await admin.PressAsync(await admin.GetPageAsync(Identity), Save, ("SiteIdentity.Slogan.Text", "Kết nối và phát triển"), (field, value));
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            refused.TextOf("#" + message).ShouldNotBeNull();
            refused.Document.QuerySelector("#SiteIdentity-Slogan")!.GetAttribute("value").ShouldBe("Kết nối và phát triển");
        }

        (await admin.PressAsync(page, Save, ("SiteIdentity.Slogan.Text", "Kết nối và phát triển"), ("SiteIdentity.PrimaryColor.Text", "#0b5d3b"))).Location().ShouldBe(Identity);

        (await portal.Http.GetPageAsync("/xttm-lang-son/")).Body.ShouldContain("Kết nối và phát triển");
        (await portal.Http.GetPageAsync("/xttm-vinh-long/")).Body.ShouldNotContain("Kết nối và phát triển");
        (await portal.Http.GetPageAsync("/")).Body.ShouldNotContain("Kết nối và phát triển");
    }

    [Fact]
    public async Task A_holiday_that_is_entered_moves_the_last_days_of_what_is_sent_from_then_on()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Directives.Sending.BeginAsync(portal);
        using var admin = await portal.SignedInAsync(PortalApp.Department, Editors.Administrator);
        var page = await admin.GetPageAsync("/Admin/Settings/WorkCalendar");

        var given = page.TextOf("#WorkCalendar-Holidays").ShouldNotBeNull();
        (await admin.PressAsync(page, Save, ("WorkCalendar.Holidays.Text", given + "\n04/12/2026 Nghỉ theo quyết định của tỉnh"))).Status.ShouldBe(HttpStatusCode.Found);

        var directive = await sending.SendAsync(Directives.Sending.Directive("2026-12-04", Directives.Sending.To("ChuTri", Directives.Sending.LangSonUnit)));
        (await sending.DeliveryAsync(directive, Directives.Sending.LangSonUnit)).DueOn.ShouldBe(new DateOnly(2026, 12, 7));
    }

    [Fact]
    public async Task Who_may_not_change_settings_sees_none_and_there_are_none_of_other_types()
    {
        await using var portal = await PortalApp.StartAsync();
        using var editor = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);

        foreach (var address in new[] { General, Identity })
        {
            (await editor.GetPageAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
            (await editor.PressAsync(await admin.GetPageAsync(address), Save)).Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.BadRequest);
            (await portal.Http.GetPageAsync(address)).Status.ShouldBe(HttpStatusCode.Found);
        }

        (await admin.GetPageAsync("/xttm-lang-son/Admin/Settings/Article")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await admin.GetPageAsync("/xttm-lang-son/Admin/Settings/Nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await admin.GetPageAsync("/Admin/Settings/General")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
