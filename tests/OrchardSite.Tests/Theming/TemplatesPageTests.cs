using System.Net;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;
using OrchardSite.Tests.Workflows;
using OrchardSite.Theming.Templates;

namespace OrchardSite.Tests.Theming;

/// <summary>An administrator of Lạng Sơn changes templates; the other sites keep the theme's.</summary>
public sealed class TemplatesPageTests
{
    private const string Own = "<h1>Không có trang này</h1><p class=\"own\">Hãy gọi 0205 3812 345.</p>";
    private const string Missing = "/xttm-lang-son/khong-co-trang-nay";

    [Fact]
    public async Task A_template_is_changed_for_one_site_alone_and_taken_back_with_one_press()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);
        var before = (await portal.Http.GetPageAsync(Missing)).TextOf("h1");
        var form = await admin.GetAsync("Admin/Templates/Edit?name=NotFound");
        form.ValueOf("Text").ShouldNotBeNullOrWhiteSpace();

        await admin.Browser.PressAsync(form, "#save", ("Text", Own), ("Description", "Thêm số điện thoại"));

        var shown = await portal.Http.GetPageAsync(Missing);
        shown.Status.ShouldBe(HttpStatusCode.NotFound);
        shown.TextOf(".own").ShouldBe("Hãy gọi 0205 3812 345.");
        (await portal.Http.GetPageAsync("/xttm-vinh-long/khong-co-trang-nay")).TextOf(".own").ShouldBeNull();
        (await admin.GetAsync("Admin/Templates")).TextOf("li:has(.state)").ShouldNotBeNull().ShouldContain("NotFound");

        await admin.Browser.PressAsync(await admin.GetAsync("Admin/Templates/Edit?name=NotFound"), "#back button");

        (await portal.Http.GetPageAsync(Missing)).TextOf("h1").ShouldBe(before);
        (await portal.ReadAsync(PortalApp.LangSon, db => db.AuditEntries.Where(entry => entry.AccountId == admin.Id).OrderBy(entry => entry.OccurredUtc).Select(entry => entry.Operation).ToListAsync()))
            .ShouldBe(["SaveTemplate", "TakeTemplateBack"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_page_in_the_cache_shows_the_changed_layout_at_once_and_an_earlier_version_comes_back()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);
        await portal.Http.GetPageAsync("/xttm-lang-son/");
        var layout = (await admin.GetAsync("Admin/Templates/Edit?name=Layout")).ValueOf("Text")!;

        await SaveAsync(admin, "Layout", layout.Replace("</body>", "<p class=\"own\">một</p></body>", StringComparison.Ordinal), 0);
        (await portal.Http.GetPageAsync("/xttm-lang-son/")).TextOf(".own").ShouldBe("một");
        await SaveAsync(admin, "Layout", layout.Replace("</body>", "<p class=\"own\">hai</p></body>", StringComparison.Ordinal), 1);
        (await portal.Http.GetPageAsync("/xttm-lang-son/")).TextOf(".own").ShouldBe("hai");

        await admin.Browser.PressAsync(await admin.GetAsync("Admin/Templates/Edit?name=Layout&version=1"), "#save");

        (await portal.Http.GetPageAsync("/xttm-lang-son/")).TextOf(".own").ShouldBe("một");
        (await admin.GetAsync("Admin/Templates/Edit?name=Layout&version=9")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_the_newest_versions_are_kept()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);

        for (var number = 0; number < TemplateHistory.MostVersions + 2; number++)
        {
            (await SaveAsync(admin, "NotFound", $"<h1>{number}</h1>", number)).Status.ShouldBe(HttpStatusCode.Redirect);
        }

        (await portal.ReadAsync(PortalApp.LangSon, db => db.Set<TemplateVersion>().CountAsync())).ShouldBe(TemplateHistory.MostVersions);
    }

    [Fact]
    public async Task A_preview_is_for_the_person_alone()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);
        using var other = await portal.HireAsync(PortalApp.LangSon, "Ngô Văn Quản Trị", Editors.Administrator);
        var form = await admin.GetAsync("Admin/Templates/Edit?name=Widget-MenuWidget");

        var preview = await admin.Browser.PressAsync(form, "#preview", ("Text", "<p class=\"own\">Xem trước</p>"), ("Path", "/van-ban"));

        var address = preview.Location();
        address.ShouldBe("/xttm-lang-son/van-ban?template-preview=Widget-MenuWidget");
        var seen = await admin.Browser.GetPageAsync(address);
        seen.TextOf(".own").ShouldBe("Xem trước");
        seen.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await other.Browser.GetPageAsync(address)).TextOf(".own").ShouldBeNull();
        (await portal.Http.GetPageAsync(address)).TextOf(".own").ShouldBeNull();
        (await admin.Browser.GetPageAsync("/xttm-lang-son/van-ban")).TextOf(".own").ShouldBeNull();
    }

    [Fact]
    public async Task A_stale_save_is_refused_with_both_texts()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);
        using var other = await portal.HireAsync(PortalApp.LangSon, "Ngô Văn Quản Trị", Editors.Administrator);
        var mine = await admin.GetAsync("Admin/Templates/Edit?name=NotFound");
        await SaveAsync(other, "NotFound", "<h1>Của người khác</h1>", 0);

        var refused = await admin.Browser.PressAsync(mine, "#save", ("Text", Own));

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.TextOf(".conflict").ShouldNotBeNull().ShouldContain("Của người khác");
        refused.ValueOf("Text").ShouldBe(Own);
        (await portal.Http.GetPageAsync(Missing)).TextOf("h1").ShouldBe("Của người khác");
        (await admin.PostAsync("Admin/Templates/Edit?handler=Back", ("Name", "NotFound"), ("Number", "0"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await admin.Browser.PressAsync(refused, "#save")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Who_is_no_administrator_of_the_site_changes_no_template()
    {
        await using var portal = await PortalApp.StartAsync();
        using var head = await portal.HireAsync(PortalApp.LangSon, "Lê Văn Biên Tập", Editors.Head);
        using var neighbour = await portal.HireAsync(PortalApp.VinhLong, "Trần Thị Láng Giềng", Editors.Administrator);

        (await head.GetAsync("Admin/Templates")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await head.GetAsync("Admin/Templates/Edit?name=Layout")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await SaveAsync(head, "NotFound", Own, 0)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await neighbour.Browser.GetPageAsync("/xttm-lang-son/Admin/Templates")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await portal.Http.GetPageAsync(Missing)).TextOf(".own").ShouldBeNull();
    }

    [Fact]
    public async Task A_template_that_the_theme_has_changed_since_is_marked()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);
        await SaveAsync(admin, "NotFound", Own, 0);
        (await admin.GetAsync("Admin/Templates/Edit?name=NotFound")).Document.QuerySelector("#theme-changed").ShouldBeNull();

        await portal.ReadAsync(PortalApp.LangSon, db => db.Set<TemplateVersion>().ExecuteUpdateAsync(set => set.SetProperty(row => row.ThemeHash, "0")));

        (await admin.GetAsync("Admin/Templates/Edit?name=NotFound")).Document.QuerySelector("#theme-changed").ShouldNotBeNull();
        (await admin.GetAsync("Admin/Templates")).TextOf(".state-draft").ShouldNotBeNullOrEmpty();
    }

    internal static Task<Page> SaveAsync(Colleague who, string name, string text, int number) =>
        who.PostAsync("Admin/Templates/Edit", ("Name", name), ("Text", text), ("Number", $"{number}"));
}
