using System.Net;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Directives.Export;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Workflows;
using UglyToad.PdfPig;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using Row = DocumentFormat.OpenXml.Spreadsheet.Row;

namespace OrchardSite.Tests.Directives;

public sealed class RegisterTests
{
    [Fact]
    public async Task The_register_proposes_the_next_number_of_each_series_and_names_those_that_are_missing()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        foreach (var (number, symbol) in new[] { ("01", "QĐ-XTTMVL"), ("02", "QĐ-XTTMVL"), ("05a", "QĐ-XTTMVL"), ("09", "XTTMVL-HC") })
        {
            var item = Samples.Directive(number, symbol, symbol.StartsWith('Q') ? "QĐ" : "CV");
            item.Set("Directive", "Issuer", new { Text = "Trung tâm thử nghiệm" });
            await portal.AddAsync(PortalApp.Department, item);
        }

        var page = await sending.Issuer.GetAsync("Admin/Directives/Register?year=2026&issuer=" + Uri.EscapeDataString("Trung tâm thử nghiệm"));
        page.TextsOf(".series summary").ShouldBe([
            "QĐ-XTTMVL · số tiếp theo: 06/QĐ-XTTMVL · 3 văn bản · còn thiếu: 03–04",
            "XTTMVL-HC · số tiếp theo: 10/XTTMVL-HC · 1 văn bản · còn thiếu: 01–08",
        ]);
        page.TextOf(".series .row-title").ShouldBe("05a/QĐ-XTTMVL");
        // Another year, or an issuer that has issued nothing, leads to one that has.
        (await sending.Issuer.GetAsync("Admin/Directives/Register?year=1999&issuer=khong")).TextOf("#issuer option[selected]").ShouldNotBeNull().ShouldContain("Sở Công Thương");
        (await sending.LangSon.GetAsync("Admin/Directives/Register")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var clerk = await sending.HireAsync(PortalApp.LangSon, "Hoàng Thị Văn Thư", Sending.Clerk);
        (await clerk.GetAsync("Admin/Directives/Register?year=2026")).Body.ShouldNotContain("Trung tâm thử nghiệm");
    }

    [Fact]
    public async Task Numbers_of_the_Party_run_on_through_the_years_of_a_term_and_begin_anew_with_the_next()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        await AddAsync(PortalApp.Department, "11", "2025-05-05");
        await AddAsync(PortalApp.Department, "01", "2025-08-05");
        await AddAsync(PortalApp.Department, "03", "2026-02-05");
        await AddAsync(PortalApp.LangSon, "01", "2026-02-05");

        // The terms of the sites begin on 1 July 2025.
        var page = await sending.Issuer.GetAsync("Admin/Directives/Register?year=2026&issuer=" + Uri.EscapeDataString("Đảng ủy Sở thử nghiệm"));
        page.TextsOf(".series summary").ShouldBe(["CV/ĐUS · nhiệm kỳ từ 01/07/2025 · số tiếp theo: 04-CV/ĐUS · 2 văn bản · còn thiếu: 02"]);
        page = await sending.Issuer.GetAsync("Admin/Directives/Register?year=2025&issuer=" + Uri.EscapeDataString("Đảng ủy Sở thử nghiệm"));
        page.TextsOf(".series .row-title").ShouldBe(["03-CV/ĐUS", "01-CV/ĐUS"]);

        var again = await portal.SaveAsync(PortalApp.Department, Party("01", "2026-03-05"));
        var refusal = (await portal.PublishAsync(PortalApp.Department, again.Value)).Refusals.ShouldHaveSingleItem();
        (refusal.Kind, refusal.Field, refusal.Message).ShouldBe((RefusalKind.Conflict, "Directive.Number.Text", "The number 01-CV/ĐUS of Đảng ủy Sở thử nghiệm is registered already in the term that began on 01/07/2025."));
        await AddAsync(PortalApp.Department, "11", "2026-04-05");

        Task AddAsync(string tenant, string number, string day) => portal.AddAsync(tenant, Party(number, day));

