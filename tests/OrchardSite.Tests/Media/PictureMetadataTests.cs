using System.Net;
using System.Text;
using NetVips;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Media;

public sealed class PictureMetadataTests
{
    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".webp")]
    public async Task Nobody_learns_from_a_picture_where_it_was_taken(string extension)
    {
        await using var portal = await PortalApp.StartAsync();
        var taken = Pictures.Photograph(60, 40, extension);
        IndexOf(taken, Pictures.CameraNote).ShouldBeGreaterThan(0);

        (await portal.UploadAsync("a" + extension, taken)).Succeeded.ShouldBeTrue();

        var kept = await ReadAsync(portal, "a" + extension);
        IndexOf(kept, Pictures.CameraNote).ShouldBe(-1);
        using var before = Image.NewFromBuffer(taken);
        using var after = Image.NewFromBuffer(kept);
        // The picture itself is untouched; only a JPEG says which way up it is.
        (before - after).Abs().Max().ShouldBe(0);
        (after.Contains("orientation") ? after.Get("orientation") : 1).ShouldBe(extension == ".jpg" ? 6 : 1);
        after.GetFields().ShouldNotContain(field => field.StartsWith("exif-ifd3"));
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".webp")]
    public async Task What_hangs_behind_the_end_of_a_picture_is_cut_off_and_a_plain_picture_stays_as_it_is(string extension)
    {
        await using var portal = await PortalApp.StartAsync();
        var plain = extension switch { ".jpg" => Pictures.Jpeg(8, 8), ".png" => Pictures.Png(8, 8), _ => Pictures.WebP(8, 8) };
        await portal.UploadAsync("a" + extension, plain);
        var kept = await ReadAsync(portal, "a" + extension);

        (await portal.UploadAsync("b" + extension, [.. plain, .. Pictures.Package("a"), .. "<script>alert(1)</script>"u8])).Succeeded.ShouldBeTrue();

        (await ReadAsync(portal, "b" + extension)).ShouldBe(kept);
        IndexOf(kept, "script").ShouldBe(-1);
        (await portal.UploadAsync("c" + extension, kept)).Value.Sha256.ShouldBe((await portal.FileAsync("a" + extension)).Sha256);
        (await portal.Http.GetPageAsync("/xttm-vinh-long/media/a" + extension)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("a.zip")]
    [InlineData("a.docx")]
    public async Task A_package_that_would_fill_the_disk_of_who_opens_it_is_refused(string path)
    {
        await using var portal = await PortalApp.StartAsync();

        (await portal.UploadAsync(path, Pictures.PackageBomb(80))).Refusals.ShouldBe(
            [new Refusal(RefusalKind.Invalid, $"Unpacked, {path} would be 80 MB: far more than such a file holds.", "Content")]);
    }

    private static Task<byte[]> ReadAsync(PortalApp portal, string path) => portal.Http.GetByteArrayAsync("/xttm-lang-son/media/" + path, TestContext.Current.CancellationToken);

    private static int IndexOf(byte[] picture, string text) => picture.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text));
}
