using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Tenants;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Banners;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;
using OrchardSite.Visits.Counting;
using OrchardSite.Visits.Figures;

namespace OrchardSite.Tests.Visits;

public sealed class VisitCountTests
{
    [Fact]
    public async Task What_is_read_counts_for_its_own_site_and_page_and_the_counter_tells_at_once()
    {
        await using var portal = await PortalApp.StartAsync();

        (await portal.VisitAsync("/xttm-lang-son/")).Counter().ShouldBe((1, 1, 1));
        (await portal.VisitAsync("/xttm-lang-son/thong-bao")).Counter().ShouldBe((1, 1, 1));
        (await portal.VisitAsync("/xttm-lang-son/?utm_source=thu", ReadersVisits.Phone)).Counter().ShouldBe((2, 2, 2));
        (await portal.VisitAsync("/xttm-vinh-long/")).Counter().ShouldBe((1, 1, 1));
        (await portal.VisitAsync("/")).Counter().ShouldBe((1, 1, 1));

        (await portal.CountedAsync(PortalApp.LangSon)).ShouldBe([("", 24, 3, 2), ("/", 24, 2, 2), ("/thong-bao", 24, 1, 0)]);
        (await portal.CountedAsync(PortalApp.VinhLong)).ShouldBe([("", 24, 1, 1), ("/", 24, 1, 1)]);
        (await portal.VisitAsync("/xttm-lang-son/van-ban", ReadersVisits.Phone)).Counter().ShouldBe((2, 2, 2));
        (await portal.CountedAsync(PortalApp.LangSon)).ShouldContain(("", 24, 4, 2));
    }

    [Fact]
    public async Task The_counter_does_not_go_back_while_its_numbers_are_being_written()
    {
        await using var portal = await PortalApp.StartAsync();
        (await portal.VisitAsync("/xttm-lang-son/")).Counter().ShouldBe((1, 1, 1));
        Task writing;
        await using (var db = portal.OpenContext(PortalApp.VinhLong))
        {
            // Somebody else has the turn.
            await using var work = await db.BeginAsync(TestContext.Current.CancellationToken);
            writing = portal.Services.GetRequiredService<KeepVisitCounts>().RunAsync(TestContext.Current.CancellationToken);
            (await portal.VisitAsync("/xttm-lang-son/", ReadersVisits.Phone)).Counter().ShouldBe((2, 2, 2));
            writing.IsCompleted.ShouldBeFalse();
        }

        await writing;
        (await portal.ReportAsync("/xttm-lang-son/visits")).Counter().ShouldBe((2, 2, 2));
        (await portal.CountedAsync(PortalApp.LangSon)).ShouldBe([("", 24, 2, 2), ("/", 24, 2, 2)]);
    }

    [Fact]
    public async Task Who_pauses_is_offline_first_and_then_a_new_visit()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.VisitAsync("/xttm-lang-son/");

        portal.Clock.Advance(TimeSpan.FromMinutes(11));
        await portal.Services.GetRequiredService<TellReadersOnline>().RunAsync(TestContext.Current.CancellationToken);
        (await portal.ReportAsync("/xttm-lang-son/visits")).Counter().ShouldBe((0, 1, 1));
        (await portal.VisitAsync("/xttm-lang-son/thong-bao")).Counter().ShouldBe((1, 1, 1));