        static JsonObject Party(string number, string day)
        {
            var item = Samples.Directive(number, "CV/ĐUS", "CV");
            return item.Set("Directive", "System", new { Text = "Dang" }).Set("Directive", "Issuer", new { Text = "Đảng ủy Sở thử nghiệm" }).Set("Directive", "IssuedOn", new { Value = day });
        }
    }

    [Fact]
    public async Task The_books_of_a_year_have_the_customary_columns()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        var directive = await sending.SendAsync(Sending.Directive(null, Sending.To("ChuTri", Sending.LangSonUnit, Sending.VinhLongUnit)));
        (await sending.MoveAsync(sending.LangSon, directive, Sending.LangSonUnit, "Acknowledge")).Status.ShouldBe(HttpStatusCode.Found);

        var register = await sending.Issuer.GetAsync("Admin/Directives/Register?year=2026&issuer=" + Uri.EscapeDataString("Sở Công Thương Hải Dương"));
        var outgoing = await RowsAsync(sending.Issuer, register.Document.QuerySelector(".page-head a")!.GetAttribute("href")!);
        outgoing[0].ShouldBe(["Số, ký hiệu", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung", "Người ký", "Nơi nhận văn bản", "Đơn vị, người nhận bản lưu", "Số lượng bản", "Ghi chú"]);
        outgoing.ShouldContain(row => row[0] == "301/QĐ-SCT" && row[1] == "20/11/2026" && row[2] == "Quyết định: Về việc kiện toàn Ban Biên tập" && row[4] == "Trung tâm Xúc tiến thương mại Lạng Sơn; Trung tâm Xúc tiến thương mại Vĩnh Long");

        var inbox = await sending.LangSon.GetAsync("Admin/Directives/Inbox");
        var incoming = await RowsAsync(sending.LangSon, inbox.Document.QuerySelector(".page-head a[href*=Xlsx]")!.GetAttribute("href")!);
        incoming.Length.ShouldBe(2);
        incoming[1].ShouldBe(["24/11/2026", "01", "Sở Công Thương Hải Dương", "301/QĐ-SCT", "20/11/2026", "Quyết định: Về việc kiện toàn Ban Biên tập", "chủ trì", "Nông Thị Tiếp Nhận", ""]);
        // What the other unit has not confirmed has not come in there.
        (await RowsAsync(sending.VinhLong, "/xttm-vinh-long/Admin/Directives/Inbox?handler=Xlsx&year=2026")).Length.ShouldBe(1);
        (await sending.LangSon.GetAsync("Admin/Directives/Inbox?handler=Xlsx&year=1")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await sending.LangSon.GetAsync("Admin/Directives/Register?handler=Xlsx")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var writer = await sending.HireAsync(PortalApp.LangSon, "Ma Văn Cộng Tác", "Cộng tác viên");
        (await writer.GetAsync("Admin/Directives/Inbox?handler=Xlsx")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await writer.GetAsync("Admin/Directives/Inbox?handler=Pdf")).Status.ShouldBe(HttpStatusCode.Forbidden);

        // The same on paper.
        using var paper = PdfDocument.Open(await sending.Issuer.Browser.GetByteArrayAsync(register.Document.QuerySelectorAll(".page-head a")[1].GetAttribute("href")!, TestContext.Current.CancellationToken));
        var words = string.Join(' ', paper.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
        words.ShouldStartWith("Sổ văn bản đi Sở Công Thương Hải Dương, năm 2026 Số, ký hiệu");
        words.ShouldContain("301/QĐ-SCT 20/11/2026 Quyết định: Về việc kiện toàn Ban Biên tập");
        using var received = PdfDocument.Open(await sending.LangSon.Browser.GetByteArrayAsync(inbox.Document.QuerySelectorAll(".page-head a[href*=Pdf]")[0].GetAttribute("href")!, TestContext.Current.CancellationToken));
        received.GetPage(1).Text.ShouldContain("Nông Thị Tiếp Nhận");
    }

    [Fact]
    public async Task A_book_of_many_pages_repeats_its_head_and_loses_nothing_of_a_long_or_strange_text()
    {
        await using var portal = await PortalApp.StartAsync();
        var entry = string.Join(' ', Enumerable.Range(1, 900).Select(number => $"mục{number}"));
        IReadOnlyList<string>[] lines = [["Số", "Trích yếu"], .. Enumerable.Range(1, 60).Select(number => new[] { $"{number:00}/QĐ-SCT", number == 7 ? entry : "Về việc 漢字 và 😀" })];

        using var paper = PdfDocument.Open(portal.Services.GetRequiredService<TablePdf>().Write("Sổ văn bản đi", "Năm 2026", lines, [1, 3]));

        paper.NumberOfPages.ShouldBeGreaterThan(2);
        paper.GetPages().ShouldAllBe(page => page.Text.Contains("Trích yếu") && page.Text.EndsWith($"{page.Number}/{paper.NumberOfPages}"));
        var words = paper.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text).ToArray();
        words.Count(word => word.StartsWith("mục")).ShouldBe(900);
        words.ShouldContain("60/QĐ-SCT");
        words.ShouldContain("??");
    }

    [Fact]
    public async Task Of_two_clerks_who_take_the_same_number_at_once_one_is_refused()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        using var second = await sending.HireAsync(PortalApp.Department, "Vũ Thị Văn Thư", Sending.Clerk);
        var drafts = new[] { await sending.Issuer.WriteAsync(Samples.Directive()), await second.WriteAsync(Samples.Directive()) };
        var actors = new[] { await sending.Issuer.ActorAsync(), await second.ActorAsync() };

        var results = await Task.WhenAll(drafts.Zip(actors, (draft, actor) => portal.PublishAsync(PortalApp.Department, draft, actor)));

        results.Count(result => result.Succeeded).ShouldBe(1);
        var refused = results.Single(result => !result.Succeeded).Refusals.ShouldHaveSingleItem();
        (refused.Kind, refused.Field).ShouldBe((RefusalKind.Conflict, "Directive.Number.Text"));
        // At another site the number is free.
        (await portal.AddAsync(PortalApp.LangSon, Samples.Directive())).ContentItemId.ShouldNotBeNull();
    }

    private static async Task<string[][]> RowsAsync(Colleague person, string address)
    {
        await using var stream = await person.Browser.GetStreamAsync(address, TestContext.Current.CancellationToken);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        using var document = SpreadsheetDocument.Open(bytes, isEditable: false);
        return [.. document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToArray())];
    }
}
