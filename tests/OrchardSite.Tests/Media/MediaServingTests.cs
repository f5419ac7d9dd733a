using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Media;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Recipes;

namespace OrchardSite.Tests.Media;

public sealed class MediaServingTests
{
    private const string Folder = "/xttm-lang-son/media/";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_that_a_recipe_brings_is_served_on_its_site_as_it_was()
    {
        await using var portal = await PortalApp.StartAsync();
        var content = Pictures.Svg("<rect width='10' height='20'/>");
        portal.WriteBeside("media/chợ.svg", content);

        await portal.RunAsync(RecipeFiles.Recipe("""{ "name": "media", "Files": [ { "SourcePath": "media/chợ.svg", "TargetPath": "hinh-anh/Chợ đêm.svg" } ] }"""));

        var file = await portal.FileAsync("hinh-anh/Chợ đêm.svg");
        var response = await portal.Http.GetAsync(Folder + "hinh-anh/Ch%E1%BB%A3%20%C4%91%C3%AAm.svg", Token);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsByteArrayAsync(Token)).ShouldBe(content);
        response.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe("image/svg+xml");
        response.Content.Headers.LastModified.ShouldBe(PortalApp.Morning);
        response.Headers.ETag.ShouldBe(new EntityTagHeaderValue($"\"{file.Sha256}\""));
        (file.Width, file.Height).ShouldBe((10, 20));
        (await portal.Http.GetPageAsync("/media/hinh-anh/Ch%E1%BB%A3%20%C4%91%C3%AAm.svg")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Http.GetPageAsync("/xttm-vinh-long/media/hinh-anh/Ch%E1%BB%A3%20%C4%91%C3%AAm.svg")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_sites_have_each_their_own_file_of_one_name()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.UploadAsync("thu.txt", "Lạng Sơn");
        await portal.UploadAsync("thu.txt", "Vĩnh Long", PortalApp.VinhLong);

        (await portal.Http.GetPageAsync(Folder + "thu.txt")).Body.ShouldBe("Lạng Sơn");
        (await portal.Http.GetPageAsync("/xttm-vinh-long/media/thu.txt")).Body.ShouldBe("Vĩnh Long");
        (await portal.Http.GetPageAsync("/media/thu.txt")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_browser_keeps_a_file_under_the_address_of_its_content_and_asks_again_under_any_other()
    {
        await using var portal = await PortalApp.StartAsync();
        var file = (await portal.UploadAsync("thu.txt", "Một")).Value;
        var current = $"{Folder}thu.txt?v={file.Sha256[..8]}";

        (await CacheControlAsync(portal, current)).ShouldBe("public, max-age=31536000, immutable");
        (await CacheControlAsync(portal, Folder + "thu.txt")).ShouldBe("public, max-age=300");

        await portal.UploadAsync("thu.txt", "Hai");
        (await CacheControlAsync(portal, current)).ShouldBe("public, max-age=300");
        (await portal.Http.GetPageAsync(current)).Body.ShouldBe("Hai");
    }

    [Fact]
    public async Task What_a_browser_has_is_not_sent_again_and_a_part_is_sent_when_it_asks_for_one()
    {
        await using var portal = await PortalApp.StartAsync();
        var file = (await portal.UploadAsync("thu.txt", "0123456789")).Value;
        var address = Folder + "thu.txt";

        var same = await portal.Http.GetPageAsync(address, ("If-None-Match", $"\"{file.Sha256}\""));
        (same.Status, same.Body).ShouldBe((HttpStatusCode.NotModified, ""));
        (await portal.Http.GetPageAsync(address, ("If-None-Match", "\"khac\""))).Status.ShouldBe(HttpStatusCode.OK);
        (await portal.Http.GetPageAsync(address, ("If-Modified-Since", PortalApp.Morning.ToString("R")))).Status.ShouldBe(HttpStatusCode.NotModified);

        var part = await portal.Http.GetPageAsync(address, ("Range", "bytes=2-4"));
        (part.Status, part.Body, part.Response.Content.Headers.ContentRange?.ToString()).ShouldBe((HttpStatusCode.PartialContent, "234", "bytes 2-4/10"));
        (await portal.Http.GetPageAsync(address, ("Range", "bytes=50-"))).Status.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        (await portal.Http.GetPageAsync(address, ("Range", "bytes=2-4"), ("If-Range", "\"khac\""))).Body.ShouldBe("0123456789");

        var head = await portal.Http.SendPageAsync(new HttpRequestMessage(HttpMethod.Head, address));
        (head.Status, head.Body, head.Response.Content.Headers.ContentLength).ShouldBe((HttpStatusCode.OK, "", 10));
    }

    [Fact]
    public async Task A_file_opened_by_itself_has_no_power_over_the_site()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.UploadAsync("ve.svg", Pictures.Svg(""));
        await portal.UploadAsync("Báo cáo.docx", Pictures.Package("word/document.xml"));
        await portal.UploadAsync("Công văn.pdf", "%PDF-1.7");
        await portal.UploadAsync("trang.txt", "<script>alert(1)</script>");

        foreach (var (path, disposition, isPowerless) in new[] { ("ve.svg", null, true), ("Báo cáo.docx", "attachment", true), ("Công văn.pdf", "inline", false), ("trang.txt", "attachment", true) })
        {
            var response = await portal.Http.GetAsync(Folder + Uri.EscapeDataString(path), Token);

            response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            var policy = response.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
            (policy == "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox").ShouldBe(isPowerless, path);
            response.Content.Headers.ContentDisposition?.DispositionType.ShouldBe(disposition, path);
            response.Content.Headers.ContentDisposition?.FileNameStar.ShouldBe(path);
        }
    }

    [Theory]
    [InlineData("/media/../../orchardsite.db")]
    [InlineData("/media/%2e%2e/%2e%2e/orchardsite.db")]
    [InlineData("/media/..%2f..%2forchardsite.db")]
    [InlineData("/media/..%5c..%5corchardsite.db")]
    [InlineData("/media/thu/../../thu/ghi-chu.txt")]
    [InlineData("/media/thu//ghi-chu.txt")]
    [InlineData("/media//etc/hostname")]
    [InlineData("/media/%2Fetc%2Fhostname")]
    [InlineData("/media/")]
    [InlineData("/media")]
    [InlineData("/media/thu")]
    [InlineData("/media/thu/")]
    [InlineData("/media/THU/ghi-chu.txt")]
    [InlineData("/media/thu/ghi-chu.txt.")]
    [InlineData("/media/thu/ghi-chu.txt%20")]
    [InlineData("/media/thu/ghi-chu.txt::$DATA")]
    [InlineData("/media/CON.txt")]
    [InlineData("/media/thu/ghi-chu.exe")]
    [InlineData("/media/thu/ghi-chu%E2%80%8B.txt")]
    [InlineData("/media/thu/ghi-chu.txt?width=100")]
    public async Task What_is_no_path_of_a_file_of_the_site_is_not_found(string path)
    {
        await using var portal = await PortalApp.StartAsync();
        (await portal.UploadAsync("thu/ghi-chu.txt", "Ghi chú")).Succeeded.ShouldBeTrue();
        (await portal.GetExactlyAsync("/xttm-lang-son/media/thu/ghi-chu.txt")).Body.ShouldBe("Ghi chú");

        (await portal.GetExactlyAsync("/xttm-lang-son" + path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_bytes_are_reached_by_a_path_of_the_site_and_by_no_hash()
    {
        await using var portal = await PortalApp.StartAsync();
        var file = (await portal.UploadAsync("thu.txt", "Một")).Value;
        File.Exists(portal.Services.GetRequiredService<MediaStore>().FileOf(file.Sha256)).ShouldBeTrue();

        (await portal.Http.GetPageAsync(Folder + file.Sha256)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Http.GetPageAsync($"{Folder}{file.Sha256[..2]}/{file.Sha256}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_file_that_is_gone_from_the_disk_is_not_found()
    {
        await using var portal = await PortalApp.StartAsync();
        var file = (await portal.UploadAsync("thu.txt", "Một")).Value;

        File.Delete(portal.Services.GetRequiredService<MediaStore>().FileOf(file.Sha256));

        (await portal.Http.GetPageAsync(Folder + "thu.txt")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.UploadAsync("lai.txt", "Một")).Succeeded.ShouldBeTrue();
        (await portal.Http.GetPageAsync(Folder + "thu.txt")).Body.ShouldBe("Một");
    }

    private static async Task<string?> CacheControlAsync(PortalApp portal, string address) =>
        (await portal.Http.GetPageAsync(address)).Response.Headers.GetValues("Cache-Control").Single();
}
