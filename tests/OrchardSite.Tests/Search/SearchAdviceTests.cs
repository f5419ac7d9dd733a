using System.Text.Json.Nodes;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Search;

public sealed class SearchAdviceTests
{
    [Theory]
    [InlineData("sản suất mắc ca", "sản xuất mắc ca")]
    [InlineData("san suat mac ca", "san xuat mac ca")]
    [InlineData("chồng cây mắc ca", "trồng cây mắc ca")]
    [InlineData("sản suất mắk ca", "sản xuất mắc ca")]
    public async Task Who_finds_nothing_is_told_what_they_may_have_meant(string typed, string meant)
    {
        await using var portal = await PortalApp.StartAsync();
        var item = Samples.Article("Sản xuất mắc ca ở Bình Gia");
        item["HtmlBodyPart"]!["Html"] = "<p>Người dân trồng cây mắc ca, san xuat mac ca theo chuỗi.</p>";
        await portal.AddAsync(PortalApp.LangSon, item);
        await portal.FindAsync("mắc ca bình gia", titles => titles.Count == 1);

        var page = await portal.SearchAsync(typed);

        page.Found().ShouldBeEmpty();
        var link = page.Document.QuerySelector(".did-you-mean a").ShouldNotBeNull();
        (Folded(link.TextContent), Folded(meant)).ShouldBe((Folded(meant), Folded(meant)));
        (await portal.Http.GetPageAsync(link.GetAttribute("href")!)).Found().ShouldBe(["Sản xuất mắc ca ở Bình Gia"]);
        // What another site has says nothing here.
        (await portal.SearchAsync(typed, "/xttm-vinh-long")).Document.QuerySelector(".did-you-mean").ShouldBeNull();
    }

    [Fact]
    public async Task What_was_meant_is_written_with_the_diacritics_of_the_text()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.LangSon, Samples.Article("Sản xuất mắc ca ở Bình Gia"));
        await portal.FindAsync("mắc ca bình gia", titles => titles.Count == 1);

        (await portal.SearchAsync("sản suất mắc ca")).TextOf(".did-you-mean a").ShouldBe("sản xuất mắc ca");
    }

    [Fact]
    public async Task A_word_of_a_draft_is_never_told()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.SaveAsync(PortalApp.LangSon, Samples.Article("Kế hoạch thanh tra đột xuất Zuvopa"));
        await portal.AddAsync(PortalApp.LangSon, Samples.Article("Chợ phiên mùa xuân"));
        await portal.FindAsync("chợ phiên mùa xuân", titles => titles.Count > 0);

        var page = await portal.SearchAsync("zuvopo");

        page.Found().ShouldBeEmpty();
        page.Document.QuerySelector(".did-you-mean").ShouldBeNull();
        page.Body.ShouldNotContain("zuvopa", Case.Insensitive);
    }

    [Fact]
    public async Task What_has_most_of_the_words_is_shown_where_nothing_has_all()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.LangSon, Samples.Article("Vườn ba kích tím trên đồi Khau Phạ"));
        await portal.FindAsync("ba kích tím", titles => titles.Count == 1);

        var page = await portal.SearchAsync("vườn ba kích tím zzzzzz");

        page.Found().ShouldBeEmpty();
        page.TextOf(".search-near").ShouldBe("Gần nhất với nội dung bạn gõ");
        page.TextsOf(".search-results.near h2")[0].ShouldBe("Vườn ba kích tím trên đồi Khau Phạ");
        page.TextOf(".total").ShouldBe("0 kết quả");
    }

    [Fact]
    public async Task Words_that_mean_the_same_find_each_other_and_each_site_has_its_own()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.LangSon, Samples.Article("Họp bàn về KQXYZ quý bốn"));
        await portal.AddAsync(PortalApp.LangSon, Samples.Article("Báo cáo kiểm quan xuyên vùng"));
        await portal.AddAsync(PortalApp.VinhLong, Samples.Article("Báo cáo kiểm quan xuyên vùng"));
        await portal.FindAsync("kiểm quan xuyên vùng", titles => titles.Count == 1);
        (await portal.SearchAsync("KQXYZ")).Found().Count.ShouldBe(1);

        await RunStepAsync(portal, """{ "name": "SearchSynonyms", "Lines": ["# của phòng", "", "KQXYZ = kiểm quan xuyên vùng"] }""");

        (await portal.SearchAsync("kqxyz")).Found().ShouldBe(["Họp bàn về KQXYZ quý bốn", "Báo cáo kiểm quan xuyên vùng"]);
        (await portal.SearchAsync("kiem quan xuyen vung")).Found().ShouldBe(["Báo cáo kiểm quan xuyên vùng", "Họp bàn về KQXYZ quý bốn"]);
        (await portal.SearchAsync("báo cáo kqxyz")).Found().ShouldBe(["Báo cáo kiểm quan xuyên vùng"]);
        (await portal.SearchAsync("\"kqxyz\"")).Found().ShouldBe(["Họp bàn về KQXYZ quý bốn"]);
        (await portal.SearchAsync("kqxyz", "/xttm-vinh-long")).Found().ShouldBeEmpty();
        (await portal.SearchAsync("xttm", "/xttm-vinh-long")).Found().ShouldContain(title => title.Contains("xúc tiến thương mại", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("""["chỉ một cụm"]""", "line 1")]
    [InlineData("""["a = b", " = c"]""", "line 2")]
    [InlineData("""["một hai ba bốn năm sáu bảy tám chín = x"]""", "line 1")]
    [InlineData("""[1]""", "list of texts")]
    [InlineData("null", "list of texts")]
    public async Task Synonyms_that_say_nothing_are_refused_with_their_line(string lines, string reason)
    {
        await using var portal = await PortalApp.StartAsync();

        var refusal = await Should.ThrowAsync<OrchardSite.Recipes.RecipeException>(() => RunStepAsync(portal, $$"""{ "name": "SearchSynonyms", "Lines": {{lines}} }"""));

        refusal.Message.ShouldContain(reason, Case.Insensitive);
    }

    [Fact]
    public async Task Who_wants_these_very_diacritics_gets_no_others_and_the_newest_first_who_asks_for_it()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.LangSon, Samples.Article("Tuyến đường tuần tra Zubila"));
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await portal.AddAsync(PortalApp.LangSon, Samples.Article("Tuyên dương tuần tra Zubila"));
        await portal.FindAsync("tuyen tuan tra zubila", titles => titles.Count == 2);

        (await portal.SearchAsync("tuyến tuần tra zubila")).Found()[0].ShouldBe("Tuyến đường tuần tra Zubila");
        (await portal.Http.GetPageAsync($"/xttm-lang-son/tim-kiem?exact=1&q={Uri.EscapeDataString("tuyến zubila")}")).Found().ShouldBe(["Tuyến đường tuần tra Zubila"]);
        var newest = await portal.Http.GetPageAsync($"/xttm-lang-son/tim-kiem?sort=newest&q={Uri.EscapeDataString("tuyến tuần tra zubila")}");
        newest.Found().ShouldBe(["Tuyên dương tuần tra Zubila", "Tuyến đường tuần tra Zubila"]);
        newest.TextsOf(".choices [aria-current]").ShouldContain("Mới nhất");
        newest.Document.QuerySelectorAll(".search-form input[type=hidden]").Select(input => input.GetAttribute("name")).ShouldBe(["sort"]);
    }

    private static Task RunStepAsync(PortalApp portal, string step) => RecipeFiles.RunAsync(portal, PortalApp.LangSon, JsonNode.Parse(step)!.AsObject());

    private static string Folded(string text) => OrchardSite.Text.VietnameseText.Fold(text);
}
