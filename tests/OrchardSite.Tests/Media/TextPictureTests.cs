using System.Net;
using System.Text.Json.Nodes;
using NetVips;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Media;

public sealed class TextPictureTests
{
    private const string Address = "/xttm-lang-son/media/hinh-anh/Ch%E1%BB%A3%20%C4%91%C3%AAm.jpg";

    [Fact]
    public async Task Pictures_in_a_text_come_in_the_sizes_that_screens_need_and_follow_the_file()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.UploadAsync("hinh-anh/Chợ đêm.jpg", Pictures.Jpeg(1200, 900));

        var picture = await PictureAsync(portal, $"<img src=\"{Address}\" alt=\"Chợ đêm\">");

        picture.GetAttribute("alt").ShouldBe("Chợ đêm");
        (picture.GetAttribute("width"), picture.GetAttribute("height"), picture.GetAttribute("loading")).ShouldBe(("1200", "900", "lazy"));
        var sizes = picture.GetAttribute("srcset")!.Split(", ").Select(part => part.Split(' ')).ToDictionary(part => part[1], part => part[0]);
        sizes.Keys.ShouldBe(["480w", "960w", "1200w"]);
        foreach (var (width, address) in sizes)
        {
            using var sized = Image.NewFromBuffer(await portal.Http.GetByteArrayAsync(address, TestContext.Current.CancellationToken));
            $"{sized.Width}w".ShouldBe(width);
        }

        await portal.UploadAsync("hinh-anh/Chợ đêm.jpg", Pictures.Jpeg(300, 200));
        var replaced = (await ReadAsync(portal)).Document.QuerySelector(".prose img")!;
        (replaced.GetAttribute("width"), replaced.GetAttribute("srcset")).ShouldBe(("300", null));
        (await portal.Http.GetPageAsync(replaced.GetAttribute("src")!)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("<img src=\"https://example.vn/media/a.jpg\" alt=\"a\">")]
    [InlineData("<img src=\"//example.vn/media/a.jpg\" alt=\"a\">")]
    [InlineData("<img src=\"/xttm-lang-son/media/khong-co.jpg\" alt=\"a\">")]
    [InlineData("<img src=\"/xttm-lang-son/media/../a.jpg\" alt=\"a\">")]
    [InlineData("<a href=\"/xttm-lang-son/media/hinh-anh/hoa-hoi.svg\">a</a>")]
    public async Task What_is_no_picture_of_the_library_stays_as_it_is(string html)
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.UploadAsync("khong-co.jpg", Pictures.Jpeg(9, 9), PortalApp.VinhLong);

        await AddAsync(portal, html);

        (await ReadAsync(portal)).Document.QuerySelector(".prose")!.InnerHtml.ShouldContain(html);
    }

    [Fact]
    public async Task A_size_that_the_text_gives_is_kept()
    {
        await using var portal = await PortalApp.StartAsync();

        var picture = await PictureAsync(portal, "<img src=\"/media/hinh-anh/hoa-hoi.svg\" alt=\"Hoa hồi\" width=\"40\">");

        picture.GetAttribute("src").ShouldNotBeNull().ShouldStartWith("/xttm-lang-son/media/hinh-anh/hoa-hoi.svg?v=");
        (picture.GetAttribute("width"), picture.GetAttribute("height")).ShouldBe(("40", null));
    }

    private static async Task<AngleSharp.Dom.IElement> PictureAsync(PortalApp portal, string html)
    {
        await AddAsync(portal, html);
        return (await ReadAsync(portal)).Document.QuerySelector(".prose img").ShouldNotBeNull();
    }

    private static Task AddAsync(PortalApp portal, string html)
    {
        var item = Samples.Article("Chợ đêm Kỳ Lừa");
        item["AutoroutePart"] = new JsonObject { ["Path"] = "cho-dem-ky-lua" };
        item["HtmlBodyPart"]!["Html"] = html;
        return portal.AddAsync(PortalApp.LangSon, item);
    }

    private static Task<Page> ReadAsync(PortalApp portal) => portal.Http.GetPageAsync("/xttm-lang-son/cho-dem-ky-lua");
}
