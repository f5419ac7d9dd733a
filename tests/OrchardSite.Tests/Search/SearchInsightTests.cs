using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Search.Insight;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Search;

public sealed class SearchInsightTests
{
    private const string Address = "/xttm-lang-son/Admin/Search/Insight";

    [Fact]
    public async Task What_readers_search_for_is_counted_for_their_site_however_they_write_it()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.LangSon, Samples.Article("Zuvopa trồng thử"));
        await portal.FindAsync("thử nghiệm zuvopa trồng thử", _ => true);
        await portal.FindAsync("zuvopa", titles => titles.Count == 1);
        foreach (var typed in new[] { "zuvopa  trồng", "Zuvopa trồng", "zuvopa trong", "xe điện", "xe điện", "xe dien" })
        {
            await portal.SearchAsync(typed);
            await portal.SearchAsync("chợ nổi", "/xttm-vinh-long");
        }

        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        var page = await admin.GetPageAsync(Address);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.TextsOf("#frequent tbody tr").ShouldContain("zuvopa trồng30");
        page.TextsOf("#frequent tbody tr").ShouldContain("xe điện33");
        page.TextsOf("#in-vain tbody tr").ShouldContain("xe điện33");
        page.TextsOf("#in-vain tbody td:first-child").ShouldNotContain("zuvopa trồng");
        page.Body.ShouldNotContain("chợ nổi");
        page.Document.QuerySelector("#in-vain tbody a")!.GetAttribute("href").ShouldBe("/xttm-lang-son/tim-kiem?q=xe%20%C4%91i%E1%BB%87n");
        using var other = await portal.SignedInAsync(PortalApp.VinhLong, Editors.Administrator);
        var others = await other.GetPageAsync("/xttm-vinh-long/Admin/Search/Insight");
        others.TextsOf("#frequent tbody td:first-child").ShouldBe(["chợ nổi"]);
    }

    [Fact]
    public async Task What_is_rare_or_may_name_somebody_is_never_shown()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.FindAsync("chợ", titles => titles.Count > 0);
        string[] personal = ["an.nguyen@example.vn", "0912 345 678", "đơn của 091.234.5678", "012345678901"];
        foreach (var typed in personal.Concat(personal).Concat(personal).Append("bệnh án riêng").Append("bệnh án riêng"))
        {
            await portal.SearchAsync(typed);
        }

        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        var page = await admin.GetPageAsync(Address);
        var csv = await admin.GetStringAsync(new Uri(Address + "?handler=Csv&days=30", UriKind.Relative), TestContext.Current.CancellationToken);

        foreach (var typed in personal.Append("bệnh án riêng"))
        {
            page.Body.ShouldNotContain(typed);
            csv.ShouldNotContain(typed);
        }

        await using var db = portal.OpenContext(PortalApp.LangSon);
        (await db.Set<SearchCount>().Select(row => row.Words).ToListAsync(TestContext.Current.CancellationToken)).ShouldNotContain(words => words.Contains("091") || words.Contains('@'));
    }

    [Fact]
    public async Task Only_what_was_typed_counts_not_the_pages_and_filters_after_it()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.FindAsync("chợ", titles => titles.Count > 0);
        var before = await TotalAsync(portal);
        await portal.Http.GetPageAsync("/xttm-lang-son/tim-kiem?q=ch%E1%BB%A3&type=Article");
        await portal.Http.GetPageAsync("/xttm-lang-son/tim-kiem?q=ch%E1%BB%A3&pagenum=999");
        await portal.Http.GetPageAsync("/xttm-lang-son/tim-kiem?q=");
        await portal.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/xttm-lang-son/tim-kiem?q=ch%E1%BB%A3"), TestContext.Current.CancellationToken);
        (await TotalAsync(portal)).ShouldBe(before);

        await portal.SearchAsync("chợ");

        (await TotalAsync(portal)).ShouldBe(before + 1);
    }

    [Fact]
    public async Task The_file_for_spreadsheets_has_the_list_and_no_formula()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.FindAsync("chợ", titles => titles.Count > 0);
        foreach (var typed in Enumerable.Repeat("=HYPERLINK(\"http://x\") chợ", 3))
        {
            await portal.SearchAsync(typed);
        }

        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        using var answer = await admin.GetAsync(new Uri(Address + "?handler=Csv&days=7", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        bytes.Take(3).ShouldBe(Encoding.UTF8.GetPreamble());
        var lines = Encoding.UTF8.GetString(bytes.AsSpan(3)).Split("\r\n");
        lines[0].ShouldBe("\"Từ khóa\",\"Số lần\",\"Không có kết quả\"");
        lines.ShouldContain("\"'=hyperlink(\"\"http://x\"\") chợ\",\"3\",\"3\"");
    }

    [Fact]
    public async Task A_period_counts_its_own_days_and_another_is_no_page()
    {
        await using var portal = await PortalApp.StartAsync();
        var today = DateOnly.FromDateTime(PortalApp.Morning.AddHours(7).DateTime);
        await using (var db = portal.OpenContext(PortalApp.LangSon))
        {
            db.AddRange(new[] { 0, 6, 7, 29, 30, 89, 90 }.Select(age => new SearchCount { Day = today.AddDays(-age), Words = "hội chợ", Times = 10, TimesInVain = 0 }));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);

        foreach (var (days, times) in new[] { (7, "20"), (30, "40"), (90, "60") })
        {
            (await admin.GetPageAsync($"{Address}?days={days}")).TextsOf("#frequent tbody td:nth-child(2)").ShouldBe([times]);
        }

        (await admin.GetPageAsync($"{Address}?days=8")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<int> TotalAsync(PortalApp portal)
    {
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        return int.Parse((await admin.GetPageAsync(Address)).TextOf("#total")!.Split(' ')[4], System.Globalization.CultureInfo.InvariantCulture);
    }
}
