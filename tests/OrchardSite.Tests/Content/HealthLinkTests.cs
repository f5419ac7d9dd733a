using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Content.Health;
using OrchardSite.Tenants;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Media;
using OrchardSite.Tests.Tenants;

namespace OrchardSite.Tests.Content;

public sealed class HealthLinkTests
{
    public static TheoryData<string> GoodAddresses { get; } =
    [
        "/", "/thong-bao", "/THONG-BAO/", "/thong-bao?page=1#tin", "/tim-kiem?q=hội chợ", "/van-ban", "/so-do-trang", "/rss.xml", "/thong-bao/rss.xml", "thong-bao", "../thong-bao", "?page=2",
        "#", "#top", "#muc-1", "#cu", "#content", "/xttm-lang-son", "/xttm-lang-son/", "/xttm-lang-son/thong-bao", "/media/nhan-dien/logo.svg", "/media/nhan-dien/logo.svg?v=1&amp;width=100",
        "mailto:vanthu@haiduong.gov.vn?subject=Hỏi", "tel:+84 (220) 3853-001", "tel:02203000113", "https://moit.gov.vn/bat-ky?a=1#b", "//vbpl.vn/x", "http://[::1]/", "/th%6Fng-bao", "/%67ioi-thieu/co-cau-to-chuc",
    ];

    public static TheoryData<string, HealthProblem> BadAddresses { get; } = new()
    {
        { "/khong-co", HealthProblem.NoPage },
        { "/thong-bao/khong-co?page=1", HealthProblem.NoPage },
        { "/thông báo", HealthProblem.NoPage },
        { "/%", HealthProblem.NoPage },
        { "khong-co.html", HealthProblem.NoPage },
        { "~/thong-bao", HealthProblem.HomeSign },
        { "#khong-co", HealthProblem.NoAnchor },
        { "/media/khong-co.pdf", HealthProblem.NoFile },
        { "/media/../media/khong-co.pdf", HealthProblem.NoFile },
        { "/xttm-lang-son/khong-co", HealthProblem.NoPage },
        { "/xttm-lang-son/media/khong-co.pdf", HealthProblem.NoFile },
        { "https://", HealthProblem.BadAddress },
        { "https://so cong thuong.vn", HealthProblem.BadAddress },
        { "mailto:van thu", HealthProblem.BadAddress },
        { "tel:máy lẻ", HealthProblem.BadAddress },
        { "", HealthProblem.BadAddress },
    };

    [Theory]
    [MemberData(nameof(GoodAddresses))]
    public async Task A_link_that_leads_somewhere_or_outside_is_no_case(string address)
    {
        await using var portal = await PortalApp.StartAsync();
        var page = await portal.AddPageAsync(PortalApp.Department, "Trang có liên kết", $"""<h2 id="muc-1">Mục 1</h2><p><a href="{address}">xem thêm</a></p><p id="cu">Cũ</p>""");
        await portal.CheckAsync();

        (await portal.CasesAsync(PortalApp.Department, page.ContentItemId)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(BadAddresses))]
    public async Task A_link_that_leads_nowhere_is_a_case_until_it_is_mended(string address, HealthProblem problem)
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.AddRawPageAsync(PortalApp.Department, "Trang có liên kết", $"""<p>Mời <a href="{address}">xem <b>thêm</b></a>.</p>""");
        await portal.CheckAsync();

        var found = (await portal.CasesAsync(PortalApp.Department, page.ContentItemId)).ShouldHaveSingleItem();
        (found.Kind, found.Problem, found.Text, found.Address, found.Place).ShouldBe((HealthKind.Links, problem, "xem thêm", address, "HtmlBodyPart"));

