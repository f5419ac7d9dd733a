using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using NetVips;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Recipes;

namespace OrchardSite.Tests.Media;

public sealed class SizedPictureTests
{
    private const string Picture = "thu/Chợ đêm.jpg";

    [Fact]
    public async Task A_template_gets_pictures_upright_in_its_sizes_without_what_the_camera_says()
    {
        await using var portal = await PortalApp.StartAsync();
        var photograph = Pictures.Photograph(1200, 900);
        HasCameraNote(photograph).ShouldBeTrue();
        // It lies on its side: upright it is 900 wide and 1200 high.
        (await portal.UploadAsync(Picture, photograph)).Value.Width.ShouldBe(900);

        var page = await PublishArticleAsync(portal);

        var sizes = await Task.WhenAll(AddressesOf(page, "article img").Distinct().Select(address => ReadAsync(portal, address)));
        // Asked for at 480, 960 and 1600; never larger than the original.
        sizes.Select(size => (size.Width, size.Height)).Distinct().ShouldBe([(480, 640), (900, 1200)], ignoreOrder: true);
        sizes.ShouldAllBe(size => size.Loader == "webpload_buffer" && !size.HasCameraNote);
        var cut = await ReadAsync(portal, new Uri(page.Document.QuerySelector("meta[property='og:image']").ShouldNotBeNull().GetAttribute("content")!).PathAndQuery);
        // Cut to the form of 1200 x 630.
        (cut.Width, cut.Height).ShouldBe((900, 472));
    }

    [Fact]
    public async Task A_sized_picture_is_kept_for_good_and_not_sent_twice()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.UploadAsync(Picture, Pictures.Jpeg(1200, 900));
        var address = AddressesOf(await PublishArticleAsync(portal), "article img").First();

        var first = await portal.Http.GetPageAsync(address);

        first.Response.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe("image/webp");
        first.Response.Headers.GetValues("Cache-Control").Single().ShouldBe("public, max-age=31536000, immutable");
        (await portal.Http.GetPageAsync(address, ("If-None-Match", first.Response.Headers.ETag!.ToString()))).Status.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Nobody_but_the_sites_templates_chooses_a_size()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.UploadAsync(Picture, Pictures.Jpeg(1200, 900));
        await portal.UploadAsync("thu/khac.jpg", Pictures.Jpeg(1200, 900));
        await portal.UploadAsync("thu/ve.svg", Pictures.Svg(""));
        var address = AddressesOf(await PublishArticleAsync(portal), "article img").First(address => address.Contains("width=480", StringComparison.Ordinal));
        var query = address[address.IndexOf('?')..];
        (await portal.Http.GetPageAsync(address)).Status.ShouldBe(HttpStatusCode.OK);

        string[] forged =
        [
            address[..address.IndexOf("&token=", StringComparison.Ordinal)],
            address.Replace("width=480", "width=481"),
            address.Replace("width=480", "width=480&height=10"),
            address.Replace("width=480", "width=-1"),
            address.Replace("width=480", "width=480&width=4000"),
            address.Replace("format=webp", "format=png"),
            address.Replace("format=webp", "format=tiff"),
            address.Replace("rmode=max", "rmode=crop"),
            Regex.Replace(address, "v=[0-9a-f]{8}", "v=00000000"),
            address + "A",
            address[..^1] + (address[^1] == 'A' ? 'B' : 'A'),
            "/xttm-lang-son/media/thu/khac.jpg" + query,
            "/xttm-lang-son/media/thu/ve.svg" + query,
            "/xttm-vinh-long" + address["/xttm-lang-son".Length..],
        ];
        foreach (var wrong in forged)
        {
            wrong.ShouldNotBe(address);
            (await portal.Http.GetPageAsync(wrong)).Status.ShouldBe(HttpStatusCode.NotFound, wrong);
        }
    }

    [Fact]
    public async Task A_picture_that_is_replaced_gets_new_addresses_on_the_pages_that_show_it()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.UploadAsync(Picture, Pictures.Jpeg(1200, 900));
        var before = AddressesOf(await PublishArticleAsync(portal), "article img").First();

        await portal.UploadAsync(Picture, Pictures.Jpeg(600, 300));

        var after = AddressesOf(await portal.Http.GetPageAsync("/xttm-lang-son/bai-thu"), "article img").First(address => address.Contains("width=480", StringComparison.Ordinal));
        after.ShouldNotBe(before);
        var size = await ReadAsync(portal, after);
        (size.Width, size.Height).ShouldBe((480, 240));
    }

    [Fact]
    public async Task A_damaged_picture_is_told_apart_from_one_that_is_not_there()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.UploadAsync(Picture, Pictures.Jpeg(1200, 900)[..2000]);
        var address = AddressesOf(await PublishArticleAsync(portal), "article img").First();

        (await portal.Http.GetPageAsync(address)).Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await portal.Http.GetPageAsync(address)).Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    private static async Task<Page> PublishArticleAsync(PortalApp portal)
    {
        await portal.RunAsync(RecipeFiles.Recipe($$"""
            { "name": "content", "data": [ {
              "ContentItemId": "thubaiviet0000000000000001", "ContentType": "Article", "DisplayText": "Bài thử nghiệm ảnh", "Latest": true, "Published": true,
              "CreatedUtc": "2026-11-01T01:00:00Z", "ModifiedUtc": "2026-11-01T01:00:00Z", "PublishedUtc": "2026-11-01T01:00:00Z",
              "TitlePart": { "Title": "Bài thử nghiệm ảnh" }, "AutoroutePart": { "Path": "bai-thu" }, "HtmlBodyPart": { "Html": "<p>Nội dung</p>" },
              "Article": {
                "Sapo": { "Text": "Trích dẫn" }, "Category": { "TaxonomyContentItemId": "portalcategories0000000000", "TermContentItemIds": [ "termthongbao00000000000000" ] },
                "Image": { "Paths": [ "{{Picture}}" ], "MediaTexts": [ "Chợ đêm" ] }, "Author": { "Text": "Văn phòng" }, "SourceKind": { "Text": "TuViet" } } } ] }
            """));
        var page = await portal.Http.GetPageAsync("/xttm-lang-son/bai-thu");
        page.Status.ShouldBe(HttpStatusCode.OK);
        return page;
    }

    // Of src and srcset, as addresses inside the portal.
    private static IEnumerable<string> AddressesOf(Page page, string selector) => page.Document.QuerySelectorAll(selector)
        .SelectMany(image => (image.GetAttribute("srcset") ?? "").Split(',').Select(part => part.Trim().Split(' ')[0]).Append(image.GetAttribute("src")!))
        .Where(address => address.Contains("/media/thu/", StringComparison.Ordinal) && address.Contains("width=", StringComparison.Ordinal));

    private static async Task<(int Width, int Height, string Loader, bool HasCameraNote)> ReadAsync(PortalApp portal, string address)
    {
        var bytes = await portal.Http.GetByteArrayAsync(address, TestContext.Current.CancellationToken);
        using var picture = Image.NewFromBuffer(bytes);
        return (picture.Width, picture.Height, (string)picture.Get("vips-loader"), picture.Contains("exif-data") || HasCameraNote(bytes));
    }

    private static bool HasCameraNote(byte[] picture) => picture.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Pictures.CameraNote)) >= 0;
}
