using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Content.Health;
using OrchardSite.Data;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;

namespace OrchardSite.Tests.Content;

public sealed class HealthSiteTests
{
    [Theory]
    [InlineData(PortalApp.Department)]
    [InlineData(PortalApp.LangSon)]
    [InlineData(PortalApp.VinhLong)]
    public async Task The_sites_that_come_with_the_portal_are_well(string tenant)
    {
        await using var portal = await PortalApp.StartAsync();

        await portal.CheckAllAsync(tenant);

        (await portal.CasesAsync(tenant)).Select(HealthSentence).ShouldBeEmpty();
        await using var db = portal.OpenContext(tenant);
        var state = await db.Set<HealthState>().SingleAsync(TestContext.Current.CancellationToken);
        (state.IsWaiting, state.Items).ShouldBe((false, await db.Set<ContentItem>().CountAsync(item => item.PublishedVersionId != null, TestContext.Current.CancellationToken)));
        (await db.Set<SiteLink>().CountAsync(link => link.TenantId == db.TenantId, TestContext.Current.CancellationToken)).ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task A_new_site_is_well_too()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddSiteAsync("trung-tam-moi", "trung-tam-moi");

        await portal.CheckAsync();

        (await portal.CasesAsync("trung-tam-moi")).Select(HealthSentence).ShouldBeEmpty();
    }

    public static TheoryData<string, string> HostileTexts => new()
    {
        { "sâu", string.Concat(Enumerable.Repeat("<div>", 100_000)) },
        { "sâu và đóng", string.Concat(Enumerable.Repeat("<blockquote><b>", 20_000)) + "chữ" + string.Concat(Enumerable.Repeat("</b></blockquote>", 20_000)) },
        { "sâu trong hình vẽ", "<a href=x><svg>" + string.Concat(Enumerable.Repeat("<td>", 100_000)) },
        { "sâu và giả đóng", string.Concat(Enumerable.Repeat("<div><!--</div>-->", 50_000)) },
        { "nhiều", string.Concat(Enumerable.Repeat("<p>", 200_000)) },
        { "dài", "<p>" + new string('a', 3_000_000) },
    };

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public async Task A_text_that_is_too_much_is_named_and_stops_nothing(string title, string html)
    {
        await using var portal = await PortalApp.StartAsync();
        var hostile = await portal.AddRawPageAsync(PortalApp.LangSon, title, html);
        var honest = await portal.AddPageAsync(PortalApp.LangSon, "Trang thường", """<p><a href="/khong-co">hỏng</a></p>""");

        await portal.CheckAsync();

        (await portal.ProblemsAsync(PortalApp.LangSon, hostile.ContentItemId)).ShouldBe([HealthProblem.Unreadable]);
        (await portal.ProblemsAsync(PortalApp.LangSon, honest.ContentItemId)).ShouldBe([HealthProblem.NoPage]);
    }