        await portal.MendAsync(PortalApp.Department, page.ContentItemId, """<p>Mời <a href="/thong-bao">xem thêm</a>.</p>""");
        await portal.CheckAsync();
        (await portal.CasesAsync(PortalApp.Department, page.ContentItemId)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whatever_links_to_a_page_is_broken_when_it_is_taken_down_and_well_when_it_is_back()
    {
        await using var portal = await PortalApp.StartAsync();
        var target = await portal.AddPageAsync(PortalApp.LangSon, "Quy trình cấp phép", "<h2 id='ho-so'>Hồ sơ</h2>");
        var page = await portal.AddPageAsync(PortalApp.LangSon, "Hướng dẫn", """<p><a href="/xttm-lang-son/quy-trinh-cap-phep#ho-so">Quy trình</a></p>""");
        var menu = await portal.AddAsync(PortalApp.LangSon, Menu("Menu thử", Link("Theo địa chỉ", "~/quy-trinh-cap-phep"), Entry("Theo nội dung", target.ContentItemId), Link("Tiêu đề nhóm", "")));
        var banner = await portal.AddAsync(PortalApp.LangSon, Samples.Banner("Quy trình mới").Set("Banner", "Link", new { Url = "~/quy-trinh-cap-phep", Text = "Xem" }));
        await portal.CheckAsync();
        (await portal.CasesAsync(PortalApp.LangSon)).ShouldBeEmpty();

        (await portal.UnpublishAsync(PortalApp.LangSon, target)).Succeeded.ShouldBeTrue();
        await portal.CheckAsync();

        (await portal.ProblemsAsync(PortalApp.LangSon, page.ContentItemId)).ShouldBe([HealthProblem.NoPage]);
        (await portal.ProblemsAsync(PortalApp.LangSon, menu.ContentItemId)).ShouldBe([HealthProblem.NoPage, HealthProblem.NoContent]);
        (await portal.CasesAsync(PortalApp.LangSon, menu.ContentItemId))[0].ShouldSatisfyAllConditions(one => one.Inside.ShouldBe("Theo địa chỉ"), one => one.Text.ShouldBe("Theo địa chỉ"));
        (await portal.CasesAsync(PortalApp.LangSon, banner.ContentItemId)).ShouldHaveSingleItem().Place.ShouldBe("Banner.Link");

        (await portal.PublishAsync(PortalApp.LangSon, target)).Succeeded.ShouldBeTrue();
        await portal.CheckAsync();
        (await portal.CasesAsync(PortalApp.LangSon)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_place_on_another_page_is_looked_for_there_and_a_former_address_still_leads()
    {
        await using var portal = await PortalApp.StartAsync();
        var target = await portal.AddPageAsync(PortalApp.LangSon, "Quy trình cấp phép", "<h2 id='ho-so'>Hồ sơ</h2>");
        var page = await portal.AddPageAsync(PortalApp.LangSon, "Hướng dẫn", """<p><a href="/xttm-lang-son/quy-trinh-cap-phep#ho-so">Hồ sơ</a></p>""");

        await portal.EditAsync(PortalApp.LangSon, target.ContentItemId, item => item["AutoroutePart"] = new JsonObject { ["Path"] = "thu-tuc" });
        await portal.CheckAsync();
        (await portal.CasesAsync(PortalApp.LangSon, page.ContentItemId)).ShouldBeEmpty();

        await portal.MendAsync(PortalApp.LangSon, target.ContentItemId, "<h2>Hồ sơ</h2>");
        await portal.CheckAsync();
        (await portal.ProblemsAsync(PortalApp.LangSon, page.ContentItemId)).ShouldBe([HealthProblem.NoAnchor]);
    }

    [Fact]
    public async Task Links_to_a_sibling_site_are_kept_by_prefix_and_by_host_and_no_other_site_answers_for_it()
    {
        await using var portal = await PortalApp.StartAsync();
        await NameHostAsync(portal, PortalApp.VinhLong, "vinhlong.example.vn");
        var own = await portal.AddPageAsync(PortalApp.LangSon, "Kết nối", "<p>Lạng Sơn</p>");
        var other = await portal.AddPageAsync(PortalApp.VinhLong, "Kết nối", "<p>Vĩnh Long</p>");
        var byPrefix = await portal.AddPageAsync(PortalApp.Department, "Theo tiền tố", """<p><a href="/xttm-lang-son/ket-noi">Lạng Sơn</a></p>""");
        var byHost = await portal.AddPageAsync(PortalApp.Department, "Theo tên miền", """<p><a href="https://VinhLong.example.vn/xttm-vinh-long/ket-noi">Vĩnh Long</a> <a href="https://khac.example.vn/ket-noi">Khác</a></p>""");
        await portal.CheckAsync();
        (await portal.CasesAsync(PortalApp.Department)).ShouldBeEmpty();

        (await portal.UnpublishAsync(PortalApp.LangSon, own)).Succeeded.ShouldBeTrue();
        await portal.CheckAsync();
        (await portal.ProblemsAsync(PortalApp.Department, byPrefix.ContentItemId)).ShouldBe([HealthProblem.NoPage]);
        (await portal.CasesAsync(PortalApp.Department, byHost.ContentItemId)).ShouldBeEmpty();

        (await portal.UnpublishAsync(PortalApp.VinhLong, other)).Succeeded.ShouldBeTrue();
        await portal.CheckAsync();
        (await portal.ProblemsAsync(PortalApp.Department, byHost.ContentItemId)).ShouldBe([HealthProblem.NoPage]);
        (await portal.CasesAsync(PortalApp.LangSon)).ShouldBeEmpty();
        (await portal.CasesAsync(PortalApp.VinhLong)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_site_that_is_closed_breaks_the_links_to_it_and_its_own_are_judged_by_itself()
    {
        await using var portal = await PortalApp.StartAsync();
        // The department has a page at this address; the site of Lạng Sơn has none.
        await portal.AddPageAsync(PortalApp.Department, "Riêng của Sở", "<p>Sở</p>");
        var here = await portal.AddPageAsync(PortalApp.Department, "Trang của Sở", """<p><a href="/xttm-lang-son/thong-bao">Thông báo</a></p>""");
        var there = await portal.AddPageAsync(PortalApp.LangSon, "Trang của Lạng Sơn", """<p><a href="/xttm-lang-son/rieng-cua-so">Riêng</a> <a href="/rieng-cua-so">Của Sở</a></p>""");
        await portal.CheckAsync();
        (await portal.CasesAsync(PortalApp.LangSon, there.ContentItemId)).ShouldHaveSingleItem().Text.ShouldBe("Riêng");
        (await portal.CasesAsync(PortalApp.Department, here.ContentItemId)).ShouldBeEmpty();

        (await portal.DisableSiteAsync(PortalApp.LangSon)).Succeeded.ShouldBeTrue();
        await portal.CheckAsync();
        (await portal.ProblemsAsync(PortalApp.Department, here.ContentItemId)).ShouldBe([HealthProblem.ClosedSite]);

        (await portal.EnableSiteAsync(PortalApp.LangSon)).Succeeded.ShouldBeTrue();
        await portal.CheckAsync();
        (await portal.CasesAsync(PortalApp.Department, here.ContentItemId)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/xttm-lang-son/media/tai-lieu/Hội nghị.pdf")]
    [InlineData("/xttm-lang-son/media/tai-lieu/H%E1%BB%99i%20ngh%E1%BB%8B.pdf?v=1#trang=2")]
    [InlineData("/xttm-lang-son/media/tai-lieu/Ho\u0323\u0302i nghi\u0323.pdf")]
    public async Task A_file_counts_as_soon_as_it_is_there_and_not_in_a_secured_folder(string address)
    {
        await using var portal = await PortalApp.StartAsync();
        var page = await portal.AddPageAsync(PortalApp.LangSon, "Tài liệu", $"""<p><a href="{address}">Tài liệu</a> <a href="/xttm-lang-son/media/noi-bo/mat.pdf">Nội bộ</a></p>""");
        await portal.CheckAsync();
        (await portal.ProblemsAsync(PortalApp.LangSon, page.ContentItemId)).ShouldBe([HealthProblem.NoFile, HealthProblem.NoFile]);

        (await portal.UploadAsync("tai-lieu/Hội nghị.pdf", "%PDF-1.7\n")).Succeeded.ShouldBeTrue();
        (await portal.UploadAsync("noi-bo/mat.pdf", "%PDF-1.7\n")).Succeeded.ShouldBeTrue();
        await portal.CheckAsync();

        (await portal.CasesAsync(PortalApp.LangSon, page.ContentItemId)).ShouldHaveSingleItem().Text.ShouldBe("Nội bộ");
    }

    [Fact]
    public async Task A_page_of_a_feature_is_gone_with_the_feature()
    {
        await using var portal = await PortalApp.StartAsync();
        var page = await portal.AddPageAsync(PortalApp.VinhLong, "Văn bản", """<p><a href="/xttm-vinh-long/van-ban">Văn bản</a></p>""");
        await portal.CheckAsync();
        (await portal.CasesAsync(PortalApp.VinhLong, page.ContentItemId)).ShouldBeEmpty();

        (await portal.InTenantAsync(PortalApp.VinhLong, services => services.GetRequiredService<SwitchFeatures>().RunAsync([], ["OrchardSite.Directives"], Sites.Administrator))).Succeeded.ShouldBeTrue();
        await portal.CheckAsync();

        (await portal.ProblemsAsync(PortalApp.VinhLong, page.ContentItemId)).ShouldBe([HealthProblem.NoPage]);
    }

    private static JsonObject Menu(string title, params JsonObject[] entries) => new()
    {
        ["ContentType"] = "Menu",
        ["TitlePart"] = new JsonObject { ["Title"] = title },
        ["AliasPart"] = new JsonObject { ["Alias"] = "menu-thu" },
        ["MenuItemsListPart"] = new JsonObject { ["MenuItems"] = new JsonArray([.. entries]) },
    };

    private static JsonObject Link(string title, string address) => Entry("LinkMenuItem", title, "LinkMenuItemPart", new JsonObject { ["Url"] = address });

    private static JsonObject Entry(string title, string id) =>
        Entry("ContentMenuItem", title, "ContentMenuItemPart", new JsonObject { ["SelectedContentItem"] = new JsonObject { ["ContentItemIds"] = new JsonArray(id) } });

    private static JsonObject Entry(string type, string title, string part, JsonObject value) => new()
    {
        ["ContentItemId"] = UniqueId.New(),
        ["ContentType"] = type,
        ["TitlePart"] = new JsonObject { ["Title"] = title },
        [part] = value,
    };

    private static async Task NameHostAsync(PortalApp portal, string tenant, string host) =>
        (await portal.EditSiteAsync(new EditedTenant(tenant, tenant, [host]))).Succeeded.ShouldBeTrue();
}
