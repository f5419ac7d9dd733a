using System.Text;
using OrchardSite.Search.Files;

namespace OrchardSite.Tests.Search.Files;

public sealed class FileTextTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Word_Excel_PowerPoint_PDF_and_plain_text_give_their_words_in_one_form()
    {
        (await TextAsync(Documents.DocxOf("Kế hoạch xúc tiến", "thương mại".Normalize(NormalizationForm.FormD)))).ShouldBe("Kế hoạch xúc tiến thương mại");
        (await TextAsync(Documents.Xlsx("Tên cơ sở", "Sản lượng"))).ShouldBe("Tên cơ sở Sản lượng");
        (await TextAsync(Documents.Pptx("Kết quả", "Kiến nghị"))).ShouldBe("Kết quả Kiến nghị");
        (await TextAsync(Documents.Pdf("Ke hoach xuc tien", "trang hai"))).ShouldBe("Ke hoach xuc tien trang hai");
        (await TextAsync(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes("Mục\tlục\r\n"))
            .ToArray())).ShouldBe("Mục lục");
        (await TextAsync([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Phụ lục")])).ShouldBe("Phụ lục");
    }

    [Fact]
    public async Task Runs_of_a_word_stay_together_and_what_was_deleted_is_left_out()
    {
        var text = await TextAsync(Documents.Docx("<w:p><w:r><w:t>xuất kh</w:t></w:r><w:r><w:t>ẩu</w:t></w:r><w:del><w:r><w:delText>đã xóa</w:delText></w:r></w:del></w:p>"));

        text.ShouldBe("xuất khẩu");
    }

    [Theory]
    [InlineData("%PDF-1.7 hỏng", NoTextReason.NotReadable)]
    [InlineData("PK\u0003\u0004 hỏng", NoTextReason.NotReadable)]
    [InlineData("<html><body>trang</body></html>", NoTextReason.NotReadable)]
    [InlineData("a\0b", NoTextReason.NotReadable)]
    [InlineData("", NoTextReason.NoText)]
    [InlineData("  \r\n ", NoTextReason.NoText)]
    public async Task What_has_no_text_says_why(string content, NoTextReason reason) => (await ReadAsync(Encoding.UTF8.GetBytes(content))).Reason.ShouldBe(reason);

    [Fact]
    public async Task Files_of_strangers_do_no_harm()
    {
        (await ReadAsync(Documents.Package(("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "word/document.xml", new string(' ', 100 * 1024 * 1024))))).Reason.ShouldBe(NoTextReason.TooLarge);
        (await ReadAsync(Documents.Package(("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "word/document.xml",
            "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><d><p><t>&b;</t></p></d>")))).Reason.ShouldBe(NoTextReason.NotReadable);
        (await ReadAsync(Documents.Package(("application/vnd.ms-word.document.macroEnabled.main+xml", "word/document.xml", "<d/>")))).Reason.ShouldBe(NoTextReason.NotReadable);
        (await ReadAsync(Documents.Docx(string.Concat(Enumerable.Repeat("<w:p>", 5000)) + string.Concat(Enumerable.Repeat("</w:p>", 5000))))).Reason.ShouldBe(NoTextReason.NotReadable);
        var whole = Documents.Pdf(new string('a', 200));
        (await ReadAsync(whole[..(whole.Length / 2)])).Text.ShouldNotBeNull();
        (await ReadAsync(Encoding.UTF8.GetBytes(new string('a', 5000)), new FileTextLimits { FileSize = 1000 })).Reason.ShouldBe(NoTextReason.TooLarge);
        (await ReadAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("ab ", 5000))), new FileTextLimits { Characters = 100 })).Text.Length.ShouldBeLessThanOrEqualTo(100);
        (await ReadAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("EncryptedPackage")])).Reason.ShouldBe(NoTextReason.Encrypted);
    }

    private static async Task<string> TextAsync(byte[] content) => (await ReadAsync(content)).Text;

    private static Task<FileTextResult> ReadAsync(byte[] content, FileTextLimits? limits = null) => FileText.ReadAsync(new MemoryStream(content), limits ?? FileTextLimits.Default, Token);
}
