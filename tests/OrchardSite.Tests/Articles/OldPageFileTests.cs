using System.Text;
using OrchardSite.Articles.OldSite;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Articles;

public sealed class OldPageFileTests
{
    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task A_page_is_read_in_any_form_of_Unicode_and_stored_composed(string encoding)
    {
        await using var portal = await PortalApp.StartAsync();
        var form = Encoding.GetEncoding(encoding);
        var bytes = form.GetPreamble().Concat(form.GetBytes(OldPages.Text.Normalize(NormalizationForm.FormD))).ToArray();

        var outcome = (await portal.ImportFilesAsync(PortalApp.Department, await OldPages.WriteAsync(portal, bytes))).Single();

        (outcome.Effect, outcome.Title).ShouldBe((OldPageEffect.Created, OldPages.Title));
        var page = await portal.Http.GetPageAsync(OldPages.Path);
        page.Body.IsNormalized(NormalizationForm.FormC).ShouldBeTrue();
    }

    [Theory]
    [InlineData(".html")]
    [InlineData(".txt")]
    public async Task A_page_saved_as_html_is_read_as_a_reader_sees_it(string extension)
    {
        await using var portal = await PortalApp.StartAsync();
        const string Html = """
            <!DOCTYPE html><html><head><title>Năng lượng</title><script>var x = "1/1/2020 1:00:00 AM";</script><style>p{}</style></head><body>
            <div>chủ nhật, ngày 19/6/2022</div><table><tr><td><span>Năng lượng</span></td></tr>
            <tr><td>6/9/2021 8:05:07 AM<br><b>Các cơ sở công nghiệp chủ động<br>
            </b></td></tr></table>
            <p>Sở Công Thương đề nghị bố trí ca làm việc <i>hợp lý</i>.</p><p>&nbsp;</p><p>Công suất &lt; 70% thì dừng máy.</p>
            <div>Nguồn Bài: Phòng Quản lý năng lượng</div><a href="javascript:history.back()">[Quay lại]</a><div>In trang</div>
            <h3>Các tin cùng Chuyên mục</h3><ul><li><a href="#">Tập huấn kiểm toán năng lượng</a> <span>(4/2/2022 2:15:30 PM)</span></li></ul></body></html>
            """;

        var outcome = await portal.ImportAsync(Html, extension: extension);

        (outcome.Effect, outcome.Title, outcome.Stubs).ShouldBe((OldPageEffect.Created, "Các cơ sở công nghiệp chủ động", 1));
        var page = await portal.Http.GetPageAsync("/cac-co-so-cong-nghiep-chu-dong");
        page.TextOf(".sapo").ShouldBe("Sở Công Thương đề nghị bố trí ca làm việc hợp lý.");
        page.TextsOf(".article .prose p").ShouldBe(["Công suất < 70% thì dừng máy."]);
    }

    [Fact]
    public async Task A_page_in_an_old_font_encoding_is_read_in_its_letters()
    {
        await using var portal = await PortalApp.StartAsync();
        const string Tcvn3 = "N¨ng l­îng\n6/9/2021 8:05:07 AM\nC¸c c¬ së c«ng nghiÖp tiÕt kiÖm ®iÖn\nSë C«ng Th­¬ng ®Ò nghÞ tiÕt kiÖm ®iÖn.\nNgµnh ®iÖn th«ng b¸o tr­íc.\n[Quay l¹i]\n";

        var outcome = await portal.ImportAsync(Tcvn3, Encoding.Latin1);

        (outcome.Effect, outcome.Title).ShouldBe((OldPageEffect.Created, "Các cơ sở công nghiệp tiết kiệm điện"));
        (await portal.Http.GetPageAsync("/cac-co-so-cong-nghiep-tiet-kiem-dien")).TextOf(".article .prose").ShouldBe("Ngành điện thông báo trước.");
    }

    [Theory]
    [InlineData("Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam")]
    [InlineData("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc")]
    [InlineData("CéNG HOµ X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")]
    public void Text_of_a_TCVN3_font_becomes_Unicode(string legacy, string unicode)
    {
        // A whole page has signs of its encoding enough; a phrase alone might be anything.
        const string Heading = "Së C«ng Th­¬ng H¶i D­¬ng\n";

        LegacyVietnamese.ToUnicode(Heading + legacy).ShouldBe("Sở Công Thương Hải Dương\n" + unicode);
    }

    [Theory]
    [InlineData("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam")]
    [InlineData("Sôû Coâng Thöông tænh Haûi Döông", "Sở Công Thương tỉnh Hải Dương")]
    [InlineData("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc")]
    public void Text_of_a_VNI_font_becomes_Unicode(string legacy, string unicode) => LegacyVietnamese.ToUnicode(legacy).ShouldBe(unicode);

    [Theory]
    [InlineData("Sở Công Thương tỉnh Hải Dương")]
    [InlineData("Plain ASCII, 7/28/2021 3:39:22 PM")]
    [InlineData("H¹nh phóc")]
    [InlineData("Café à Paris, 25 °C, © 2022")]
    public void Other_text_stays_as_it_is(string text) => LegacyVietnamese.ToUnicode(text).ShouldBe(text);

    [Fact]
    public async Task A_page_that_would_keep_the_program_busy_is_refused()
    {
        await using var portal = await PortalApp.StartAsync();

        (await portal.ImportAsync("<html>" + string.Concat(Enumerable.Repeat("<div>", 50_000)), extension: ".html")).Effect.ShouldBe(OldPageEffect.Refused);
        (await portal.ImportAsync(new string('a', (5 * 1024 * 1024) + 1))).Effect.ShouldBe(OldPageEffect.Refused);
    }
}
