using System.Net;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;
using OrchardSite.Tests.Workflows;

namespace OrchardSite.Tests.Banners;

public sealed class BannerPageTests
{
    private const string Secretary = "Thư ký";

    [Fact]
    public async Task Banners_stand_by_position_with_their_state_and_numbers()
    {
        await using var portal = await PortalApp.StartAsync();
        using var secretary = await portal.HireAsync(PortalApp.LangSon, "Lê Thị Thu", Secretary);
        var shown = (await portal.AddAsync(PortalApp.LangSon, Samples.Banner("Đang chạy"))).ContentItemId;
        await portal.AddAsync(PortalApp.LangSon, Samples.Banner("Đã hẹn trước").Set("Banner", "StartAt", new { Value = "2026-12-01T00:00:00Z" }));
        await portal.AddAsync(PortalApp.LangSon, Samples.Banner("Vừa hết hạn").Set("Banner", "EndAt", new { Value = "2026-11-20T00:00:00Z" }));
        await portal.SaveAsync(PortalApp.LangSon, Samples.Banner("Còn nháp"));
        for (var time = 0; time < 8; time++)
        {
            await portal.ReportAsync("/xttm-lang-son/banners/seen", shown);
        }

        await portal.FollowAsync($"/xttm-lang-son/banners/{shown}/click");

        var page = await secretary.GetAsync("Admin/Banners");

        page.TextsOf("main h2").ShouldBe(["Đầu trang", "Cột phải", "Chân trang"]);
        page.TextsOf("tr:has(a[href$='" + shown + "']) td").Take(4).ShouldBe(["Đang hiển thị", "8", "1", "12,5 %"]);
        StateOf("Đã hẹn trước").ShouldBe("Đã hẹn");
        StateOf("Vừa hết hạn").ShouldBe("Đã kết thúc");
        StateOf("Còn nháp").ShouldBe("Bản nháp");
        (await secretary.GetAsync("Admin")).Document.QuerySelector(".side a[href='/xttm-lang-son/Admin/Banners']").ShouldNotBeNull();

        string StateOf(string title) => page.Document.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent.Contains(title, StringComparison.Ordinal)).QuerySelector(".state")!.TextContent;
    }

    [Fact]
    public async Task One_banner_has_its_days_as_a_chart_a_table_and_a_file()
    {
        await using var portal = await PortalApp.StartAsync();
        var id = (await portal.AddAsync(PortalApp.LangSon, Samples.Banner("Hội chợ"))).ContentItemId;
        await portal.ReportAsync("/xttm-lang-son/banners/seen", id);
        await portal.NumbersAsync(PortalApp.LangSon, id);
        portal.Clock.Advance(TimeSpan.FromDays(1));
        await portal.ReportAsync("/xttm-lang-son/banners/seen", id);
        await portal.FollowAsync($"/xttm-lang-son/banners/{id}/click");
        using var secretary = await portal.HireAsync(PortalApp.LangSon, "Lê Thị Thu", Secretary);

        var page = await secretary.GetAsync($"Admin/Banners/{id}");

        page.TextOf("#total").ShouldBe("2 lượt xem, 1 lượt bấm. 50 %");
        page.Document.QuerySelectorAll(".day-chart rect.whole:not([height='0'])").Length.ShouldBe(2);
        page.Document.QuerySelectorAll("#days tbody tr").Take(3).Select(row => string.Join(" | ", row.Children.Select(cell => cell.TextContent)))
            .ShouldBe(["25/11/2026 | 1 | 1 | 100 %", "24/11/2026 | 1 | 0 | 0 %", "23/11/2026 | 0 | 0 | "]);
        var file = await secretary.GetAsync($"Admin/Banners/{id}?handler=Csv&days=90");
        file.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        file.Body.ShouldContain("\"24/11/2026\",\"1\",\"0\"\r\n\"25/11/2026\",\"1\",\"1\"");
        (await secretary.GetAsync($"Admin/Banners/{id}?days=5")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await secretary.GetAsync("Admin/Banners/00000000000000000000000000")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var stranger = await portal.HireAsync(PortalApp.VinhLong, "Trần Văn Bình", Secretary);
        (await stranger.GetAsync($"Admin/Banners/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_banner_changes_places_with_its_neighbour()
    {
        await using var portal = await PortalApp.StartAsync();
        using var secretary = await portal.HireAsync(PortalApp.VinhLong, "Lê Thị Thu", Secretary);
        await portal.AddAsync(PortalApp.VinhLong, Samples.Banner("Hội chợ").Set("Banner", "Order", new { Value = 50 }));
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await portal.AddAsync(PortalApp.VinhLong, Samples.Banner("Hàng Việt").Set("Banner", "Order", new { Value = 50 }));
        (await OrderAsync()).ShouldBe(["Tuần lễ trái cây và đặc sản Vĩnh Long", "Hàng Việt", "Hội chợ"]);

        var page = await secretary.GetAsync("Admin/Banners");
        (await secretary.Browser.PressAsync(page, "button[aria-label='Chuyển “Hội chợ” lên']")).Status.ShouldBe(HttpStatusCode.Found);
        (await OrderAsync()).ShouldBe(["Tuần lễ trái cây và đặc sản Vĩnh Long", "Hội chợ", "Hàng Việt"]);

        page = await secretary.GetAsync("Admin/Banners");
        (await secretary.Browser.PressAsync(page, "button[aria-label='Chuyển “Hàng Việt” lên']")).Status.ShouldBe(HttpStatusCode.Found);
        (await secretary.Browser.PressAsync(page, "button[aria-label='Chuyển “Hội chợ” lên']")).Status.ShouldBe(HttpStatusCode.Conflict);

        async Task<IEnumerable<string?>> OrderAsync() =>
            (await portal.Http.GetPageAsync("/xttm-vinh-long/")).Document.QuerySelectorAll(".banners-header img").Select(image => image.GetAttribute("alt"));
    }

    [Fact]
    public async Task An_order_is_not_changed_by_whom_it_does_not_concern_nor_past_unpublished_changes()
    {
        await using var portal = await PortalApp.StartAsync();
        using var secretary = await portal.HireAsync(PortalApp.VinhLong, "Lê Thị Thu", Secretary);
        using var editor = await portal.HireAsync(PortalApp.VinhLong, "Trần Văn Bình", Editors.Editor);
        using var contributor = await portal.HireAsync(PortalApp.VinhLong, "Nguyễn Văn An", Editors.Contributor);
        var one = (await portal.AddAsync(PortalApp.VinhLong, Samples.Banner("Hội chợ").Set("Banner", "Order", new { Value = 50 }))).ContentItemId;
        var other = (await portal.AddAsync(PortalApp.VinhLong, Samples.Banner("Hàng Việt").Set("Banner", "Order", new { Value = 60 }))).ContentItemId;

        (await editor.GetAsync("Admin/Banners")).Document.QuerySelector(".place-buttons").ShouldBeNull();
        (await editor.PostAsync("Admin/Banners?handler=Move", ("id", one), ("past", other))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await contributor.GetAsync("Admin/Banners")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await secretary.PostAsync("Admin/Banners?handler=Move", ("id", "00000000000000000000000000"), ("past", other))).Status.ShouldBe(HttpStatusCode.NotFound);

        var (saved, item) = await portal.OpenAsync(PortalApp.VinhLong, other);
        item.SetTitle("Hàng Việt 2027");
        await portal.SaveAsync(PortalApp.VinhLong, item, saved.VersionId);
        var refused = await secretary.PostAsync("Admin/Banners?handler=Move", ("id", one), ("past", other));
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.TextOf("#refusals").ShouldBe("“Hàng Việt” có thay đổi chưa xuất bản. Hãy xuất bản hoặc bỏ các thay đổi đó trước khi đổi thứ tự.");
    }
}
