using System.Net;
using System.Text.Json.Nodes;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Search;

public sealed class SearchPageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Kết nối giao thương tỉnh Lào Cai")]
    [InlineData("ket noi giao thuong tinh lao cai")]
    [InlineData("lào cai giao thương")]
    [InlineData("\"giao thuong tinh\"")]
    [InlineData("KẾT NỐI -hải phòng")]
    public async Task An_article_is_found_by_its_words_with_and_without_diacritics_on_its_own_site(string typed)
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.LangSon, Samples.Article("Kết nối giao thương tỉnh Lào Cai"));

        var page = await portal.FindAsync(typed, titles => titles.FirstOrDefault() == "Kết nối giao thương tỉnh Lào Cai");

        page.Document.QuerySelector(".search-results a")!.GetAttribute("href").ShouldBe("/xttm-lang-son/ket-noi-giao-thuong-tinh-lao-cai");
        page.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await portal.SearchAsync(typed, "/xttm-vinh-long")).Found().ShouldNotContain("Kết nối giao thương tỉnh Lào Cai");
        (await portal.Http.GetPageAsync($"/tim-kiem?units=own&q={Uri.EscapeDataString(typed)}")).Found().ShouldNotContain("Kết nối giao thương tỉnh Lào Cai");
    }

    [Fact]
    public async Task Who_types_diacritics_gets_those_words_first_and_titles_come_before_texts()
    {
        await using var portal = await PortalApp.StartAsync();
        var inText = Samples.Article("Bài có cụm từ trong nội dung");
        inText["HtmlBodyPart"]!["Html"] = "<p>Nhắc đến quýt hồng Lai Vung một lần.</p>";
        await portal.AddAsync(PortalApp.LangSon, inText);
        await portal.AddAsync(PortalApp.LangSon, Samples.Article("Quyt hong lai vung viết không dấu"));
        await portal.AddAsync(PortalApp.LangSon, Samples.Article("Mùa quýt hồng Lai Vung"));

        var page = await portal.FindAsync("quýt hồng lai vung", titles => titles.Count == 3);

        page.Found().ShouldBe(["Mùa quýt hồng Lai Vung", "Quyt hong lai vung viết không dấu", "Bài có cụm từ trong nội dung"]);
        page.TextsOf(".search-results li:last-child mark").ShouldBe(["quýt hồng Lai Vung"]);
        page.TextsOf(".search-results li:first-child h2 mark").ShouldBe(["quýt hồng Lai Vung"]);
        page.TextOf(".total").ShouldBe("3 kết quả");
    }

    [Theory]
    [InlineData("301/QĐ-SCT")]
    [InlineData("301 QD SCT")]
    [InlineData("301qdsct")]
    [InlineData("số 301/QĐ-SCT")]
    [InlineData("301/ QD- SCT")]
    public async Task The_number_of_a_document_finds_it_first_however_it_is_written(string typed)
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.LangSon, Samples.Article("Triển khai Quyết định của Sở về 301 gian hàng QĐ SCT"));
        await portal.AddAsync(PortalApp.LangSon, Samples.Directive());

        var page = await portal.FindAsync(typed, titles => titles.FirstOrDefault() == "Quyết định 301/QĐ-SCT");

        page.Found()[0].ShouldBe("Quyết định 301/QĐ-SCT");
    }

    [Fact]
    public async Task A_directive_says_what_it_is_about_whatever_was_found_in_it_and_no_text_runs_into_the_next_field()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.LangSon, Samples.Directive());
        await portal.AddAsync(PortalApp.VinhLong, Samples.Directive());

        var byNumber = await portal.FindAsync("301/QĐ-SCT", titles => titles.FirstOrDefault() == "Quyết định 301/QĐ-SCT");
        var bySubject = await portal.SearchAsync("\"kien toan ban bien tap\"");
        var byIssuer = await portal.SearchAsync("\"so cong thuong hai duong\" \"kien toan\"");

        byNumber.TextOf(".search-subject").ShouldBe("Về việc kiện toàn Ban Biên tập");
        bySubject.TextOf(".search-subject").ShouldBeNull("the part that was found says it");
        bySubject.Document.QuerySelector(".search-results p:last-child")!.InnerHtml.ShouldBe("Về việc <mark>kiện toàn Ban Biên tập</mark>");
        byIssuer.Document.QuerySelector(".search-results p:last-child")!.InnerHtml.ShouldBe("<mark>Sở Công Thương Hải Dương</mark>");
        byIssuer.TextOf(".search-subject").ShouldBe("Về việc kiện toàn Ban Biên tập");
    }

    [Fact]
    public async Task Drafts_internal_documents_and_what_was_taken_down_or_has_expired_are_never_found()
    {
        await using var portal = await PortalApp.StartAsync();
        var published = await portal.AddAsync(PortalApp.LangSon, Samples.Article("Măng vầu xuất khẩu đã đăng"));
        await portal.SaveAsync(PortalApp.LangSon, Samples.Article("Măng vầu xuất khẩu còn nháp"));
        var hidden = Samples.Directive("302");
        hidden["TitlePart"]!["Title"] = "Quyết định 302/QĐ-SCT về măng vầu xuất khẩu";
        hidden["Directive"]!["Visibility"]!["Text"] = "NoiBo";
        await portal.AddAsync(PortalApp.LangSon, hidden);
        var expiring = Samples.Article("Măng vầu xuất khẩu sắp hết hạn");
        expiring["Article"]!["ExpiresAt"] = new JsonObject { ["Value"] = "2026-11-25T03:00:00Z" };
        await portal.AddAsync(PortalApp.LangSon, expiring);
        await portal.FindAsync("măng vầu xuất khẩu", titles => titles.Count == 2);

        var (version, item) = await portal.OpenAsync(PortalApp.LangSon, published.ContentItemId);
        item["TitlePart"]!["Title"] = "Măng vầu xuất khẩu tên mới chưa đăng";
        await portal.SaveAsync(PortalApp.LangSon, item, version.VersionId);
        (await portal.SearchAsync("tên mới chưa đăng")).Found().ShouldNotContain(title => title.Contains("chưa đăng"));

        portal.Clock.Advance(TimeSpan.FromDays(2));
        (await portal.SearchAsync("măng vầu xuất khẩu")).Found().ShouldBe(["Măng vầu xuất khẩu đã đăng"]);
        // Not one moment after it was taken down, whether the index has heard of it or not.
        var latest = (await portal.OpenAsync(PortalApp.LangSon, published.ContentItemId)).Version;
        (await portal.UnpublishAsync(PortalApp.LangSon, latest)).Succeeded.ShouldBeTrue();
        (await portal.SearchAsync("măng vầu xuất khẩu")).Found().ShouldBeEmpty();
    }

    [Fact]
    public async Task Sample_content_of_every_site_is_found_after_the_first_start()
    {
        await using var portal = await PortalApp.StartAsync();

        (await portal.FindAsync("hội chợ", titles => titles.Count > 0)).TextOf("h1").ShouldBe("Tìm kiếm");
        (await portal.FindAsync("công thương", titles => titles.Count > 0, "")).Found().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_damaged_index_is_made_anew_and_one_that_is_kept_goes_on_where_it_was()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.LangSon, Samples.Article("Nước mắm cá linh"));
        await portal.FindAsync("nước mắm cá linh", titles => titles.Count == 1);
        var folder = Directory.GetDirectories(Path.Combine(portal.DataFolder, "search"), "v*").Single();

        foreach (var damage in new[] { false, true })
        {
            await portal.StopIndexAsync();
            (await portal.SearchAsync("nước mắm cá linh")).TextOf(".nothing").ShouldBe("Hiện chưa tìm kiếm được. Mời bạn xem theo chuyên mục và sơ đồ trang.");
            var added = damage ? "Nước mắm cá linh lần hai" : "Nước mắm cá linh lần một";
            await portal.AddAsync(PortalApp.LangSon, Samples.Article(added));
            if (damage)
            {
                foreach (var file in Directory.GetFiles(folder, "segments*"))
                {
                    await File.WriteAllBytesAsync(file, [1, 2, 3], Token);
                }
            }

            await portal.StartIndexAsync();
            await portal.FindAsync(added, titles => titles.Contains(added));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=%22%22")]
    [InlineData("?q=%01%02")]
    [InlineData("?q=*:*")]
    [InlineData("?q=title:[*+TO+*]")]
    [InlineData("?q=a*&q=b*")]
    [InlineData("?q=';DROP+TABLE+ContentItems;--")]
    [InlineData("?q=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("?q=%22chua+dong")]
    [InlineData("?q=%F0%9F%9B%92+%D8%B3%D9%88%D9%82+%E5%B8%82%E5%9C%BA")]
    [InlineData("?q=-")]
    public async Task Whatever_is_typed_gets_an_answer(string query)
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.FindAsync("hội chợ", titles => titles.Count > 0);

        var page = await portal.Http.GetPageAsync("/xttm-lang-son/tim-kiem" + query);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelector("#search-query").ShouldNotBeNull();
        page.Document.QuerySelectorAll("script").ShouldAllBe(script => script.HasAttribute("src"));
        (await portal.Http.GetPageAsync("/xttm-lang-son/tim-kiem?q=" + Uri.EscapeDataString(new string('ế', 10_000)))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Results_come_in_pages_and_what_is_not_found_gets_advice()
    {
        await using var portal = await PortalApp.StartAsync();
        for (var number = 1; number <= 11; number++)
        {
            await portal.AddAsync(PortalApp.LangSon, Samples.Article($"Vườn ba kích tím số {number}"));
            // Of the same moment, they would have no order between them.
            portal.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var first = await portal.FindAsync("vườn ba kích tím", (IReadOnlyList<string> _) => true, until: page => page.TextOf(".total") == "11 kết quả");
        var next = first.Document.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!;
        var second = await portal.Http.GetPageAsync(next);
        first.Found().Concat(second.Found()).Distinct().Count().ShouldBe(11);
        (await portal.Http.GetPageAsync(next.Replace("pagenum=2", "pagenum=3"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.SearchAsync("khongcogica")).TextOf(".nothing").ShouldNotBeNull().ShouldStartWith("Không tìm thấy nội dung nào cho “khongcogica”.");
    }
}
