using System.Net;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Media;
using OrchardSite.Tests.Users;
using OrchardSite.Tests.Workflows;
using static OrchardSite.Tests.Content.Trees.TreePages;

namespace OrchardSite.Tests.Content.Trees;

public sealed class CategoryTreeTests
{
    private const string News = "termtintucsukien0000000000";
    private const string Questions = "termhoidap0000000000000000";
    private const string Projects = "termduandauthau00000000000";

    [Fact]
    public async Task A_category_is_added_with_its_settings_and_has_a_page_at_once()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.AdministratorAsync();
        (await portal.Http.GetPageAsync("/so-do-trang")).Body.ShouldNotContain("Tuyển dụng");
        var page = await admin.PressAsync(await admin.GetAsync(Categories), "add:Category");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelector(".tree-form.is-changed").ShouldNotBeNull();
        page.ValueOf(Field(page.Added(), "Category.Kind.Text")).ShouldBe("Tin");

        var saved = await admin.PressAsync(
            page, "Publish", (Field(page.Added()), "Tuyển dụng"), (Field(page.Added(), "Category.DeadlineDays.Value"), "5"), (Field(page.Added(), "Category.InMenu.Value"), "true"));

        saved.Location().ShouldBe("/Admin/Taxonomies/categories");
        var again = await admin.GetAsync(Categories);
        again.TextOf("[role=status]").ShouldNotBeNull();
        again.Outline()[^1].ShouldBe("Tuyển dụng");
        again.ValueOf(Field(again.Added(), "AutoroutePart.Path")).ShouldBe("tuyen-dung");
        again.ValueOf(Field(again.Added(), "Category.DeadlineDays.Value")).ShouldBe("5");
        (await portal.Http.GetPageAsync("/tuyen-dung")).TextOf("h1").ShouldBe("Tuyển dụng");
        (await portal.Http.GetPageAsync("/so-do-trang")).Body.ShouldContain("Tuyển dụng");
        (await portal.Http.GetPageAsync("/xttm-lang-son/tuyen-dung")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_category_is_renamed_and_its_former_address_leads_to_the_new_one()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.AdministratorAsync();

        await admin.PressAsync(
            await admin.GetAsync(Categories), "Publish", (Field(Samples.Notices), "Thông báo, tuyển dụng"), (Field(Samples.Notices, "AutoroutePart.Path"), ""));

        (await portal.Http.GetPageAsync("/thong-bao")).Location().ShouldBe("/thong-bao-tuyen-dung");
        (await portal.Http.GetPageAsync("/thong-bao-tuyen-dung")).TextOf("h1").ShouldBe("Thông báo, tuyển dụng");
        (await portal.Http.GetPageAsync("/xttm-lang-son/thong-bao")).TextOf("h1").ShouldBe("Thông báo");
    }

    [Fact]
    public async Task Every_single_move_answers_with_the_tree_moved_and_readers_see_it_once_it_is_saved()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.AdministratorAsync();
        await portal.Http.GetPageAsync("/thong-bao");
        var page = await admin.GetAsync(Categories);
        page.Outline()[^2..].ShouldBe(["Lấy ý kiến góp ý", "Hỏi đáp"]);

        page = await admin.PressAsync(page, $"up:{Questions}", (Field(Questions), "Hỏi - đáp"));
        page.Outline()[^2..].ShouldBe(["Hỏi - đáp", "Lấy ý kiến góp ý"]);
        page.TextOf("[data-tree-status]").ShouldBe("“Hỏi - đáp” đứng thứ 8 trong 9 mục ở cấp một.");
        page.Document.QuerySelector("button[autofocus]")!.GetAttribute("value").ShouldBe($"up:{Questions}");
        page = await admin.PressAsync(page, $"in:{Questions}");
        page.Outline()[^3..].ShouldBe(["Dự án, đấu thầu", "- Hỏi - đáp", "Lấy ý kiến góp ý"]);
        page.TextOf("[data-tree-status]").ShouldBe("“Hỏi - đáp” đứng thứ 1 trong 1 mục dưới “Dự án, đấu thầu”.");
        page = await admin.PressAsync(page, $"out:{Questions}");
        page = await admin.PressAsync(page, $"down:{Questions}");
        page.Outline()[^2..].ShouldBe(["Lấy ý kiến góp ý", "Hỏi - đáp"]);
        page = await admin.PressAsync(page, $"down:{Questions}");
        page.TextOf("[data-tree-status]").ShouldBe("Không thể chuyển “Hỏi - đáp” đến đó.");
        page = await admin.PressAsync(page, $"up:{Samples.Notices}");
        page.Outline()[0..3].ShouldBe(["Giới thiệu", "Thông báo", "Tin tức - sự kiện"]);
        page.Outline()[3].ShouldBe("- Công nghiệp");
        (await portal.Http.GetPageAsync("/hoi-dap")).TextOf("h1").ShouldBe("Hỏi đáp");

