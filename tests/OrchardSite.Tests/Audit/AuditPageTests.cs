using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Workflows;
using OrchardSite.Text;

namespace OrchardSite.Tests.Audit;

public sealed class AuditPageTests
{
    private const string OwnTitle = "Hội chợ hàng Việt về miền núi";
    private const string OthersTitle = "Chợ nổi đón khách cuối năm";

    [Fact]
    public async Task Administrators_read_who_did_what_on_their_site_and_get_to_the_item_and_to_the_change()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Đỗ Văn Trị", Editors.Administrator);
        using var other = await portal.HireAsync(PortalApp.VinhLong, "Lê Thị Khác", Editors.Administrator);
        var article = Samples.Article(OwnTitle);
        var first = await admin.WriteAsync(article);
        var second = await admin.WriteAsync(article, first);
        await other.WriteAsync(Samples.Article(OthersTitle));
        await portal.SealAsync(PortalApp.LangSon);

        var page = await admin.GetAsync("Admin/Audit");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Body.ShouldNotContain(OthersTitle);
        page.Body.ShouldNotContain("Lê Thị Khác");
        page.TextsOf(".audit .row-title").Count.ShouldBe(50);
        (await admin.GetAsync($"Admin/Audit?person={admin.Id}")).TextsOf(".audit .row-title").ShouldBe([$"Lưu bản nháp: {OwnTitle}", $"Lưu bản nháp: {OwnTitle}"]);
        var own = await admin.GetAsync($"Admin/Audit?item={first.ContentItemId}");
        own.TextsOf(".audit .row-facts").ShouldBe(["24/11/2026 10:00 Đỗ Văn Trị phiên bản 2", "24/11/2026 10:00 Đỗ Văn Trị phiên bản 1"], ignoreOrder: true);
        own.Document.QuerySelector(".audit .row-title a")!.GetAttribute("href").ShouldBe($"/xttm-lang-son/Admin/Contents/ContentItems/{first.ContentItemId}/Edit");
        own.Document.QuerySelectorAll(".audit .row-facts a").Select(link => link.GetAttribute("href")).ShouldContain($"/xttm-lang-son/Admin/Contents/ContentItems/{first.ContentItemId}/Versions?compare=1&with=2");
        own.TextsOf(".audit .seal > code").ShouldAllBe(hash => hash.Length == 64);
        own.TextOf("#head").ShouldBe((await portal.VerifyAsync(PortalApp.LangSon)).Head);
        (await admin.GetAsync($"Admin/Contents/ContentItems/{second.ContentItemId}/Edit")).Document.QuerySelector($"a[href$='Admin/Audit?item={second.ContentItemId}']").ShouldNotBeNull();
        (await admin.GetAsync($"Admin/Contents/ContentItems/{second.ContentItemId}/Versions")).Document.QuerySelector($"a[href$='Admin/Audit?item={second.ContentItemId}']").ShouldNotBeNull();
        (await admin.GetAsync("Admin")).TextsOf("nav a").ShouldContain("Nhật ký");
        (await other.GetAsync($"Admin/Audit?item={first.ContentItemId}")).TextsOf(".audit li").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_log_is_narrowed_by_person_operation_day_and_words()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Đỗ Văn Trị", Editors.Administrator);
        using var colleague = await portal.HireAsync(PortalApp.LangSon, "Vi Thị Trưởng", Editors.Head);
        await portal.LogAsync(PortalApp.LangSon, 1, PortalApp.Morning.UtcDateTime.AddDays(-3), "Đổi Zuvopa");
        // Six in the evening in London is already the next day here.
        await portal.LogAsync(PortalApp.LangSon, 1, new DateTime(2026, 11, 19, 18, 0, 0, DateTimeKind.Utc), "Sang ngày 20");
        var saved = await colleague.WriteAsync(Samples.Article(OwnTitle));

        (await CountAsync($"person={colleague.Id}&operation=SaveContent")).ShouldBe([$"Lưu bản nháp: {OwnTitle}"]);
        (await CountAsync($"person={admin.Id}&operation=SaveContent")).ShouldBeEmpty();
        (await CountAsync("words=%C4%90%E1%BB%95i+Zuvopa")).ShouldBe(["Sửa thiết lập"]);
        (await CountAsync("words=zuvopa")).ShouldBe(["Sửa thiết lập"]);
        (await CountAsync("from=2026-11-20&to=2026-11-20")).ShouldBe(["Sửa thiết lập"]);
        (await CountAsync("from=2026-11-19&to=2026-11-19")).ShouldBeEmpty();
        (await CountAsync($"item={saved.ContentItemId}&from=2026-11-24")).ShouldBe([$"Lưu bản nháp: {OwnTitle}"]);
        var page = await admin.GetAsync($"Admin/Audit?operation=SaveContent&words=không có");
        page.TextOf(".nothing").ShouldBe("Không có mục nào phù hợp. Hãy chọn ngày khác hoặc bớt điều kiện lọc.");
        page.ValueOf("words").ShouldBe("không có");
        page.TextsOf("#person option").ShouldContain("Vi Thị Trưởng");

