using System.Text;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Media;

public sealed class MediaContentTests
{
    private const string Deceptive = "The content of {0} is not what its name says.";
    private const string Active = "A drawing may contain no scripts and nothing from elsewhere, but this one has: {0}";

    public static TheoryData<string, string> HonestFiles => new()
    {
        { "a.png", "image/png" }, { "a.jpg", "image/jpeg" }, { "A.JPEG", "image/jpeg" }, { "a.webp", "image/webp" }, { "a.gif", "image/gif" },
        { "a.pdf", "application/pdf" }, { "a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
        { "a.ods", "application/vnd.oasis.opendocument.spreadsheet" }, { "a.zip", "application/zip" }, { "a.csv", "text/csv; charset=utf-8" },
        { "a.doc", "application/msword" }, { "a.mp4", "video/mp4" },
    };

    /// <summary>A name, and what the file really is.</summary>
    public static TheoryData<string, string> DeceptiveFiles => new()
    {
        { "a.png", "exe" }, { "a.jpg", "html" }, { "a.png", "gif" }, { "a.gif", "png" }, { "a.webp", "riff" }, { "a.gif", "gif-script" }, { "a.jpg", "jpg-head" },
        { "a.pdf", "html" }, { "a.pdf", "pdf-later" }, { "a.docx", "zip" }, { "a.docx", "xlsx" }, { "a.docx", "zip-head" }, { "a.txt", "exe" }, { "a.csv", "png" },
        { "a.svg", "html" }, { "a.svg", "png" }, { "a.svg", "xml" }, { "a.svg", "broken" }, { "a.svg", "utf-7" }, { "a.svg", "utf-16" }, { "a.svg", "bomb" },
        { "a.mp4", "exe" }, { "a.7z", "zip" },
    };

    [Theory]
    [MemberData(nameof(HonestFiles))]
    public async Task A_file_is_taken_in_for_what_its_bytes_are(string path, string contentType)
    {
        await using var portal = await PortalApp.StartAsync();

        (await portal.UploadAsync(path, Honest(Path.GetExtension(path).ToLowerInvariant()))).Value.ContentType.ShouldBe(contentType);

        (await portal.Http.GetPageAsync($"/xttm-lang-son/media/{path}")).Response.Content.Headers.ContentType.ShouldNotBeNull().ToString().ShouldBe(contentType);
    }

    [Theory]
    [MemberData(nameof(DeceptiveFiles))]
    public async Task A_file_that_is_not_what_its_name_says_is_refused(string path, string kind)
    {
        await using var portal = await PortalApp.StartAsync();

        await ShouldBeRefusedAsync(portal, path, BytesOf(kind), string.Format(null, Deceptive, path));
    }

    [Fact]
    public async Task An_empty_file_and_one_with_more_pixels_than_a_machine_can_bear_are_refused()
    {
        await using var portal = await PortalApp.StartAsync();

        await ShouldBeRefusedAsync(portal, "a.png", [], "The file is empty.");
        await ShouldBeRefusedAsync(portal, "a.png", Pictures.PngBomb(50_000, 50_000), "The picture has more than 50 million pixels.");
        await ShouldBeRefusedAsync(portal, "a.png", Pictures.PngBomb(1_000_000, 51), "The picture has more than 50 million pixels.");
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "script")]
    [InlineData("<x:script xmlns:x='http://www.w3.org/2000/svg'/>", "script")]
    [InlineData("<SCRIPT/>", "SCRIPT")]
    [InlineData("<rect onclick='alert(1)'/>", "onclick")]
    [InlineData("<rect ONLOAD='alert(1)'/>", "ONLOAD")]
    [InlineData("<foreignObject/>", "foreignObject")]
    [InlineData("<body xmlns='http://www.w3.org/1999/xhtml'/>", "body")]
    [InlineData("<iframe/>", "iframe")]
    [InlineData("<a href='javascript:alert(1)'/>", "href")]
    [InlineData("<a xlink:href=' https://lua-dao.example/'/>", "xlink:href")]
    [InlineData("<image href='https://lua-dao.example/a.png'/>", "href")]
    [InlineData("<image href='//lua-dao.example/a.png'/>", "href")]
    [InlineData("<image href='data:image/svg+xml,x'/>", "href")]
    [InlineData("<image href='data:text/html,x'/>", "href")]
    [InlineData("<use href='khac.svg#a'/>", "href")]
    [InlineData("<set attributeName='href' to='javascript:alert(1)'/>", "attributeName")]
    [InlineData("<animate attributeName='xlink:href' values='javascript:alert(1)'/>", "attributeName")]
    [InlineData("<animate attributeName='onclick' to='alert(1)'/>", "attributeName")]
    [InlineData("<style>@import 'https://lua-dao.example/a.css';</style>", "@import")]
    [InlineData("<style><![CDATA[ rect { fill: URL( \"https://lua-dao.example/a\" ) } ]]></style>", "url()")]
    [InlineData("<rect style='fill: url(#a) url(https://lua-dao.example/a)'/>", "url()")]
    [InlineData("<rect fill='url(//lua-dao.example/a)'/>", "url()")]
    [InlineData("<rect xml:base='https://lua-dao.example/'/>", "xml:base")]
    [InlineData("<?xml-stylesheet href='https://lua-dao.example/a.css'?>", "xml-stylesheet")]
    public async Task A_drawing_that_would_act_or_fetch_is_refused(string inside, string found)
    {
        await using var portal = await PortalApp.StartAsync();

        await ShouldBeRefusedAsync(portal, "a.svg", Pictures.Svg(inside), string.Format(null, Active, found));
    }