        (await admin.PressAsync(await admin.PressAsync(page, $"up:{Questions}"), "Publish")).Location().ShouldBe("/Admin/Taxonomies/categories");

        (await portal.Http.GetPageAsync("/hoi-dap")).TextOf("h1").ShouldBe("Hỏi - đáp");
        (await admin.GetAsync(Categories)).Outline()[^2..].ShouldBe(["Hỏi - đáp", "Lấy ý kiến góp ý"]);
        (await portal.Http.GetPageAsync("/xttm-lang-son/so-do-trang")).Body.ShouldNotContain("Hỏi - đáp");
    }

    [Fact]
    public async Task A_category_that_moves_below_another_takes_its_articles_along()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.AdministratorAsync();
        var page = await admin.GetAsync(Categories);
        page.TextOf($"#entry-{Projects} .row-facts a").ShouldBe("1 nội dung");
        (await portal.Http.GetPageAsync("/chien-luoc-quy-hoach")).Body.ShouldNotContain(await TitleInAsync(portal, "/du-an-dau-thau"));

        await admin.PressAsync(await admin.PressAsync(page, $"in:{Projects}"), "Publish");

        (await portal.Http.GetPageAsync("/chien-luoc-quy-hoach")).Body.ShouldContain(await TitleInAsync(portal, "/du-an-dau-thau"));
    }

    [Fact]
    public async Task A_category_with_items_in_it_is_not_removed_and_the_page_leads_to_them()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.AdministratorAsync();
        var draft = (await portal.SaveAsync(PortalApp.Department, Samples.Article("Bài chưa đăng", "termcumcongnghiep000000000"))).Value;

        var refused = await admin.PressAsync(await admin.GetAsync(Categories), "Publish", (Field(Projects, "Remove"), "true"), (Field(News), "Tin mới"));

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.TextOf("#refusals").ShouldNotBeNull().ShouldContain("Không thể xóa “Dự án, đấu thầu” khi vẫn còn nội dung trong đó: 1.");
        refused.Document.QuerySelector($"#refusals a[href='/Admin/Contents/ContentItems?category={Projects}']").ShouldNotBeNull();
        refused.ValueOf(Field(News)).ShouldBe("Tin mới");
        refused.ValueOf(Field(Projects, "Remove")).ShouldBe("true");
        // Nothing was saved, not even as a draft.
        (await admin.GetAsync(Categories)).ValueOf(Field(News)).ShouldBe("Tin tức - sự kiện");
        // A draft counts too, and what stands below what goes.
        var below = await admin.PressAsync(await admin.GetAsync(Categories), "Save", (Field("termcongnghiep000000000000", "Remove"), "true"));
        below.Status.ShouldBe(HttpStatusCode.Conflict);
        below.TextOf("#refusals").ShouldNotBeNull().ShouldContain("Cụm công nghiệp");
        (await portal.OpenAsync(PortalApp.Department, draft.ContentItemId)).Version.ShouldBe(draft);
    }

    [Fact]
    public async Task An_empty_category_is_removed_with_its_page()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.AdministratorAsync();
        await portal.EditAsync(PortalApp.Department, "sctarticle0000000000000034", item =>
            item.Set("Article", "Category", new { TaxonomyContentItemId = Samples.Categories, TermContentItemIds = new[] { Samples.Notices } }));
        (await portal.Http.GetPageAsync("/du-an-dau-thau")).Status.ShouldBe(HttpStatusCode.OK);

        await admin.PressAsync(await admin.GetAsync(Categories), "Publish", (Field(Projects, "Remove"), "true"));

        (await portal.Http.GetPageAsync("/du-an-dau-thau")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await admin.GetAsync(Categories)).Outline().ShouldNotContain("Dự án, đấu thầu");
    }

    [Theory]
    [InlineData("TitlePart.Title", "")]
    [InlineData("TitlePart.Title", "dài")]
    [InlineData("AutoroutePart.Path", "Thông báo")]
    [InlineData("AutoroutePart.Path", "lien-he")]
    [InlineData("AutoroutePart.Path", "van-ban")]
    [InlineData("Category.DeadlineDays.Value", "-1")]
    [InlineData("Category.DeadlineDays.Value", "hai")]
    public async Task What_no_category_has_is_refused_beside_its_field(string member, string value)
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.AdministratorAsync();
        value = value == "dài" ? new string('d', 101) : value;

        var refused = await admin.PressAsync(await admin.GetAsync(Categories), "Publish", (Field(Samples.Notices, member), value), (Field(News), "Tin mới"));

        ((int)refused.Status).ShouldBeOneOf(409, 422);
        refused.Document.QuerySelector($"#refusals a[href='#entry-{Samples.Notices}']").ShouldNotBeNull(refused.TextOf("#refusals"));
        refused.Document.QuerySelector($"#entry-{Samples.Notices} > details[open]").ShouldNotBeNull();
        refused.ValueOf(Field(Samples.Notices, member)).ShouldBe(value);
        refused.ValueOf(Field(News)).ShouldBe("Tin mới");
        (await portal.Http.GetPageAsync("/thong-bao")).TextOf("h1").ShouldBe("Thông báo");
    }

    [Fact]
    public async Task A_fourth_level_is_refused_and_no_button_leads_there()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.AdministratorAsync();
        const string trade = "termthuongmai0000000000000";
        var page = await admin.PressAsync(await admin.GetAsync(Categories), $"in:{trade}");
        page.TextOf("[data-tree-status]").ShouldBe("Không thể chuyển “Thương mại” đến đó.");

        page.Document.GetElementsByName("Entry").First(line => line.GetAttribute("value")!.StartsWith("termcongnghiephotro")).SetAttribute("value", "termcongnghiephotro0000000:3:Category");
        var refused = await admin.PressAsync(page, "Save");

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf("#refusals").ShouldNotBeNull().ShouldContain("“Công nghiệp hỗ trợ” nằm quá sâu: chỉ được tối đa 3 cấp.");
    }

    [Fact]
    public async Task A_late_save_is_refused_with_both_trees_and_nothing_typed_is_lost()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.AdministratorAsync();
        using var other = await portal.AdministratorAsync();
        var late = await admin.GetAsync(Categories);
        await other.PressAsync(await other.GetAsync(Categories), "Publish", (Field(Samples.Notices), "Thông báo chung"));

        var refused = await admin.PressAsync(await admin.PressAsync(late, $"up:{Questions}"), "Publish", (Field(Questions), "Trả lời bạn đọc"));

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.TextOf(".conflict").ShouldNotBeNull().ShouldContain("Thông báo chung");
        refused.TextOf(".conflict").ShouldNotBeNull().ShouldContain("Trả lời bạn đọc");
        refused.Document.QuerySelectorAll(".conflict ins, .conflict del").ShouldNotBeEmpty();
        refused.Outline()[^2..].ShouldBe(["Trả lời bạn đọc", "Lấy ý kiến góp ý"]);
        (await portal.Http.GetPageAsync("/hoi-dap")).TextOf("h1").ShouldBe("Hỏi đáp");
        // Who saves once more has seen it.
        (await admin.PressAsync(refused, "Publish", (Field(Samples.Notices), "Thông báo chung"))).Location().ShouldBe("/Admin/Taxonomies/categories");
        (await portal.Http.GetPageAsync("/hoi-dap")).TextOf("h1").ShouldBe("Trả lời bạn đọc");
        (await portal.Http.GetPageAsync("/thong-bao")).TextOf("h1").ShouldBe("Thông báo chung");
    }

    [Fact]
    public async Task A_draft_of_the_tree_is_seen_by_no_reader_and_is_one_version()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.AdministratorAsync();
        var page = await admin.GetAsync(Categories);

        var saved = await admin.PressAsync(page, "Save", (Field(Samples.Notices), "Thông báo chung"));
        await admin.PressAsync(page, "Save", (Field(Samples.Notices), "Thông báo chung"));

        saved.Location().ShouldBe("/Admin/Taxonomies/categories");
        (await portal.Http.GetPageAsync("/thong-bao")).TextOf("h1").ShouldBe("Thông báo");
        var again = await admin.GetAsync(Categories);
        again.ValueOf(Field(Samples.Notices)).ShouldBe("Thông báo chung");
        again.TextOf(".state").ShouldBe("Đã đăng, có sửa đổi");
        (await admin.GetAsync($"Admin/Contents/ContentItems/{Samples.Categories}/Versions")).TextsOf(".rows .row-title").Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_fields_of_directives_are_edited_on_the_same_page()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.AdministratorAsync();
        (await admin.GetAsync("Admin/Taxonomies")).TextsOf(".rows .row-title").ShouldContain("Chuyên mục");
        const string fields = "Admin/Taxonomies/directive-fields";

        await admin.PressAsync(await admin.GetAsync(fields), "Publish", (Field("termlvcongnghiep0000000000"), "Công nghiệp - năng lượng"));

        (await portal.Http.GetPageAsync("/linh-vuc/cong-nghiep")).TextOf("h1").ShouldNotBeNull().ShouldContain("Công nghiệp - năng lượng");
        (await portal.Http.GetPageAsync("/van-ban")).Body.ShouldContain("Công nghiệp - năng lượng");
    }

    [Fact]
    public async Task Only_who_manages_taxonomies_sees_them_and_needs_no_right_on_content()
    {
        await using var portal = await PortalApp.StartAsync();
        using var editor = await portal.HireAsync(PortalApp.Department, "Lê Văn Biên", Editors.Editor);
        using var elsewhere = await portal.AdministratorAsync(PortalApp.LangSon);
        var page = await elsewhere.GetAsync(Categories);
        var foreign = await portal.EditAsync(PortalApp.Department, Samples.Categories, _ => { });

        (await editor.GetAsync("Admin/Taxonomies")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await editor.GetAsync(Categories)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await editor.PostAsync(Categories, ("press", "Save"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await editor.GetAsync("Admin")).Document.QuerySelector($"a[href='/{Categories}']").ShouldBeNull();
        (await elsewhere.GetAsync("Admin")).Document.QuerySelector($"a[href='/xttm-lang-son/{Categories}']").ShouldNotBeNull();
        (await elsewhere.GetAsync("Admin/Taxonomies/khong-co")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await elsewhere.GetAsync("Admin/Taxonomies/portalmainmenu000000000000")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await elsewhere.PressAsync(page, "Publish", ("BaseVersionId", foreign.VersionId))).Status.ShouldBe(HttpStatusCode.NotFound);

        await portal.SetRoleAsync("Người sắp xếp", "AccessAdminPanel", "ManageTaxonomies");
        using var arranger = await portal.HireAsync(PortalApp.LangSon, "Hoàng Thị Sắp", "Người sắp xếp");
        (await arranger.PressAsync(await arranger.GetAsync(Categories), "Publish", (Field(Samples.Notices), "Thông báo chung"))).Location().ShouldBe("/xttm-lang-son/Admin/Taxonomies/categories");
        (await portal.Http.GetPageAsync("/xttm-lang-son/thong-bao")).TextOf("h1").ShouldBe("Thông báo chung");
        (await portal.Http.GetPageAsync("/thong-bao")).TextOf("h1").ShouldBe("Thông báo");
        (await arranger.GetAsync(MainMenu)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<string> TitleInAsync(PortalApp portal, string path) => (await portal.Http.GetPageAsync(path)).TextsOf(".story-list .story-title")[0];
}
