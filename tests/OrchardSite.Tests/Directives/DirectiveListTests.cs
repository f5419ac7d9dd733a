using System.Net;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using OrchardSite.Tests.Hosting;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using Row = DocumentFormat.OpenXml.Spreadsheet.Row;

namespace OrchardSite.Tests.Directives;

public sealed class DirectiveListTests
{
    [Fact]
    public async Task The_list_has_every_public_directive_once_from_the_newest()
    {
        await using var portal = await PortalApp.StartAsync();

        var first = await portal.Http.GetPageAsync("/van-ban");
        var second = await portal.Http.GetPageAsync("/van-ban?pagenum=2");

        first.TextOf(".total").ShouldBe("19 văn bản");
        var numbers = first.TextsOf(".directive-row .directive-number").Concat(second.TextsOf(".directive-row .directive-number")).ToArray();
        numbers.Length.ShouldBe(19);
        numbers.ShouldBeUnique();
        numbers[0].ShouldBe("Quyết định 240/QĐ-SCT");
        numbers[^1].ShouldBe("Công văn 138-CV/ĐUK");
        first.TextOf(".directive-row .validity").ShouldBe("Chưa có hiệu lực");
        (await portal.Http.GetPageAsync("/van-ban?pagenum=3")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Readers_choose_by_type_and_year()
    {
        await using var portal = await PortalApp.StartAsync();

        var ofType = await portal.Http.GetPageAsync(Choice(await portal.Http.GetPageAsync("/van-ban"), "Quyết định"));
        ofType.TextOf(".total").ShouldBe("5 văn bản");
        var page = await portal.Http.GetPageAsync(Choice(ofType, "2026"));

        page.TextsOf(".directive-row .directive-number").ShouldBe(["Quyết định 240/QĐ-SCT", "Quyết định 203/QĐ-SCT", "Quyết định 15/QĐ-SCT"]);
        page.TextsOf(".filters [aria-current]").ShouldBe(["Quyết định 3", "2026 3"]);
        page.Document.QuerySelector(".filters a.button")!.GetAttribute("href").ShouldBe("/van-ban");
        page.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldEndWith("/van-ban");
    }

    [Fact]
    public async Task The_pager_keeps_what_was_chosen()
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync("/van-ban?year=2026");

        page.TextOf(".total").ShouldBe("10 văn bản");
        page.Document.QuerySelector(".pager").ShouldBeNull();
        (await portal.Http.GetPageAsync("/van-ban?year=2026&pagenum=2")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("type=")]
    [InlineData("type=XYZ")]
    [InlineData("type=QĐ&type=CV")]
    [InlineData("year=1999")]
    [InlineData("year=hai")]
    [InlineData("year=02026")]
    [InlineData("year=2026'--")]
    [InlineData("type=%00")]
    [InlineData("type=Q%C4%90&pagenum=x")]
    public async Task A_choice_that_the_list_does_not_offer_is_refused(string query)
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync("/van-ban?" + query);

        page.Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
        page.TextOf("h1").ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("/xttm-lang-son", 4)]
    [InlineData("/xttm-vinh-long", 4)]
    public async Task A_unit_lists_its_own_directives_alone(string prefix, int count)
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync(prefix + "/van-ban");

        page.TextOf(".total").ShouldBe($"{count} văn bản");
        page.TextsOf(".directive-row .directive-number").ShouldAllBe(number => number.Contains("XTTM"));
        page.Document.QuerySelectorAll(".directive-row a").ShouldAllBe(link => link.GetAttribute("href")!.StartsWith(prefix + "/van-ban/"));
    }