        async Task<IReadOnlyList<string>> CountAsync(string query) => (await admin.GetAsync("Admin/Audit?" + query)).TextsOf(".audit .row-title");
    }

    [Theory]
    [InlineData("from=31-31-2026", "Hãy nhập ngày như 24/11/2026, hoặc để trống.")]
    [InlineData("to=h%C3%B4m+nay", "Hãy nhập ngày như 24/11/2026, hoặc để trống.")]
    [InlineData("from=2026-11-24&to=2026-11-01", "Ngày cuối trước ngày đầu.")]
    public async Task A_day_that_is_none_is_told_and_kept(string query, string sentence)
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Đỗ Văn Trị", Editors.Administrator);

        var page = await admin.GetAsync($"Admin/Audit?words=gi%E1%BB%AF&{query}");

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.TextOf("#refusals").ShouldBe(sentence);
        page.ValueOf("words").ShouldBe("giữ");
        (await admin.GetAsync($"Admin/Audit?handler=Csv&{query}")).TextOf("#refusals").ShouldBe(sentence);
    }

    [Fact]
    public async Task Nobody_else_reads_the_log_and_only_the_host_reads_all_sites_logs_on_the_first_one()
    {
        await using var portal = await PortalApp.StartAsync();
        using var head = await portal.HireAsync(PortalApp.LangSon, "Vi Thị Trưởng", Editors.Head);
        using var admin = await portal.HireAsync(PortalApp.Department, "Đỗ Văn Trị", Editors.Administrator);
        using var host = await portal.SignedInAsHostAsync();
        await portal.AddAsync(PortalApp.LangSon, Samples.Article(OwnTitle));
        await portal.AddAsync(PortalApp.VinhLong, Samples.Article(OthersTitle));

        foreach (var query in new[] { "", "?handler=Csv" })
        {
            var refused = await head.GetAsync("Admin/Audit" + query);
            refused.Status.ShouldBe(HttpStatusCode.Forbidden);
            refused.Body.ShouldContain("Xem nhật ký hoạt động của trang");
        }

        (await portal.Http.GetPageAsync("/xttm-lang-son/Admin/Audit")).Status.ShouldBe(HttpStatusCode.Found);
        foreach (var site in new[] { PortalApp.LangSon, "*" })
        {
            (await admin.GetAsync($"Admin/Audit?site={site}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await admin.GetAsync($"Admin/Audit?handler=Csv&site={site}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await host.GetPageAsync($"/xttm-vinh-long/Admin/Audit?site={site}")).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await host.GetPageAsync("/Admin/Audit?site=khac")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.GetPageAsync("/Admin/Audit?after=khac")).Status.ShouldBe(HttpStatusCode.NotFound);
        var one = await host.GetPageAsync($"/Admin/Audit?site={PortalApp.LangSon}");
        one.Body.ShouldContain(OwnTitle);
        one.Body.ShouldNotContain(OthersTitle);
        one.Document.QuerySelectorAll(".audit .row-title a").Select(link => link.GetAttribute("href")).ShouldAllBe(address => address!.StartsWith("/xttm-lang-son/"));
        var all = await host.GetPageAsync("/Admin/Audit?site=*&operation=SaveContent");
        all.Body.ShouldContain(OwnTitle);
        all.Body.ShouldContain(OthersTitle);
    }

    [Fact]
    public async Task A_long_log_is_read_in_pages_each_entry_once_also_over_all_sites()
    {
        await using var portal = await PortalApp.StartAsync();
        using var host = await portal.SignedInAsHostAsync();
        await portal.LogAsync(PortalApp.LangSon, 70, detail: "dài");
        await portal.LogAsync(PortalApp.VinhLong, 60, detail: "dài khác");

        foreach (var (site, count) in new[] { (PortalApp.LangSon, 70), ("*", 130) })
        {
            var (details, address) = (new List<string>(), $"/Admin/Audit?site={site}&words=d%C3%A0i");
            while (address is not null)
            {
                var page = await host.GetPageAsync(address);
                details.AddRange(page.TextsOf(".audit .said"));
                address = page.Document.QuerySelector("a[rel=next]")?.GetAttribute("href");
            }

            details.Count.ShouldBe(count);
            details.Distinct().Count().ShouldBe(count);
        }
    }

    [Fact]
    public async Task The_file_has_what_the_filters_let_through_with_numbers_and_hashes_and_no_formula()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Đỗ Văn Trị", Editors.Administrator);
        await portal.LogAsync(PortalApp.LangSon, 2, detail: "=HYPERLINK(\"http://x\")");
        await portal.LogAsync(PortalApp.VinhLong, 2, detail: "=HYPERLINK(\"http://khac\")");
        await portal.SealAsync(PortalApp.LangSon);

        var file = await admin.GetAsync("Admin/Audit?handler=Csv&words=HYPERLINK");

        file.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        file.Response.Content.Headers.ContentDisposition!.FileName.ShouldBe("nhat-ky-xttm-lang-son.csv");
        var bytes = await file.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        bytes.Take(3).ShouldBe(Encoding.UTF8.GetPreamble());
        var lines = CsvReader.Read(new StringReader(Encoding.UTF8.GetString(bytes.AsSpan(3)))).ToArray();
        lines[0].Take(3).ShouldBe(["Trang", "Số trong chuỗi", "Thời gian"]);
        lines.Skip(1).Select(line => line[8]).ShouldBe(["'=HYPERLINK(\"http://x\") 1", "'=HYPERLINK(\"http://x\") 2"], ignoreOrder: true);
        var sealedOnes = await portal.ReadAsync(PortalApp.LangSon, db => db.AuditEntries.Where(entry => entry.Detail!.Contains("HYPERLINK")).Select(entry => entry.Hash!).ToListAsync());
        lines.Skip(1).Select(line => line[11]).ShouldBe(sealedOnes, ignoreOrder: true);
        lines.Skip(1).ShouldAllBe(line => line[0] == PortalApp.LangSon && line[2] == "2026-11-24T10:00:00.000000+07:00" && line[12] == "Sửa thiết lập");
    }
}
