using System.Net;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;
using OrchardSite.Tests.Workflows;

namespace OrchardSite.Tests.Admin;

public sealed class FeaturesPageTests
{
    private const string Address = "/xttm-lang-son/Admin/Features";

    [Fact]
    public async Task A_feature_is_switched_off_and_on_for_one_site_alone()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        var page = await admin.GetPageAsync(Address);

        var off = await admin.PressAsync(page, "button[value='OrchardSite.Directives']");

        off.Location().ShouldBe(Address);
        (await portal.Http.GetPageAsync("/xttm-lang-son/van-ban")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Http.GetPageAsync("/xttm-vinh-long/van-ban")).Status.ShouldBe(HttpStatusCode.OK);
        var after = await admin.FollowAsync(off);
        after.TextOf("[role=status]").ShouldNotBeNull().ShouldContain("Đã tắt: ");

        await admin.PressAsync(after, "button[value='OrchardSite.Directives']");
        (await portal.Http.GetPageAsync("/xttm-lang-son/van-ban")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_others_need_is_not_switched_off_and_strangers_switch_nothing()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);
        using var editor = await portal.HireAsync(PortalApp.VinhLong, "Lê Văn Biên Tập", Editors.Head);

        var refused = await admin.PostAsync("Admin/Features?handler=Disable", ("id", "OrchardSite.Content"));
        refused.Status.ShouldBeOneOf(HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity);
        refused.TextOf("#refusals").ShouldNotBeNullOrEmpty();
        (await admin.PostAsync("Admin/Features?handler=Enable", ("id", "OrchardSite.Nothing"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await editor.GetAsync("Admin/Features")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await editor.PostAsync("Admin/Features?handler=Disable", ("id", "OrchardSite.Directives"))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
