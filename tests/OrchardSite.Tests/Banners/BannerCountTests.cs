using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Banners.Statistics;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;

namespace OrchardSite.Tests.Banners;

public sealed class BannerCountTests
{
    [Fact]
    public async Task What_was_seen_and_followed_is_counted_for_the_day_on_its_own_site_alone()
    {
        await using var portal = await PortalApp.StartAsync();
        var one = (await portal.AddAsync(PortalApp.LangSon, Samples.Banner("Hội chợ Xuân"))).ContentItemId;
        var other = (await portal.AddAsync(PortalApp.LangSon, Samples.Banner("Hàng Việt"))).ContentItemId;
        var elsewhere = (await portal.AddAsync(PortalApp.VinhLong, Samples.Banner("Trái cây"))).ContentItemId;

        (await portal.ReportAsync("/xttm-lang-son/banners/seen", $"{one} {other} {one} {elsewhere} 00000000000000000000000000 <script>")).Status.ShouldBe(HttpStatusCode.NoContent);
        await portal.ReportAsync("/xttm-lang-son/banners/seen", one);
        (await portal.FollowAsync($"/xttm-lang-son/banners/{one}/click")).Location().ShouldBe("/xttm-lang-son/thong-bao");
        (await portal.ReportAsync($"/xttm-lang-son/banners/{other}/click")).Status.ShouldBe(HttpStatusCode.NoContent);

        (await portal.NumbersAsync(PortalApp.LangSon, one)).ShouldBe((2, 1));
        (await portal.NumbersAsync(PortalApp.LangSon, other)).ShouldBe((1, 1));
        (await portal.NumbersAsync(PortalApp.VinhLong, elsewhere)).ShouldBe((0, 0));

        portal.Clock.Advance(TimeSpan.FromHours(14));
        await portal.ReportAsync("/xttm-lang-son/banners/seen", one);
        await portal.NumbersAsync(PortalApp.LangSon, one);
        var days = await portal.ReadAsync(PortalApp.LangSon, db => db.Set<BannerCount>().Where(row => row.ItemId == one).OrderBy(row => row.Day).Select(row => new { row.Day, row.Views }).ToListAsync());
        days.Select(day => (day.Day, day.Views)).ShouldBe([(new DateOnly(2026, 11, 24), 2), (new DateOnly(2026, 11, 25), 1)]);
    }

