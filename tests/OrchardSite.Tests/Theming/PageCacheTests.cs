using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Tests.Hosting;
using OrchardSite.Theming.PageCache;
using OrchardSite.Users;

namespace OrchardSite.Tests.Theming;

public sealed class PageCacheTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/xttm-vinh-long/xuc-tien?pagenum=1")]
    [InlineData("/rss.xml")]
    [InlineData("/sitemap.xml")]
    [InlineData("/_theme/portal.css")]
    public async Task A_browser_that_has_the_page_gets_no_body(string path)
    {
        await using var portal = await PortalApp.StartAsync();
        var first = await portal.Http.GetPageAsync(path);

        var again = await portal.Http.GetPageAsync(path, ("If-None-Match", first.Response.Headers.ETag!.ToString()));
        var weak = await portal.Http.GetPageAsync(path, ("If-None-Match", $"\"khac\", W/{first.Response.Headers.ETag}"));
        var other = await portal.Http.GetPageAsync(path, ("If-None-Match", "\"khac\""));

        again.Status.ShouldBe(HttpStatusCode.NotModified);
        again.Body.ShouldBeEmpty();
        weak.Status.ShouldBe(HttpStatusCode.NotModified);
        other.Body.ShouldBe(first.Body);
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip, deflate, br;q=0.5", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("GZip;q=1.0, br;q=0", "gzip")]
    [InlineData("gzip; q=0.000, br; q=0.0", null)]
    [InlineData("deflate, brotli, x-gzip", null)]
    [InlineData("identity", null)]
    public async Task A_page_is_compressed_as_the_browser_accepts_it(string accept, string? encoding)
    {
        await using var portal = await PortalApp.StartAsync();
        var plain = await portal.Http.GetPageAsync("/");

        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accept);
        using var response = await portal.Http.SendAsync(request, TestContext.Current.CancellationToken);

        response.Content.Headers.ContentEncoding.SingleOrDefault().ShouldBe(encoding);
        response.Headers.Vary.ShouldContain("Accept-Encoding");
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        bytes.Length.ShouldBe((int)response.Content.Headers.ContentLength!);
        Decompress(bytes, encoding).ShouldBe(plain.Body);
        if (encoding is not null)
        {
            bytes.Length.ShouldBeLessThan(plain.Body.Length / 3);
        }
    }

    [Fact]
    public async Task A_head_request_has_the_headers_of_the_page_without_it()
    {
        await using var portal = await PortalApp.StartAsync();

        foreach (var path in new[] { "/", "/van-ban", "/khong-co-trang-nay" })
        {
            var head = await portal.Http.SendPageAsync(new HttpRequestMessage(HttpMethod.Head, path));
            var page = await portal.Http.GetPageAsync(path);

            head.Status.ShouldBe(page.Status, path);
            head.Body.ShouldBeEmpty(path);
            head.Response.Content.Headers.ContentLength.ShouldBe(page.Response.Content.Headers.ContentLength, path);
            head.Response.Headers.ETag.ShouldBe(page.Response.Headers.ETag, path);
        }
    }

    [Fact]
    public async Task A_page_is_rendered_once_for_all_who_ask_for_it_at_the_same_time()
    {
        var renderings = new CountingZone.Count { Delay = TimeSpan.FromMilliseconds(300) };
        await using var portal = await PortalApp.StartAsync(services: services => CountingZone.Add(services, renderings));

        var pages = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => portal.Http.GetPageAsync("/xttm-lang-son/")));

        pages.ShouldAllBe(page => page.Status == HttpStatusCode.OK);
        pages.Select(page => page.Body).Distinct().Count().ShouldBe(1);
        renderings.Of("/").ShouldBe(1);
    }

    [Fact]
    public async Task What_cannot_be_kept_is_still_answered_to_all_who_ask_for_it_at_the_same_time()
    {
        await using var portal = await PortalApp.StartAsync();

        var pages = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => portal.Http.GetPageAsync("/khong-co-trang-nay")));

        pages.ShouldAllBe(page => page.Status == HttpStatusCode.NotFound && page.Body.Contains("Không tìm thấy trang"));
    }

    [Fact]
    public async Task A_made_up_query_gets_the_page_but_no_place_in_the_cache()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.Http.GetPageAsync("/tin-tuc-su-kien?pagenum=2");
        var cache = portal.Services.GetRequiredService<AnonymousPages>();
        var size = cache.Size;

        for (var number = 1; number <= 100; number++)
        {
            (await portal.Http.GetPageAsync($"/?x={number}")).Status.ShouldBe(HttpStatusCode.OK);
            (await portal.Http.GetPageAsync($"/tin-tuc-su-kien?pagenum=2&x={number}")).Status.ShouldBe(HttpStatusCode.OK);
        }

        foreach (var hostile in new[] { "?", "?=", "?&&&", "?pagenum=2&", "?%70agenum=2", "?PAGENUM=2", "?a=%F0%28%8C%28", "?" + new string('a', 4000) })
        {
            (await portal.Http.GetPageAsync("/tin-tuc-su-kien" + hostile)).Status.ShouldBe(HttpStatusCode.OK, hostile);
        }

        foreach (var address in new[] { "/VAN-BAN", "/van-ban/", "/Sitemap.xml", "/tin-tuc-su-kien/RSS.xml", "/So-Do-Trang", "/_Theme/Colors.css" })
        {
            (await portal.Http.GetPageAsync(address)).Status.ShouldBe(HttpStatusCode.OK, address);
        }

        (await portal.Http.GetPageAsync("/sitemap-01.xml")).Status.ShouldBe(HttpStatusCode.NotFound);
        cache.Size.ShouldBe(size);
    }

    [Fact]
    public async Task The_query_that_chooses_the_page_has_its_place_in_the_cache()
    {
        var renderings = new CountingZone.Count();
        await using var portal = await PortalApp.StartAsync(services: services => CountingZone.Add(services, renderings));

        foreach (var query in new[] { "?pagenum=2", "?type=CV&year=2026", "?type=Q%C4%90" })
        {
            var path = query[1] == 'p' ? "/tin-tuc-su-kien" : "/van-ban";
            var before = renderings.Of(path);
            var first = await portal.Http.GetPageAsync(path + query);
            (await portal.Http.GetPageAsync(path + query)).Body.ShouldBe(first.Body);
            renderings.Of(path).ShouldBe(before + 1, query);
        }
    }

    [Fact]
    public async Task Who_may_be_signed_in_gets_a_page_of_their_own()
    {
        var renderings = new CountingZone.Count();
        await using var portal = await PortalApp.StartAsync(services: services => CountingZone.Add(services, renderings));
        await portal.Http.GetPageAsync("/van-ban");

        var page = await portal.Http.GetPageAsync("/van-ban", ("Cookie", $"{OrchardSiteCookie.Name}=CfDJ8"));

        page.Status.ShouldBe(HttpStatusCode.OK);
        renderings.Of("/van-ban").ShouldBe(2);
        await portal.Http.GetPageAsync("/van-ban", ("Cookie", "khac=1"));
        renderings.Of("/van-ban").ShouldBe(2);
    }

    [Fact]
    public async Task A_page_is_kept_apart_by_the_host_it_was_asked_at()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.Http.GetPageAsync("/");

        var other = await portal.Http.GetPageAsync("/", ("Host", "cong-thuong.example"));

        other.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldBe("http://cong-thuong.example/");
        (await portal.Http.GetPageAsync("/")).Body.ShouldNotContain("cong-thuong.example/");
    }

    [Fact]
    public async Task The_cache_can_be_switched_off()
    {
        var renderings = new CountingZone.Count();
        await using var portal = await PortalApp.StartAsync(
            new Dictionary<string, string?> { ["PageCache:Enabled"] = "false" }, services => CountingZone.Add(services, renderings));

        await portal.Http.GetPageAsync("/");
        await portal.Http.GetPageAsync("/");

        renderings.Of("/").ShouldBe(2);
    }

    private static string Decompress(byte[] bytes, string? encoding)
    {
        using var stream = new MemoryStream(bytes);
        using Stream body = encoding switch
        {
            "br" => new BrotliStream(stream, CompressionMode.Decompress),
            "gzip" => new GZipStream(stream, CompressionMode.Decompress),
            _ => stream,
        };
        using var reader = new StreamReader(body);
        return reader.ReadToEnd();
    }
}
