using System.Net;
using System.Text.Json;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;

namespace OrchardSite.Tests.Search;

public sealed class UnitsSearchTests
{
    private const string Title = "Phiên chợ miến dong Bình Liêu";
    private const string Words = "\"mien dong binh lieu\"";

    [Fact]
    public async Task The_departments_site_searches_all_units_and_a_unit_its_own_until_asked()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.LangSon, Samples.Article(Title));
        await portal.AddAsync(PortalApp.VinhLong, Samples.Article(Title + " tại Vĩnh Long"));

        var all = await portal.FindAsync(Words, titles => titles.Count == 2, "");
        all.Document.QuerySelectorAll(".search-results h2 a").Select(link => link.GetAttribute("href"))
            .ShouldBe(["/xttm-lang-son/phien-cho-mien-dong-binh-lieu", "/xttm-vinh-long/phien-cho-mien-dong-binh-lieu-tai-vinh-long"], ignoreOrder: true);
        all.TextsOf(".search-unit").Count.ShouldBe(2);
        all.TextsOf(".search-unit").ShouldAllBe(unit => unit.StartsWith("Trung tâm"));
        (await portal.Http.GetPageAsync("/tim-kiem?units=own&q=%22mien+dong+binh+lieu%22")).Found().ShouldBeEmpty();

        var own = await portal.FindAsync(Words, titles => titles.Count == 1);
        own.TextsOf(".search-unit").ShouldBeEmpty();
        own.TextsOf(".choices [aria-current]").ShouldContain("Trang này");
        var link = own.Document.QuerySelectorAll(".choices a").Single(choice => choice.TextContent == "Tất cả đơn vị").GetAttribute("href")!;
        (await portal.Http.GetPageAsync(link)).Found().Count.ShouldBe(2);
    }

    [Fact]
    public async Task One_unit_can_be_chosen_and_counts_stay_those_of_the_others()
    {
        await using var portal = await PortalApp.StartAsync();
        for (var number = 1; number <= 3; number++)
        {
            await portal.AddAsync(PortalApp.LangSon, Samples.Article($"{Title} lần {number}"));
        }

        await portal.AddAsync(PortalApp.VinhLong, Samples.Article(Title));
        var all = await portal.FindAsync(Words, titles => titles.Count == 4, "");

        var units = Choices(all, "Đơn vị");
        units.Values.Select(unit => unit.Count).ShouldBe([3, 1], ignoreOrder: true);
        var narrowed = await portal.Http.GetPageAsync(units.Values.Single(unit => unit.Count == 1).Url);

        narrowed.Found().ShouldBe([Title]);
        narrowed.TextOf(".total").ShouldBe("1 kết quả");
        Choices(narrowed, "Đơn vị").Values.Select(unit => unit.Count).ShouldBe([3, 1], ignoreOrder: true);
        narrowed.Document.QuerySelectorAll(".filters a[aria-current]").Length.ShouldBe(1);
        (await portal.Http.GetPageAsync("/tim-kiem?unit=khong-co&q=%22mien+dong+binh+lieu%22")).TextOf(".nothing").ShouldNotBeNull().ShouldStartWith("Trong phạm vi đã chọn không có");
    }

    [Fact]
    public async Task What_other_sites_add_to_a_link_is_no_choice()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.LangSon, Samples.Article(Title));
        await portal.AddAsync(PortalApp.VinhLong, Samples.Article(Title));
        await portal.FindAsync(Words, titles => titles.Count == 2, "");

        var page = await portal.Http.GetPageAsync("/tim-kiem?fbclid=abc&utm_source=thu&q=%22mien+dong+binh+lieu%22");

        page.Found().Count.ShouldBe(2);
        page.Body.ShouldNotContain("fbclid");
        page.Body.ShouldNotContain("Bỏ lọc");
        (await portal.Http.GetPageAsync("/tim-kiem?fbclid=abc&q=khongcogica")).TextOf(".nothing").ShouldNotBeNull().ShouldStartWith("Không tìm thấy");
    }

    [Fact]
    public async Task A_disabled_unit_is_found_by_nobody_and_a_removed_one_leaves_nothing()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.VinhLong, Samples.Article(Title));
        await portal.FindAsync(Words, titles => titles.Count == 1, "");

        (await portal.DisableSiteAsync("xttm-vinh-long")).Succeeded.ShouldBeTrue();

        var page = await portal.Http.GetPageAsync("/tim-kiem?q=%22mien+dong+binh+lieu%22");
        page.Found().ShouldBeEmpty();
        page.TextOf(".total").ShouldBe("0 kết quả");
        (await SuggestAsync(portal, "", "mien dong")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Kind_category_year_type_and_validity_narrow_what_is_found()
    {
        await using var portal = await PortalApp.StartAsync();
        var page = await portal.FindAsync("xttm", titles => titles.Count > 4);

        Choices(page, "Loại nội dung").Keys.ShouldBe(["Bài viết", "Trang", "Văn bản"], ignoreOrder: true);
        Choices(page, "Chuyên mục").ShouldNotBeEmpty();
        Choices(page, "Loại văn bản").ShouldNotBeEmpty();
        Choices(page, "Hiệu lực").ShouldContainKey("Còn hiệu lực");
        foreach (var (name, choices) in new[] { "Loại nội dung", "Chuyên mục", "Loại văn bản" }.Select(name => (name, Choices(page, name))))
        {
            foreach (var (text, choice) in choices)
            {
                var narrowed = await portal.Http.GetPageAsync(choice.Url);
                narrowed.TextOf(".total").ShouldBe($"{choice.Count} kết quả", $"{name}: {text}");
            }
        }

        var directives = await portal.Http.GetPageAsync(Choices(page, "Loại nội dung")["Văn bản"].Url);
        directives.TextsOf(".search-when").ShouldAllBe(line => line.StartsWith("Văn bản"));
        Choices(directives, "Loại nội dung").Keys.ShouldBe(["Bài viết", "Trang", "Văn bản"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_category_counts_what_is_in_those_below_it()
    {
        await using var portal = await PortalApp.StartAsync();
        var page = await portal.FindAsync("san xuat", titles => titles.Count > 2, "");
        var own = await portal.Http.GetPageAsync("/tim-kiem?units=own&q=san+xuat");

        Choices(page, "Chuyên mục").ShouldBeEmpty();
        var categories = Choices(own, "Chuyên mục");
        categories.ShouldNotBeEmpty();
        categories.Values.ShouldAllBe(choice => choice.Count > 0);
    }

    [Fact]
    public async Task Suggestions_are_titles_numbers_and_categories_of_what_everybody_may_read()
    {
        await using var portal = await PortalApp.StartAsync();
        var added = await portal.AddAsync(PortalApp.LangSon, Samples.Article(Title));
        await portal.SaveAsync(PortalApp.LangSon, Samples.Article(Title + " còn nháp"));
        await portal.FindAsync(Words, titles => titles.Count == 1);

        (await SuggestAsync(portal, "/xttm-lang-son", "mien do")).ShouldBe([Title]);
        (await SuggestAsync(portal, "/xttm-lang-son", "Phiên chợ miến")).ShouldBe([Title]);
        (await SuggestAsync(portal, "/xttm-vinh-long", "mien do")).ShouldBeEmpty();
        (await SuggestAsync(portal, "/xttm-lang-son", "21/TB")).ShouldContain(title => title.Contains("21/TB-XTTM"));
        (await SuggestAsync(portal, "/xttm-lang-son", "21tb")).ShouldContain(title => title.Contains("21/TB-XTTM"));
        (await SuggestAsync(portal, "/xttm-lang-son", "thi tru")).ShouldContain("Thị trường");
        (await SuggestAsync(portal, "/xttm-lang-son", "m")).ShouldBeEmpty();
        (await SuggestAsync(portal, "/xttm-lang-son", new string('*', 5000))).ShouldBeEmpty();

        var (version, _) = await portal.OpenAsync(PortalApp.LangSon, added.ContentItemId);
        (await portal.UnpublishAsync(PortalApp.LangSon, version)).Succeeded.ShouldBeTrue();
        (await SuggestAsync(portal, "/xttm-lang-son", "mien do")).ShouldBeEmpty();
    }

    private static async Task<string[]> SuggestAsync(PortalApp portal, string site, string typed)
    {
        using var response = await portal.Http.GetAsync($"{site}/tim-kiem/goi-y?q={Uri.EscapeDataString(typed)}", TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        using var found = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return [.. found.RootElement.EnumerateArray().Select(suggestion => suggestion.GetProperty("text").GetString()!)];
    }

    private static Dictionary<string, (int Count, string Url)> Choices(Page page, string facet) => page.Document.QuerySelectorAll($".filters nav[aria-label='{facet}'] a")
        .ToDictionary(
            link => link.FirstChild!.TextContent.Trim(),
            link => (int.Parse(link.QuerySelector(".count")!.TextContent), link.GetAttribute("href")!));
}