    [Theory]
    [InlineData("<p><a href='/khong-co'>a<table><a href=/khong-co>b<tr></p></b>&#0;&#xD800;<![CDATA[", 3)]
    [InlineData("<<<>>><a <a href=\"/khong-co", 0)]
    [InlineData("</p></div></body></html><a href=/khong-co>sau cùng", 1)]
    [InlineData("<svg><a href='/khong-co'>x</a></svg><template><a href='/khong-co'>y</a></template>", 1)]
    public async Task A_text_that_is_damaged_is_read_as_browsers_read_it(string html, int links)
    {
        await using var portal = await PortalApp.StartAsync();
        var page = await portal.AddRawPageAsync(PortalApp.LangSon, "Trang hỏng", html);

        await portal.CheckAsync();

        (await portal.ProblemsAsync(PortalApp.LangSon, page.ContentItemId)).Count(problem => problem == HealthProblem.NoPage).ShouldBe(links);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"HtmlBodyPart":{"Html":5},"TitlePart":[],"Page":"x","BagPart":{"ContentItems":[1,null,{"ContentType":7}]}}""")]
    public async Task An_item_whose_stored_form_is_damaged_stops_nothing(string json)
    {
        await using var portal = await PortalApp.StartAsync();
        var damaged = await portal.AddPageAsync(PortalApp.LangSon, "Trang hỏng", "<p>x</p>");
        await portal.StoreAsync(PortalApp.LangSon, damaged.ContentItemId, json);
        var honest = await portal.AddPageAsync(PortalApp.LangSon, "Trang thường", """<p><a href="/khong-co">hỏng</a></p>""");

        await portal.CheckAsync();

        (await portal.ProblemsAsync(PortalApp.LangSon, honest.ContentItemId)).ShouldBe([HealthProblem.NoPage]);
        (await portal.ProblemsAsync(PortalApp.LangSon, damaged.ContentItemId)).ShouldBe(json.Length < 5 ? [HealthProblem.Unreadable] : []);
    }

    [Fact]
    public async Task A_site_of_many_items_is_checked_some_at_a_time_and_again_with_the_same_result()
    {
        await using var portal = await PortalApp.StartAsync();
        var pages = Enumerable.Range(0, 620).Select(number => HealthCases.PageWith($"Trang số {number:000}", $"""<p><a href="/khong-co-{number}">hỏng</a></p>"""));
        (await portal.ImportAsync(PortalApp.LangSon, [.. pages.Select((page, number) => Published(page, number))])).Succeeded.ShouldBeTrue();

        await portal.CheckAsync();
        (await portal.CasesAsync(PortalApp.LangSon)).Count.ShouldBe(620);

        await portal.CheckAllAsync(PortalApp.LangSon);
        (await portal.CasesAsync(PortalApp.LangSon)).Select(one => one.ItemId).Distinct().Count().ShouldBe(620);
    }

    [Fact]
    public async Task Thousands_of_broken_links_are_told_of_by_the_first_hundred()
    {
        await using var portal = await PortalApp.StartAsync();
        var links = new StringBuilder();
        for (var number = 0; number < 3000; number++)
        {
            links.Append($"<a href=/khong-co-{number}>{number}</a> ");
        }

        var page = await portal.AddRawPageAsync(PortalApp.LangSon, "Nhiều liên kết", links.ToString());

        await portal.CheckAsync();

        (await portal.ProblemsAsync(PortalApp.LangSon, page.ContentItemId)).Count.ShouldBe(100);
    }

    [Fact]
    public async Task Nothing_is_kept_of_drafts_of_what_was_deleted_and_of_a_removed_site()
    {
        await using var portal = await PortalApp.StartAsync();
        const string html = """<p><a href="/xttm-vinh-long/khong-co">hỏng</a></p>""";
        (await portal.SaveAsync(PortalApp.VinhLong, HealthCases.PageWith("Bản nháp", html))).Succeeded.ShouldBeTrue();
        var page = await portal.AddPageAsync(PortalApp.VinhLong, "Đã đăng", html);
        var linking = await portal.AddPageAsync(PortalApp.Department, "Liên kết đến Vĩnh Long", """<p><a href="/xttm-vinh-long/da-dang">xem</a></p>""");
        await portal.CheckAsync();
        (await portal.CasesAsync(PortalApp.VinhLong)).ShouldHaveSingleItem().ItemId.ShouldBe(page.ContentItemId);
        (await portal.CasesAsync(PortalApp.Department)).ShouldBeEmpty();

        (await portal.UnpublishAsync(PortalApp.VinhLong, page)).Succeeded.ShouldBeTrue();
        await portal.CheckAsync();
        (await portal.CasesAsync(PortalApp.VinhLong)).ShouldBeEmpty();

        (await portal.DisableSiteAsync(PortalApp.VinhLong)).Succeeded.ShouldBeTrue();
        (await portal.RemoveSiteAsync(PortalApp.VinhLong)).Succeeded.ShouldBeTrue();
        await portal.CheckAsync();
        (await portal.ProblemsAsync(PortalApp.Department, linking.ContentItemId)).ShouldBe([HealthProblem.NoPage]);
    }

    [Fact]
    public async Task A_check_that_was_broken_off_is_done_again()
    {
        await using var portal = await PortalApp.StartAsync();
        var page = await portal.AddPageAsync(PortalApp.LangSon, "Trang thường", """<p><a href="/khong-co">hỏng</a></p>""");
        await using var db = portal.OpenContext(PortalApp.LangSon);
        var before = await PositionAsync(db);
        await portal.CheckAsync();

        await db.Set<FeedPosition>().Where(row => row.Name == KeepHealth.Position).ExecuteUpdateAsync(set => set.SetProperty(row => row.Sequence, before), TestContext.Current.CancellationToken);
        await Task.WhenAll(portal.CheckAsync(), portal.CheckAsync());

        (await portal.ProblemsAsync(PortalApp.LangSon, page.ContentItemId)).ShouldBe([HealthProblem.NoPage]);
        (await PositionAsync(db)).ShouldBeGreaterThan(before);
    }

    private static JsonObject Published(JsonObject page, int number)
    {
        (page["ContentItemId"], page["Latest"], page["Published"]) = ($"trangkiemtra{number:00000000000000}", true, true);
        return page;
    }

    private static Task<long> PositionAsync(SiteDbContext db) =>
        db.Set<FeedPosition>().AsNoTracking().Where(row => row.Name == KeepHealth.Position).Select(row => row.Sequence).SingleAsync(TestContext.Current.CancellationToken);

    private static string HealthSentence(HealthCase one) => $"{one.ContentType} “{one.Title}” {one.Place}: {one.Problem} {one.Text} {one.Address} {one.Detail}";
}
