using System.Net;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Visits;

public sealed class VisitPageTests
{
    private const string Address = "/xttm-lang-son/Admin/Visits";

    [Fact]
    public async Task The_figures_of_the_site_are_told_in_numbers_a_chart_and_a_table()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddVisitsAsync(PortalApp.LangSon, ("", 500, 40_000, 20_000), ("", 31, 5, 4), ("", 29, 9, 3), ("", 1, 2_500, 1_234), ("/", 1, 2_000, 1_000), ("/thong-bao", 1, 500, 234));
        await portal.AddVisitsAsync(PortalApp.VinhLong, ("", 0, 77_777, 77_777), ("/gioi-thieu", 0, 77_777, 77_777));
        await portal.VisitAsync("/xttm-lang-son/");
        using var editor = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);

        var page = await editor.GetPageAsync(Address);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.TextsOf(".visit-figures div").ShouldBe(
        [
            "Đang truy cập1", "Hôm nay1 1 lượt xem trang", "Hôm qua1.234 2.500 lượt xem trang", "Tháng này1.235 2.501 lượt xem trang", "Tổng số lượt truy cập21.242 42.515 lượt xem trang",
        ]);
        page.TextOf("#total").ShouldBe("1.238 lượt truy cập và 2.510 lượt xem trang.");
        page.Document.QuerySelector(".day-chart svg")!.GetAttribute("aria-label").ShouldBe("Lượt xem trang và lượt truy cập theo ngày: 2.510 lượt xem, 1.238 lượt truy cập trong 30 ngày");
        page.TextsOf("#days tbody tr").Count.ShouldBe(30);
        page.TextsOf("#days tbody tr").Take(2).ShouldBe(["24/11/202611", "23/11/20261.2342.500"]);
        page.TextsOf("#most-read tbody tr").ShouldBe(["Trang chủ / 2.001 1.001", "Thông báo /thong-bao 500 234"]);
        page.Body.ShouldNotContain("77.777");
        (await editor.GetPageAsync(Address + "?days=365")).TextOf("#total").ShouldBe("1.242 lượt truy cập và 2.515 lượt xem trang.");
        (await editor.GetPageAsync(Address + "?days=7")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_page_keeps_what_was_counted_when_it_moves_and_has_figures_of_its_own()
    {
        await using var portal = await PortalApp.StartAsync();
        var id = (await portal.AddAsync(PortalApp.LangSon, Samples.Page("Lịch tiếp dân"))).ContentItemId;
        await portal.VisitAsync("/xttm-lang-son/lich-tiep-dan");
        await portal.EditAsync(PortalApp.LangSon, id, item => item.Set("AutoroutePart", "Path", "tiep-cong-dan"));
        await portal.VisitAsync("/xttm-lang-son/tiep-cong-dan");
        await portal.VisitAsync("/xttm-lang-son/thong-bao");
        (await portal.CountedAsync(PortalApp.LangSon)).Select(row => row.Path).ShouldBe(["", "/lich-tiep-dan", "/thong-bao", "/tiep-cong-dan"]);
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);

        var list = await admin.GetPageAsync(Address);
        list.TextsOf("#most-read tbody tr").ShouldBe(["Lịch tiếp dân /tiep-cong-dan 2 1", "Thông báo /thong-bao 1 0"]);
        var link = list.Document.QuerySelector("#most-read a")!.GetAttribute("href")!;
        link.ShouldBe("/xttm-lang-son/Admin/Visits/Page?path=%2Ftiep-cong-dan&days=30");
        var page = await admin.GetPageAsync(link);

        page.TextOf("h1").ShouldBe("Lịch tiếp dân");
        page.TextOf("#total").ShouldBe("1 lượt truy cập và 2 lượt xem trang.");
        page.Document.QuerySelector(".page-head a[href$='/Edit']")!.GetAttribute("href").ShouldBe($"/xttm-lang-son/Admin/Contents/ContentItems/{id}/Edit");
        page.Document.QuerySelector(".row-facts a[href='/xttm-lang-son/tiep-cong-dan']").ShouldNotBeNull();
        (await admin.GetPageAsync(Address + "/Page?path=%2Flich-tiep-dan")).TextOf("#total").ShouldBe("1 lượt truy cập và 2 lượt xem trang.");
        (await admin.GetPageAsync(Address + "/Page?path=%2Fthong-bao&days=90")).TextOf("h1").ShouldBe("Thông báo");
        (await admin.GetPageAsync(Address + "/Page?path=thong-bao")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await admin.GetPageAsync(Address + "/Page")).Status.ShouldBe(HttpStatusCode.NotFound);
        // The same address on another site is another page.
        using var other = await portal.SignedInAsync(PortalApp.VinhLong, Editors.Administrator);
        (await other.GetPageAsync("/xttm-vinh-long/Admin/Visits/Page?path=%2Fthong-bao")).TextOf("#total").ShouldBe("0 lượt truy cập và 0 lượt xem trang.");

        await portal.ReadAsync(PortalApp.LangSon, db => db.Set<ContentRoute>().Where(route => route.ItemId == id).ExecuteDeleteAsync());
        (await admin.GetPageAsync(Address)).TextsOf("#most-read tbody th").ShouldContain("/tiep-cong-dan");
    }

    [Fact]
    public async Task The_figures_are_given_out_as_files_for_spreadsheets()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.LangSon, Samples.Page("=SUM(A1) và \"tiếp dân\""));
        await portal.AddVisitsAsync(PortalApp.LangSon, ("", 1, 2_500, 1_234), ("/sum-a1-va-tiep-dan", 1, 2_000, 1_000));
        using var editor = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);

        var days = await editor.GetPageAsync(Address + "?handler=Csv&days=90");
        var pages = await editor.GetPageAsync(Address + "?handler=PagesCsv");
        var page = await editor.GetPageAsync(Address + "/Page?handler=Csv&path=%2Fsum-a1-va-tiep-dan");

        days.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var lines = days.Body.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        (lines.Length, lines[0], lines[^2]).ShouldBe((91, "\"Ngày\",\"Lượt truy cập\",\"Lượt xem trang\"", "\"23/11/2026\",\"1234\",\"2500\""));
        pages.Body.ShouldContain("\"'=SUM(A1) và \"\"tiếp dân\"\"\",\"/sum-a1-va-tiep-dan\",\"2000\",\"1000\"");
        page.Body.ShouldContain("\"23/11/2026\",\"1000\",\"2000\"");
        (await editor.GetPageAsync(Address + "?handler=Csv&days=9")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await editor.GetPageAsync(Address + "?handler=PagesCsv&days=9")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?handler=Csv")]
    [InlineData("?handler=PagesCsv")]
    [InlineData("/Page?path=%2F")]
    [InlineData("/Page?handler=Csv&path=%2F")]
    public async Task Who_may_not_see_the_figures_does_not(string path)
    {
        await using var portal = await PortalApp.StartAsync();
        using var contributor = await portal.SignedInAsync(PortalApp.LangSon, Editors.Contributor);
        using var stranger = await portal.SignedInAsync(PortalApp.VinhLong, Editors.Administrator);

        (await contributor.GetPageAsync(Address + path)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await stranger.GetPageAsync(Address + path)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await portal.Http.GetPageAsync(Address + path)).Status.ShouldBe(HttpStatusCode.Found);
        (await contributor.GetPageAsync("/xttm-lang-son/Admin")).Body.ShouldNotContain("Admin/Visits");
    }

    [Fact]
    public async Task The_desk_has_a_tile_and_the_menu_an_entry_in_the_persons_language()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddVisitsAsync(PortalApp.LangSon, ("", 0, 5_000, 1_500));
        using var editor = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);

        var desk = await editor.GetPageAsync("/xttm-lang-son/Admin");

        desk.TextsOf(".tile .visit-figures div").ShouldContain("Hôm nay1.500 5.000 lượt xem trang");
        desk.Document.QuerySelector("nav a[href='/xttm-lang-son/Admin/Visits']").ShouldNotBeNull().TextContent.Trim().ShouldBe("Lượt truy cập");

        await editor.PressAsync(desk, "form:has([value=en]) button");
        (await editor.GetPageAsync("/xttm-lang-son/Admin")).TextsOf(".tile .visit-figures div").ShouldContain("Today1,500 5,000 page views");
        (await editor.GetPageAsync(Address)).TextOf("#total").ShouldBe("1,500 visits and 5,000 page views.");
    }
}