        portal.Clock.Advance(TimeSpan.FromMinutes(31));
        await portal.Services.GetRequiredService<TellReadersOnline>().RunAsync(TestContext.Current.CancellationToken);
        (await portal.VisitAsync("/xttm-lang-son/thong-bao")).Counter().ShouldBe((1, 2, 2));
        (await portal.CountedAsync(PortalApp.LangSon)).ShouldBe([("", 24, 3, 2), ("/", 24, 1, 1), ("/thong-bao", 24, 2, 1)]);
    }

    [Fact]
    public async Task At_midnight_in_Vietnam_another_day_begins_and_nobody_is_known_any_more()
    {
        await using var portal = await PortalApp.StartAsync();
        portal.Clock.Advance(TimeSpan.FromHours(13) + TimeSpan.FromMinutes(59));
        (await portal.VisitAsync("/xttm-lang-son/")).Counter().ShouldBe((1, 1, 1));

        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        await portal.Services.GetRequiredService<KeepVisitCounts>().RunAsync(TestContext.Current.CancellationToken);

        (await portal.VisitAsync("/xttm-lang-son/")).Counter().ShouldBe((1, 1, 2));
        (await portal.CountedAsync(PortalApp.LangSon)).ShouldBe([("", 24, 1, 1), ("", 25, 1, 1), ("/", 24, 1, 1), ("/", 25, 1, 1)]);
    }

    [Theory]
    [InlineData("User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")]
    [InlineData("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/130.0.0.0 Safari/537.36")]
    [InlineData("User-Agent", "curl/8.5.0")]
    [InlineData("Sec-Purpose", "prefetch;prerender")]
    public async Task Robots_and_what_is_loaded_ahead_get_the_numbers_and_are_not_counted(string header, string value)
    {
        await using var portal = await PortalApp.StartAsync();
        var page = await portal.Http.GetPageAsync("/xttm-lang-son/", (header, value));

        var answer = await portal.SendMarkAsync(page, (header, value));

        (answer.Status, answer.Counter()).ShouldBe((HttpStatusCode.OK, (0, 0, 0)));
        (await portal.CountedAsync(PortalApp.LangSon)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Those_who_are_signed_in_and_pages_without_their_script_are_not_counted()
    {
        await using var portal = await PortalApp.StartAsync();
        using var editor = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        var page = await editor.GetPageAsync("/xttm-lang-son/", ("User-Agent", Readers.Browser));
        var (to, mark) = page.Mark();

        var answer = await editor.SendPageAsync(new HttpRequestMessage(HttpMethod.Post, to) { Content = new StringContent(mark), Headers = { { "User-Agent", Readers.Browser } } });
        await portal.Http.SendPageAsync(new HttpRequestMessage(HttpMethod.Head, "/xttm-lang-son/thong-bao") { Headers = { { "User-Agent", Readers.Browser } } });
        await portal.Http.GetPageAsync("/xttm-lang-son/thong-bao", ("User-Agent", Readers.Browser));

        answer.Counter().ShouldBe((0, 0, 0));
        (await portal.CountedAsync(PortalApp.LangSon)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_stays_the_same_bytes_for_everybody_while_it_is_counted_from_the_cache()
    {
        await using var portal = await PortalApp.StartAsync();
        var first = await portal.Http.GetPageAsync("/xttm-lang-son/", ("User-Agent", Readers.Browser));
        (await portal.SendMarkAsync(first)).Counter().ShouldBe((1, 1, 1));
        await portal.CountedAsync(PortalApp.LangSon);

        using var other = portal.Client();
        var second = await other.GetPageAsync("/xttm-lang-son/", ("User-Agent", ReadersVisits.Phone));

        second.Body.ShouldBe(first.Body);
        Headers(second).ShouldBe(Headers(first));
        (await other.GetPageAsync("/xttm-lang-son/", ("If-None-Match", first.Response.Headers.ETag!.Tag))).Status.ShouldBe(HttpStatusCode.NotModified);
        var answer = await portal.SendMarkAsync(second, ("User-Agent", ReadersVisits.Phone));
        answer.Counter().ShouldBe((2, 2, 2));
        answer.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        new[] { first, second, answer }.ShouldAllBe(page => !page.Response.Headers.Contains("Set-Cookie"));
        // Rendered anew, as after a restart or on another node, it is still the same.
        portal.Clock.Advance(TimeSpan.FromSeconds(61));
        (await other.GetPageAsync("/xttm-lang-son/")).Mark().ShouldBe(first.Mark());

        static IEnumerable<string> Headers(Page page) => page.Response.Headers.Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
    }

    [Theory]
    [InlineData("/khong-co-trang-nay", HttpStatusCode.NotFound)]
    [InlineData("/tim-kiem?q=ho+so+cua+toi", HttpStatusCode.OK)]
    public async Task What_is_no_page_of_the_site_gets_the_numbers_alone(string path, HttpStatusCode status)
    {
        await using var portal = await PortalApp.StartAsync();
        var page = await portal.Http.GetPageAsync("/xttm-lang-son" + path, ("User-Agent", Readers.Browser));

        (page.Status, page.Mark().Mark).ShouldBe((status, ""));
        (await portal.SendMarkAsync(page)).Counter().ShouldBe((0, 0, 0));
        (await portal.CountedAsync(PortalApp.LangSon)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Made_up_addresses_other_origins_long_reports_and_floods_are_refused()
    {
        await using var portal = await PortalApp.StartAsync(new Dictionary<string, string?> { ["VisitLimits:PerAddress"] = "3" });
        var page = await portal.Http.GetPageAsync("/xttm-lang-son/thong-bao", ("User-Agent", Readers.Browser));
        var (to, mark) = page.Mark();
        var seal = mark.Split(' ')[0];

        foreach (var madeUp in new[] { $"{seal} /khong-co", $"{seal} /thong-bao/", $"{seal} ", seal, "/thong-bao", $" {mark}", "x /thong-bao", $"{mark}\0" })
        {
            (await portal.ReportAsync(to, madeUp)).Status.ShouldBe(HttpStatusCode.BadRequest, madeUp);
        }

        (await portal.ReportAsync("/xttm-vinh-long/visits", mark)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await portal.ReportAsync(to, mark, ("Sec-Fetch-Site", "cross-site"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await portal.ReportAsync(to, mark, ("Origin", "https://evil.example"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await portal.ReportAsync(to, mark + new string('a', 2048))).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await portal.Http.GetPageAsync(to)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.CountedAsync(PortalApp.LangSon)).ShouldBeEmpty();

        for (var time = 0; time < 3; time++)
        {
            (await portal.ReportAsync(to, mark, ("User-Agent", $"Mozilla/5.0 (Phone {time})"))).Status.ShouldBe(HttpStatusCode.OK);
        }

        (await portal.ReportAsync(to, mark)).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await portal.CountedAsync(PortalApp.LangSon)).ShouldBe([("", 24, 3, 3), ("/thong-bao", 24, 3, 3)]);
        (await portal.CountedAsync(PortalApp.VinhLong)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_nodes_add_up()
    {
        await using var portal = await PortalApp.StartAsync();
        var token = TestContext.Current.CancellationToken;
        var (site, today) = (portal.Site(PortalApp.LangSon)!.Id, new DateOnly(2026, 11, 24));
        var (visitors, counter) = (new Visitors(portal.Clock), new VisitCounter());
        var keep = ActivatorUtilities.CreateInstance<KeepVisitCounts>(portal.Services, counter, ActivatorUtilities.CreateInstance<SiteTotals>(portal.Services, visitors, counter));
        var tell = ActivatorUtilities.CreateInstance<TellReadersOnline>(portal.Services, visitors);
        foreach (var address in new[] { "203.0.113.1", "203.0.113.2" })
        {
            visitors.Meet(site, today, address, Readers.Browser).ShouldBeTrue();
            counter.Add(site, "/", today, new VisitNumbers(1, 1));
            counter.Add(site, VisitCount.WholeSite, today, new VisitNumbers(1, 1));
        }

        await Task.WhenAll(portal.VisitAsync("/xttm-lang-son/"), keep.RunAsync(token), tell.RunAsync(token));
        await Task.WhenAll(portal.CountedAsync(PortalApp.LangSon), keep.RunAsync(token));

        (await portal.VisitAsync("/xttm-lang-son/thong-bao")).Counter().ShouldBe((3, 3, 3));
        (await portal.CountedAsync(PortalApp.LangSon)).ShouldBe([("", 24, 4, 3), ("/", 24, 3, 3), ("/thong-bao", 24, 1, 0)]);
        (await portal.VisitAsync("/xttm-vinh-long/")).Counter().ShouldBe((1, 1, 1));

        // A node that says nothing any more is gone, and its row with the next that somebody writes.
        portal.Clock.Advance(TimeSpan.FromMinutes(4));
        await portal.CountedAsync(PortalApp.LangSon);
        (await portal.VisitAsync("/xttm-lang-son/")).Counter().ShouldBe((1, 3, 3));
        await portal.Services.GetRequiredService<TellReadersOnline>().RunAsync(token);
        (await portal.ReadAsync(PortalApp.LangSon, db => db.Set<OnlineCount>().Where(row => row.Node == visitors.Node).CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Pages_are_kept_for_400_days_and_the_site_as_a_whole_for_ever()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddVisitsAsync(PortalApp.LangSon, ("", 1000, 7, 5), ("/", 1000, 7, 5), ("/", 400, 1, 1), ("/", 399, 1, 1));
        await portal.AddVisitsAsync(PortalApp.VinhLong, ("/", 400, 1, 1));

        (await portal.VisitAsync("/xttm-lang-son/thong-bao")).Counter().ShouldBe((1, 1, 6));

        (await portal.CountedAsync(PortalApp.LangSon)).Select(row => (row.Path, row.Views)).ShouldBe([("", 7), ("", 1), ("/", 1), ("/thong-bao", 1)]);
        (await portal.CountedAsync(PortalApp.VinhLong)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_is_written_of_who_came()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.VisitAsync("/xttm-lang-son/");
        await portal.CountedAsync(PortalApp.LangSon);
        await portal.Services.GetRequiredService<TellReadersOnline>().RunAsync(TestContext.Current.CancellationToken);

        await using var db = portal.Services.GetRequiredService<IDbContextFactory<OrchardSite.Data.SiteDbContext>>().CreateDbContext();
        Columns<VisitCount>().ShouldBe(["Day", "Path", "TenantId", "Views", "Visits"], ignoreOrder: true);
        Columns<OnlineCount>().ShouldBe(["AtUtc", "Node", "Readers", "TenantId"], ignoreOrder: true);

        IEnumerable<string> Columns<TEntity>() => db.Model.FindEntityType(typeof(TEntity))!.GetProperties().Select(property => property.Name);
    }

    [Fact]
    public async Task A_site_without_the_feature_counts_nothing_and_shows_nothing()
    {
        await using var portal = await PortalApp.StartAsync();
        var (to, mark) = (await portal.Http.GetPageAsync("/xttm-lang-son/")).Mark();
        await portal.InTenantAsync(PortalApp.LangSon, services => services.GetRequiredService<SwitchFeatures>().RunAsync([], ["OrchardSite.Visits"], Sites.Administrator));

        var page = await portal.Http.GetPageAsync("/xttm-lang-son/");
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);

        (page.Document.QuerySelector("meta[name=visit]"), page.Document.QuerySelector("[data-visits]")).ShouldBe((null, null));
        (await portal.ReportAsync(to, mark)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await admin.GetPageAsync("/xttm-lang-son/Admin/Visits")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await admin.GetPageAsync("/xttm-lang-son/Admin")).Body.ShouldNotContain("Admin/Visits");
        (await portal.Http.GetPageAsync("/")).Document.QuerySelectorAll(".site-footer [data-visits][hidden] [data-count]").Length.ShouldBe(3);
    }

    [Fact]
    public async Task A_counter_in_a_zone_takes_the_place_of_the_one_at_the_foot()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.LangSon, ReadersVisits.CounterWidget("Thống kê truy cập", "Homepage"));

        var home = await portal.Http.GetPageAsync("/xttm-lang-son/");
        var other = await portal.Http.GetPageAsync("/xttm-lang-son/thong-bao");

        home.TextsOf("[data-visits] dt").ShouldBe(["Đang truy cập", "Hôm nay", "Tổng số lượt truy cập"]);
        home.TextOf(".column-side [data-visits] h2").ShouldBe("Thống kê truy cập");
        (home.Document.QuerySelectorAll(".site-footer [data-visits]").Length, other.Document.QuerySelectorAll(".site-footer [data-visits]").Length).ShouldBe((0, 1));
    }
}
