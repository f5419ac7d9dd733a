using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Search.Files;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Media;

namespace OrchardSite.Tests.Search.Files;

public sealed class AttachedFilesTests
{
    [Fact]
    public async Task A_directive_is_found_by_the_words_of_its_files_on_its_own_site()
    {
        await using var portal = await PortalApp.StartAsync();
        (await portal.UploadAsync("van-ban/phu-luc.docx", Documents.DocxOf("Danh mục cơ sở chế biến", "thạch xanh Zabilo"))).Succeeded.ShouldBeTrue();
        (await portal.UploadAsync("van-ban/quyet-dinh.pdf", Documents.Pdf("Danh sach ho tro may say cau kien"))).Succeeded.ShouldBeTrue();
        var added = await portal.AddAsync(PortalApp.LangSon, WithFiles("301", "van-ban/phu-luc.docx", "van-ban/quyet-dinh.pdf"));

        var page = await portal.FindAsync("\"thach xanh zabilo\"", titles => titles.Count == 1);

        page.Found().ShouldBe(["Quyết định 301/QĐ-SCT"]);
        page.TextOf(".search-results").ShouldNotBeNull().ShouldContain("Trong tệp đính kèm:");
        page.TextsOf(".search-results mark").ShouldContain("thạch xanh Zabilo");
        (await portal.SearchAsync("\"may say cau kien\"")).Found().ShouldBe(["Quyết định 301/QĐ-SCT"]);
        (await portal.SearchAsync("\"thach xanh zabilo\"", "/xttm-vinh-long")).Found().ShouldBeEmpty();

        (await portal.UnpublishAsync(PortalApp.LangSon, added)).Succeeded.ShouldBeTrue();
        (await portal.SearchAsync("\"thach xanh zabilo\"")).Found().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_only_the_draft_has_is_not_found_by_readers()
    {
        await using var portal = await PortalApp.StartAsync();
        (await portal.UploadAsync("van-ban/cu.docx", Documents.DocxOf("phụ lục bản cũ zapilo"))).Succeeded.ShouldBeTrue();
        (await portal.UploadAsync("van-ban/moi.docx", Documents.DocxOf("phụ lục bản mới zapilu"))).Succeeded.ShouldBeTrue();
        var added = await portal.AddAsync(PortalApp.LangSon, WithFiles("301", "van-ban/cu.docx"));
        var (version, item) = await portal.OpenAsync(PortalApp.LangSon, added.ContentItemId);
        item["Directive"]!["Files"] = new JsonObject { ["Paths"] = new JsonArray("van-ban/moi.docx") };
        await portal.SaveAsync(PortalApp.LangSon, item, version.VersionId);

        await portal.FindAsync("zapilo", titles => titles.Count == 1);
        (await portal.SearchAsync("zapilu")).Found().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_text_is_read_once_for_all_sites_and_made_again_when_it_is_damaged()
    {
        await using var portal = await PortalApp.StartAsync();
        var content = Documents.DocxOf("Mẫu đơn dùng chung");
        var file = (await portal.UploadAsync("mau/don.docx", content)).Value;
        (await portal.UploadAsync("mau/don.docx", content, PortalApp.VinhLong)).Value.Sha256.ShouldBe(file.Sha256);
        var texts = portal.Services.GetRequiredService<FileTexts>();
        var token = TestContext.Current.CancellationToken;
        (await texts.FindAsync(file.Sha256, token)).ShouldBeNull();

        var read = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => texts.ReadAsync(file.Sha256, token)));

        read.ShouldAllBe(text => text == "Mẫu đơn dùng chung");
        var kept = Directory.GetFiles(Path.Combine(portal.DataFolder, "search"), "*.br", SearchOption.AllDirectories).Single();
        await File.WriteAllBytesAsync(kept, [1, 2, 3], token);
        (await texts.FindAsync(file.Sha256, token)).ShouldBeNull();
        (await texts.ReadAsync(file.Sha256, token)).ShouldBe("Mẫu đơn dùng chung");
        (await texts.FindAsync(file.Sha256, token)).ShouldBe("Mẫu đơn dùng chung");
    }

    private static JsonObject WithFiles(string number, params string[] paths)
    {
        var item = Samples.Directive(number);
        item["Directive"]!["Files"] = new JsonObject { ["Paths"] = new JsonArray([.. paths.Select(path => JsonValue.Create(path))]) };
        return item;
    }
}