    [Fact]
    public async Task Readers_choose_by_validity_issuer_field_and_words_and_turn_the_order()
    {
        await using var portal = await PortalApp.StartAsync();

        var list = await portal.Http.GetPageAsync("/van-ban");
        list.TextsOf(".filters .chips-name").ShouldBe(["Loại văn bản", "Năm ban hành", "Hiệu lực", "Cơ quan ban hành", "Lĩnh vực", "Người ký"]);
        var own = await portal.Http.GetPageAsync(Choice(list, "Sở Công Thương Hải Dương"));
        var ended = await portal.Http.GetPageAsync(Choice(own, "Hết hiệu lực toàn bộ"));
        ended.TextsOf(".directive-row .validity").ShouldAllBe(validity => validity == "Hết hiệu lực toàn bộ");
        ended.TextsOf(".directive-row .directive-number").ShouldContain("Quyết định 05/QĐ-SCT");
        ended.TextsOf(".filters [aria-current]").Count.ShouldBe(2);

        var found = await portal.Http.GetPageAsync("/van-ban?q=" + Uri.EscapeDataString("138 cv duk"));
        found.TextsOf(".directive-row .directive-number").ShouldBe(["Công văn 138-CV/ĐUK"]);
        found.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await portal.Http.GetPageAsync("/van-ban?q=quy%20che%20hoat%20dong%20cong%20thong%20tin")).TextsOf(".directive-row .directive-number").ShouldContain("Quyết định 05/QĐ-SCT");
        var nothing = await portal.Http.GetPageAsync("/van-ban?q=khong-co-tu-nay");
        (nothing.Status, nothing.TextOf(".nothing")).ShouldBe((HttpStatusCode.OK, "Không có văn bản phù hợp."));

        var oldest = await portal.Http.GetPageAsync("/van-ban?year=2026&sort=oldest");
        oldest.TextOf(".directive-row .directive-number").ShouldBe("Nghị quyết 12-NQ/ĐU");
        oldest.Document.QuerySelector("form.search-form input[name=year]")!.GetAttribute("value").ShouldBe("2026");
    }

    [Theory]
    [InlineData("validity=always")]
    [InlineData("issuer=Không có")]
    [InlineData("field=termthongbao00000000000000")]
    [InlineData("sort=random")]
    public async Task Another_choice_that_the_list_does_not_offer_is_refused(string query)
    {
        await using var portal = await PortalApp.StartAsync();

        foreach (var path in new[] { "/van-ban", "/van-ban/rss.xml", "/van-ban/danh-sach.csv", "/van-ban/danh-sach.xlsx" })
        {
            (await portal.Http.GetPageAsync($"{path}?{query}")).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }

        (await portal.Http.GetPageAsync("/van-ban?q=" + new string('x', 101))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_chosen_is_taken_away_as_a_feed_and_as_a_table()
    {
        await using var portal = await PortalApp.StartAsync();
        var list = await portal.Http.GetPageAsync("/van-ban?type=CV&year=2026");
        var numbers = list.TextsOf(".directive-row .directive-number");
        numbers.Count.ShouldBeGreaterThan(1);

        var feed = await portal.Http.GetPageAsync(list.Document.QuerySelector("a.feed")!.GetAttribute("href")!);
        feed.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/rss+xml");
        var titles = XDocument.Parse(feed.Body).Descendants("item").Select(item => item.Element("title")!.Value).ToArray();
        titles.ShouldBe(numbers);

        var csv = await portal.Http.GetPageAsync(list.Document.QuerySelectorAll("a[download]").Single(link => link.TextContent == "CSV").GetAttribute("href")!);
        var lines = csv.Body.Trim().Split("\r\n");
        lines.Length.ShouldBe(numbers.Count + 1);
        lines[0].TrimStart('\uFEFF').ShouldBe("\"Số, ký hiệu\",\"Loại văn bản\",\"Ngày ban hành\",\"Cơ quan ban hành\",\"Trích yếu\",\"Người ký\",\"Hiệu lực\",\"Địa chỉ\"");
        lines[1].ShouldContain("\"Công văn\"");

        var xlsx = await portal.Http.GetAsync(list.Document.QuerySelectorAll("a[download]").Single(link => link.TextContent == "XLSX").GetAttribute("href")!, TestContext.Current.CancellationToken);
        using var document = SpreadsheetDocument.Open(await xlsx.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), isEditable: false);
        new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).ShouldBeEmpty();
        var rows = document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToArray()).ToArray();
        rows.Length.ShouldBe(numbers.Count + 1);
        numbers.ShouldContain("Công văn " + rows[1][0]);

        // A unit's table has its own directives alone.
        (await portal.Http.GetPageAsync("/xttm-vinh-long/van-ban/danh-sach.csv")).Body.ShouldNotContain("SCT-QLTM");
    }

    private static string Choice(Page page, string text) =>
        page.Document.QuerySelectorAll(".filters nav a").First(link => link.TextContent.Trim().StartsWith(text, StringComparison.Ordinal)).GetAttribute("href")!;
}
