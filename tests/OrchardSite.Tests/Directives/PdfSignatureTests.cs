using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using OrchardSite.Directives.Signatures;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Media;

namespace OrchardSite.Tests.Directives;

public sealed class PdfSignatureTests
{
    private const int Room = 8192;

    [Fact]
    public void A_signed_file_tells_who_signed_it_and_when_and_that_it_is_unchanged()
    {
        var signature = PdfSignatures.Read(Signed()).ShouldHaveSingleItem();

        signature.ShouldBe(new PdfSignature("Sở Công Thương", new DateTimeOffset(2026, 11, 20, 9, 30, 0, TimeSpan.FromHours(7)), IsIntact: true, IsWhole: true));
    }

    [Fact]
    public void A_changed_byte_shows_and_so_does_what_was_added()
    {
        var changed = Signed();
        changed[changed.AsSpan().IndexOf("Trang 1"u8)] = (byte)'X';
        PdfSignatures.Read(changed).ShouldHaveSingleItem().IsIntact.ShouldBeFalse();

        var longer = PdfSignatures.Read([.. Signed(), .. "\n% thêm sau\n%%EOF\n"u8]).ShouldHaveSingleItem();
        (longer.IsIntact, longer.IsWhole).ShouldBe((true, false));
    }

    [Theory]
    [InlineData("%PDF-1.7\n%%EOF\n", 0)]
    [InlineData("", 0)]
    [InlineData("/ByteRange", 0)]
    [InlineData("/ByteRange [0 5 9999999999 1]", 0)]
    [InlineData("%PDF<00>/ByteRange [0 4 8 30]   ", 0)]
    [InlineData("%PDF<zz>/ByteRange [0 4 8 21]", 1)]
    public void What_is_no_signature_or_a_broken_one_does_no_harm(string text, int expected)
    {
        var found = PdfSignatures.Read(Encoding.Latin1.GetBytes(text));

        found.Count.ShouldBe(expected);
        found.ShouldAllBe(signature => !signature.IsIntact && signature.Signer == "");
    }

    [Fact]
    public async Task The_page_of_a_directive_shows_the_signatures_of_its_files()
    {
        await using var portal = await PortalApp.StartAsync();
        foreach (var (tenant, prefix) in new[] { (PortalApp.Department, ""), (PortalApp.VinhLong, "/xttm-vinh-long") })
        {
            (await portal.UploadAsync("van-ban/da-ky.pdf", Signed(), tenant)).Succeeded.ShouldBeTrue();
            (await portal.UploadAsync("van-ban/chua-ky.pdf", "%PDF-1.7\n%%EOF\n"u8.ToArray(), tenant)).Succeeded.ShouldBeTrue();
            var item = Samples.Directive();
            item.Set("Directive", "Files", new { Paths = new[] { "van-ban/da-ky.pdf", "van-ban/chua-ky.pdf" } });
            await portal.AddAsync(tenant, item);

            (await portal.Http.GetPageAsync(prefix + "/van-ban/301-qd-sct-2026")).TextsOf(".signature").ShouldBe(["Ký số bởi Sở Công Thương, 20/11/2026 09:30: tệp nguyên vẹn như khi ký."]);
        }
    }

    // As a signing program makes it: room for the signature is left, and it is about all bytes but those.
    private static byte[] Signed()
    {
        const string range = "/ByteRange [0 AAAAAAAAAA BBBBBBBBBB CCCCCCCCCC]";
        var head = "%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj % Trang 1\n5 0 obj <</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/M(D:20261120093000+07'00')" + range + "/Contents ";
        const string tail = ">> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n";
        var (first, second) = (head.Length, head.Length + Room + 2);
        head = head.Replace("AAAAAAAAAA", Ten(first)).Replace("BBBBBBBBBB", Ten(second)).Replace("CCCCCCCCCC", Ten(tail.Length));
        var content = Encoding.Latin1.GetBytes(head + tail);

        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=Sở Công Thương, C=VN", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var message = new SignedCms(new ContentInfo(content), detached: true);
        message.ComputeSignature(new CmsSigner(certificate));
        var hex = Convert.ToHexString(message.Encode()).PadRight(Room, '0');
        return Encoding.Latin1.GetBytes(head + "<" + hex + ">" + tail);
    }

    private static string Ten(int number) => number.ToString("D10", CultureInfo.InvariantCulture);
}