    [Theory]
    [InlineData("User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")]
    [InlineData("User-Agent", "curl/8.5.0")]
    [InlineData("Sec-Purpose", "prefetch;prerender")]
    public async Task What_no_reader_asks_for_leads_on_and_is_not_counted(string header, string value)
    {
        await using var portal = await PortalApp.StartAsync();
        var id = (await portal.AddAsync(PortalApp.LangSon, Samples.Banner())).ContentItemId;

        (await portal.FollowAsync($"/xttm-lang-son/banners/{id}/click", null, (header, value))).Location().ShouldBe("/xttm-lang-son/thong-bao");
        (await portal.ReportAsync("/xttm-lang-son/banners/seen", id, (header, value))).Status.ShouldBe(HttpStatusCode.NoContent);
        (await portal.FollowAsync($"/xttm-lang-son/banners/{id}/click", HttpMethod.Head)).Status.ShouldBe(HttpStatusCode.Found);
        using var editor = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        (await editor.GetPageAsync($"/xttm-lang-son/banners/{id}/click", ("User-Agent", Readers.Browser))).Status.ShouldBe(HttpStatusCode.Found);

        (await portal.NumbersAsync(PortalApp.LangSon, id)).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_click_leads_to_the_address_of_a_published_banner_of_the_site_and_nowhere_else()
    {
        await using var portal = await PortalApp.StartAsync();
        var outside = (await portal.AddAsync(PortalApp.LangSon, Samples.Banner().Set("Banner", "Link", new { Url = "https://hoi-cho.example/chuyên-mục?b=1" }))).ContentItemId;
        var draft = (await portal.SaveAsync(PortalApp.LangSon, Samples.Banner())).Value.ContentItemId;

        var answer = await portal.FollowAsync($"/xttm-lang-son/banners/{outside}/click?url=https://evil.example");
        answer.Location().ShouldBe("https://hoi-cho.example/chuy%C3%AAn-m%E1%BB%A5c?b=1");
        (answer.Response.Headers.CacheControl!.NoStore, answer.Response.Headers.GetValues("X-Robots-Tag").Single()).ShouldBe((true, "noindex, nofollow"));
        (await portal.FollowAsync($"/xttm-vinh-long/banners/{outside}/click")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.FollowAsync($"/xttm-lang-son/banners/{draft}/click")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.FollowAsync("/xttm-lang-son/banners/evil.example/click")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_not_shown_now_is_not_counted_and_one_that_has_just_ended_still_leads_on()
    {
        await using var portal = await PortalApp.StartAsync();
        var item = Samples.Banner().Set("Banner", "StartAt", new { Value = "2026-11-24T04:00:00Z" }).Set("Banner", "EndAt", new { Value = "2026-11-24T06:00:00Z" });
        var id = (await portal.AddAsync(PortalApp.LangSon, item)).ContentItemId;

        await portal.ReportAsync("/xttm-lang-son/banners/seen", id);
        (await portal.NumbersAsync(PortalApp.LangSon, id)).ShouldBe((0, 0));
        portal.Clock.Advance(TimeSpan.FromHours(2));
        await portal.ReportAsync("/xttm-lang-son/banners/seen", id);
        (await portal.NumbersAsync(PortalApp.LangSon, id)).ShouldBe((1, 0));
        portal.Clock.Advance(TimeSpan.FromHours(2));
        (await portal.FollowAsync($"/xttm-lang-son/banners/{id}/click")).Status.ShouldBe(HttpStatusCode.Found);
        (await portal.NumbersAsync(PortalApp.LangSon, id)).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Reports_of_other_sites_long_ones_and_too_many_are_refused()
    {
        await using var portal = await PortalApp.StartAsync(new Dictionary<string, string?> { ["BannerLimits:PerAddress"] = "3" });
        var id = (await portal.AddAsync(PortalApp.LangSon, Samples.Banner())).ContentItemId;

        (await portal.ReportAsync("/xttm-lang-son/banners/seen", id, ("Sec-Fetch-Site", "cross-site"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await portal.ReportAsync($"/xttm-lang-son/banners/{id}/click", "", ("Origin", "https://evil.example"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await portal.ReportAsync("/xttm-lang-son/banners/seen", new string('a', 1025))).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        for (var time = 0; time < 3; time++)
        {
            (await portal.ReportAsync("/xttm-lang-son/banners/seen", id)).Status.ShouldBe(HttpStatusCode.NoContent);
        }

        (await portal.ReportAsync("/xttm-lang-son/banners/seen", id)).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await portal.FollowAsync($"/xttm-lang-son/banners/{id}/click")).Status.ShouldBe(HttpStatusCode.Found);
        (await portal.NumbersAsync(PortalApp.LangSon, id)).ShouldBe((3, 0));
    }

    [Fact]
    public async Task The_page_stays_the_same_bytes_for_everybody_while_its_banners_are_counted()
    {
        await using var portal = await PortalApp.StartAsync();
        var first = await portal.Http.GetPageAsync("/xttm-lang-son/", ("User-Agent", Readers.Browser));
        var id = first.Document.QuerySelector("[data-banner]")!.GetAttribute("data-banner")!;
        await portal.ReportAsync("/xttm-lang-son/banners/seen", id);
        await portal.FollowAsync($"/xttm-lang-son/banners/{id}/click");
        await portal.NumbersAsync(PortalApp.LangSon, id);

        using var other = portal.Client();
        var second = await other.GetPageAsync("/xttm-lang-son/", ("User-Agent", "Mozilla/5.0 (iPhone)"));

        second.Body.ShouldBe(first.Body);
        Headers(second).ShouldBe(Headers(first));
        first.Response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await other.GetPageAsync("/xttm-lang-son/", ("If-None-Match", first.Response.Headers.ETag!.Tag))).Status.ShouldBe(HttpStatusCode.NotModified);
        first.Document.QuerySelector("[data-seen]")!.GetAttribute("data-seen").ShouldBe("/xttm-lang-son/banners/seen");

        static IEnumerable<string> Headers(Page page) => page.Response.Headers.Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
    }

    [Fact]
    public async Task A_site_without_the_feature_counts_nothing()
    {
        await using var portal = await PortalApp.StartAsync();
        var id = (await portal.AddAsync(PortalApp.LangSon, Samples.Banner())).ContentItemId;
        await portal.InTenantAsync(PortalApp.LangSon, services => services.GetRequiredService<OrchardSite.Tenants.SwitchFeatures>()
            .RunAsync([], ["OrchardSite.Banners"], OrchardSite.Tests.Tenants.Sites.Administrator));

        (await portal.ReportAsync("/xttm-lang-son/banners/seen", id)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.FollowAsync($"/xttm-lang-son/banners/{id}/click")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