    [Theory]
    [InlineData("onload='alert(1)'", "", "onload")]
    [InlineData("", "<?xml-stylesheet href='https://lua-dao.example/a.css'?>", "xml-stylesheet")]
    public async Task A_drawing_is_looked_at_from_its_first_byte(string attributes, string before, string found)
    {
        await using var portal = await PortalApp.StartAsync();

        await ShouldBeRefusedAsync(portal, "a.svg", Pictures.Svg("", attributes, before), string.Format(null, Active, found));
    }

    [Theory]
    [InlineData("<defs><linearGradient id='a'/></defs><rect fill='url(#a)' style=\"stroke: url('#a')\"/><use href='#a'/><use xlink:href='#a'/>")]
    [InlineData("<image href='data:image/png;base64,iVBORw0KGgo='/><text>Mua ở @ chợ: url và script</text>")]
    [InlineData("<style>rect { fill: #ce1126 }</style><title>Chợ</title><animate attributeName='x' to='5'/>")]
    public async Task A_drawing_that_only_draws_is_taken_in(string inside)
    {
        await using var portal = await PortalApp.StartAsync();

        (await portal.UploadAsync("a.svg", Pictures.Svg(inside, before: "<?xml version='1.0' encoding='utf-8'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>")))
            .Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_picture_with_a_page_behind_it_stays_a_picture()
    {
        await using var portal = await PortalApp.StartAsync();
        var polyglot = (byte[])[.. Pictures.Jpeg(8, 8), .. "<html><script>alert(1)</script>"u8];
        (await portal.UploadAsync("a.jpg", polyglot)).Succeeded.ShouldBeTrue();

        var page = await portal.Http.GetPageAsync("/xttm-lang-son/media/a.jpg");

        page.Response.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe("image/jpeg");
        page.Response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    private static async Task ShouldBeRefusedAsync(PortalApp portal, string path, byte[] content, string reason)
    {
        var before = await RowCounts.ReadAsync(portal);

        (await portal.UploadAsync(path, content)).Refusals.ShouldBe([new Refusal(RefusalKind.Invalid, reason, "Content")]);

        (await RowCounts.ReadAsync(portal)).ShouldBe(before);
    }

    private static byte[] Honest(string extension) => extension switch
    {
        ".png" => Pictures.Png(4, 3),
        ".jpg" or ".jpeg" => Pictures.Jpeg(4, 3),
        ".webp" => Pictures.WebP(4, 3),
        ".gif" => Pictures.Gif(4, 3),
        ".pdf" => "%PDF-1.7\n"u8.ToArray(),
        ".docx" => Pictures.Package("[Content_Types].xml", "word/document.xml"),
        ".ods" => Pictures.Package("mimetype", "content.xml"),
        ".zip" => Pictures.Package("a"),
        ".doc" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
        ".mp4" => [0, 0, 0, 24, .. "ftypisom"u8],
        _ => "Tên;Số\nChợ;5"u8.ToArray(),
    };

    private static byte[] BytesOf(string kind) => kind switch
    {
        "exe" => [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0],
        "html" => "<!doctype html><script>alert(1)</script>"u8.ToArray(),
        "riff" => "RIFF\0\0\0\0WAVEfmt "u8.ToArray(),
        "gif-script" => "GIF89a/*</script>*/=alert(1)"u8.ToArray(),
        "jpg-head" => [0xFF, 0xD8, 0xFF, 0xE0],
        "pdf-later" => "<script>alert(1)</script>%PDF-1.7"u8.ToArray(),
        "xlsx" => Pictures.Package("xl/workbook.xml"),
        "zip-head" => [0x50, 0x4B, 3, 4, 0, 0],
        "xml" => "<html xmlns='http://www.w3.org/1999/xhtml'/>"u8.ToArray(),
        "broken" => Pictures.Svg("<g>"),
        "utf-7" => Pictures.Svg("", before: "<?xml version='1.0' encoding='utf-7'?>"),
        "utf-16" => Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'/>")).ToArray(),
        "bomb" => Pictures.Svg("<text>&b;</text>", before: "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"),
        _ => Honest("." + kind),
    };
}
