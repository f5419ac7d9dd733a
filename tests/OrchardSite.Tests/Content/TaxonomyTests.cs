using System.Net;
using System.Text.Json.Nodes;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Content;

public sealed class TaxonomyTests
{
    [Fact]
    public async Task A_new_category_has_a_page_below_its_parent_and_takes_articles()
    {
        await using var portal = await PortalApp.StartAsync();
        await EditTermsAsync(portal, PortalApp.LangSon, terms => Find(terms, Samples.Notices)["Terms"] = new JsonArray(Term("Tuyển dụng", "testterm000000000000000001")));

        await portal.AddAsync(PortalApp.LangSon, Samples.Article("Tuyển dụng hai viên chức", "testterm000000000000000001"));

        var page = await portal.Http.GetPageAsync("/xttm-lang-son/thong-bao/tuyen-dung");
        page.TextsOf(".breadcrumb li").ShouldBe(["Trang chủ", "Thông báo", "Tuyển dụng"]);
        page.TextsOf(".story-list .story-title").ShouldBe(["Tuyển dụng hai viên chức"]);
        (await portal.Http.GetPageAsync("/xttm-lang-son/thong-bao")).TextsOf(".story-list .story-title").ShouldContain("Tuyển dụng hai viên chức");
        (await portal.Http.GetPageAsync("/xttm-lang-son/so-do-trang")).TextsOf(".site-map a").ShouldContain("Tuyển dụng");
        (await portal.Http.GetPageAsync("/thong-bao/tuyen-dung")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_fourth_level_is_refused()
    {
        await using var portal = await PortalApp.StartAsync();
        var (version, item) = await portal.OpenAsync(PortalApp.Department, Samples.Categories);
        Find(Terms(item), "termcumcongnghiep000000000")["Terms"] = new JsonArray(Term("Cụm số 1", "testterm000000000000000001"));

        var refused = await portal.SaveAsync(PortalApp.Department, item, version.VersionId);

        var refusal = refused.Refusals.ShouldHaveSingleItem();
        refusal.Field.ShouldBe("TaxonomyPart.Terms[1].Terms[0].Terms[0].Terms[0]");
        refusal.Message.ShouldContain("Cụm số 1");
    }

    [Fact]
    public async Task A_category_cannot_be_in_the_tree_twice_or_below_itself()
    {
        await using var portal = await PortalApp.StartAsync();
        var (version, item) = await portal.OpenAsync(PortalApp.Department, Samples.Categories);
        var again = Find(Terms(item), Samples.Notices).DeepClone().AsObject();
        again["AutoroutePart"] = new JsonObject { ["Path"] = "thong-bao/thong-bao" };
        Find(Terms(item), Samples.Notices)["Terms"] = new JsonArray(again);

        var refused = await portal.SaveAsync(PortalApp.Department, item, version.VersionId);

        refused.Refusals.ShouldHaveSingleItem().Message.ShouldContain(Samples.Notices);
    }

    [Theory]
    [InlineData("ContentType", "Page")]
    [InlineData("ContentType", "Khong")]
    [InlineData("ContentItemId", "ngắn")]
    [InlineData("Path", "Thông báo")]
    [InlineData("Path", "../admin")]
    [InlineData("Title", "")]
    public async Task A_category_that_is_none_is_refused(string member, string value)
    {
        await using var portal = await PortalApp.StartAsync();
        var (version, item) = await portal.OpenAsync(PortalApp.Department, Samples.Categories);
        var term = Term("Tuyển dụng", "testterm000000000000000001");
        switch (member)
        {
            case "Path":
                term["AutoroutePart"] = new JsonObject { ["Path"] = value };
                break;
            case "Title":
                term["TitlePart"] = new JsonObject { ["Title"] = value };
                break;
            default:
                term[member] = value;
                break;
        }

        Terms(item).Add(term);

        var refused = await portal.SaveAsync(PortalApp.Department, item, version.VersionId);

        refused.Refusals.ShouldNotBeEmpty();
        refused.Refusals.ShouldAllBe(refusal => refusal.Field!.StartsWith($"TaxonomyPart.Terms[{Terms(item).Count - 1}]"));
    }

    [Theory]
    [InlineData("lien-he")]
    [InlineData("tin-tuc-su-kien")]
    [InlineData("van-ban")]
    [InlineData("xttm-lang-son")]
    public async Task A_category_takes_no_address_of_something_else(string path)
    {
        await using var portal = await PortalApp.StartAsync();
        var (version, item) = await portal.OpenAsync(PortalApp.Department, Samples.Categories);
        var term = Term("Tuyển dụng", "testterm000000000000000001");
        term["AutoroutePart"] = new JsonObject { ["Path"] = path };
        Terms(item).Add(term);
        var saved = (await portal.SaveAsync(PortalApp.Department, item, version.VersionId)).Value;

        (await portal.PublishAsync(PortalApp.Department, saved)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Conflict);
    }

    [Fact]
    public async Task A_category_cannot_be_removed_while_there_are_articles_in_it()
    {
        await using var portal = await PortalApp.StartAsync();

        var refused = await TryEditTermsAsync(portal, terms => Remove(terms, "termduandauthau00000000000"));

        refused.Refusals.ShouldHaveSingleItem().Message.ShouldContain("Dự án, đấu thầu");
        (await portal.Http.GetPageAsync("/du-an-dau-thau")).Status.ShouldBe(HttpStatusCode.OK);
        await portal.EditAsync(PortalApp.Department, "sctarticle0000000000000034", item =>
            item.Set("Article", "Category", new { TaxonomyContentItemId = Samples.Categories, TermContentItemIds = new[] { Samples.Notices } }));
        (await TryEditTermsAsync(portal, _ => { })).Refusals.ShouldBeEmpty();
        (await portal.Http.GetPageAsync("/du-an-dau-thau")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Http.GetPageAsync("/thong-bao")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_categories_as_a_whole_cannot_be_withdrawn_while_there_are_articles()
    {
        await using var portal = await PortalApp.StartAsync();
        var (version, _) = await portal.OpenAsync(PortalApp.Department, Samples.Categories);

        (await portal.UnpublishAsync(PortalApp.Department, version)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Conflict);

        (await portal.Http.GetPageAsync("/thong-bao")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_renamed_category_keeps_its_old_address_as_a_way_to_it()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.Http.GetPageAsync("/thong-bao");

        await EditTermsAsync(portal, PortalApp.Department, terms =>
        {
            var term = Find(terms, Samples.Notices);
            term.SetTitle("Thông báo, tuyển dụng");
            term["DisplayText"] = "Thông báo, tuyển dụng";
            term["AutoroutePart"] = new JsonObject { ["Path"] = "thong-bao-tuyen-dung" };
        });

        var old = await portal.Http.GetPageAsync("/thong-bao?pagenum=1");
        old.Status.ShouldBe(HttpStatusCode.MovedPermanently);
        old.Response.Headers.Location!.OriginalString.ShouldBe("/thong-bao-tuyen-dung?pagenum=1");
        var page = await portal.Http.GetPageAsync("/thong-bao-tuyen-dung");
        page.TextOf("h1").ShouldBe("Thông báo, tuyển dụng");
        page.Document.QuerySelectorAll(".story-list .story").ShouldNotBeEmpty();
        (await portal.Http.GetPageAsync("/xttm-vinh-long/thong-bao")).TextOf("h1").ShouldBe("Thông báo");
    }

    [Fact]
    public async Task A_category_that_moves_takes_its_articles_along()
    {
        await using var portal = await PortalApp.StartAsync();
        (await TotalAsync(portal, "/thong-bao")).ShouldBe(3);

        await EditTermsAsync(portal, PortalApp.Department, terms =>
        {
            var moved = Find(terms, "termhoidap0000000000000000");
            terms.Remove(moved);
            Find(terms, Samples.Notices)["Terms"] = new JsonArray(moved);
        });

        (await TotalAsync(portal, "/thong-bao")).ShouldBe(5);
        (await TotalAsync(portal, "/hoi-dap")).ShouldBe(2);
    }

    private static async Task<int> TotalAsync(PortalApp portal, string path) => (await portal.Http.GetPageAsync(path)).Document.QuerySelectorAll(".story-list .story").Length;

    private static JsonArray Terms(JsonObject taxonomy) => taxonomy["TaxonomyPart"]!["Terms"]!.AsArray();

    private static JsonObject Find(JsonArray terms, string id) => All(terms).First(term => term["ContentItemId"]!.GetValue<string>() == id);

    private static void Remove(JsonArray terms, string id) => ((JsonArray)Find(terms, id).Parent!).Remove(Find(terms, id));

    private static IEnumerable<JsonObject> All(JsonArray? terms) => (terms ?? []).OfType<JsonObject>().SelectMany(term => All(term["Terms"] as JsonArray).Prepend(term));

    // As an editor's form sends it: the address is left to the portal.
    private static JsonObject Term(string title, string id) => new()
    {
        ["ContentItemId"] = id,
        ["ContentType"] = "Category",
        ["DisplayText"] = title,
        ["TitlePart"] = new JsonObject { ["Title"] = title },
        ["AutoroutePart"] = new JsonObject { ["Path"] = "" },
        ["Category"] = new JsonObject { ["Kind"] = Samples.Text("Tin") },
    };

    private static Task EditTermsAsync(PortalApp portal, string tenant, Action<JsonArray> change) => portal.EditAsync(tenant, Samples.Categories, item => change(Terms(item)));

    private static async Task<OperationResult<OrchardSite.Content.Operations.SavedContent>> TryEditTermsAsync(PortalApp portal, Action<JsonArray> change)
    {
        var (version, item) = await portal.OpenAsync(PortalApp.Department, Samples.Categories);
        change(Terms(item));
        return await portal.PublishAsync(PortalApp.Department, (await portal.SaveAsync(PortalApp.Department, item, version.VersionId)).Value);
    }
}
