using System.Net;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Media;

public sealed class UploadTests
{
    private static readonly byte[] Document = [.. "%PDF-1.7\n"u8, .. new byte[1000]];

    [Fact]
    public async Task A_file_arrives_in_parts_and_goes_on_where_it_was_cut_off()
    {
        await using var portal = await PortalApp.StartAsync();
        var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);

        var begun = await browser.BeginUploadAsync("Thông báo số 5.pdf", Document.Length);
        begun.Status.ShouldBe(HttpStatusCode.Created);
        var address = begun.Response.Headers.Location!.OriginalString;
        (await browser.SendPartAsync(address, 0, Document[..400])).Status.ShouldBe(HttpStatusCode.NoContent);
        (await OffsetAsync(browser, address)).ShouldBe("400");

        // What was sent before is not taken twice, and what is not whole is not taken in.
        (await browser.SendPartAsync(address, 0, Document)).Status.ShouldBe(HttpStatusCode.Conflict);
        (await browser.FinishUploadAsync(address)).Status.ShouldBe(HttpStatusCode.Conflict);
        (await browser.SendPartAsync(address, 400, Document[400..])).Status.ShouldBe(HttpStatusCode.NoContent);
        var finished = await browser.FinishUploadAsync(address);

        (finished.Status, finished.Body).ShouldBe((HttpStatusCode.OK, "hinh-anh/Thông báo số 5.pdf"));
        (await portal.Http.GetByteArrayAsync("/xttm-lang-son/media/hinh-anh/Thông báo số 5.pdf", TestContext.Current.CancellationToken)).ShouldBe(Document);
        (await browser.FinishUploadAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        Directory.GetFiles(Path.Combine(portal.DataFolder, "uploads")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_taken_in_is_refused_before_it_is_sent()
    {
        await using var portal = await PortalApp.StartAsync(new Dictionary<string, string?> { ["Media:Tenants:xttm-lang-son:MaxFileSize"] = "2097152" });
        var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);

        var large = await browser.BeginUploadAsync("a.pdf", 2097153);
        (large.Status, large.Body).ShouldBe((HttpStatusCode.RequestEntityTooLarge, "Tệp vượt quá dung lượng cho phép 2 MB."));
        (await browser.BeginUploadAsync("a.exe", 5)).Body.ShouldBe("Thư viện không nhận loại tệp này: a.exe");
        (await browser.BeginUploadAsync("", 5)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.BeginUploadAsync("a.pdf", 5, "../..")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.TusAsync(HttpMethod.Post, LibraryPages.Uploads, null, ("Upload-Length", "many"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        // The limit is this site's own.
        var neighbour = await portal.SignedInAsync(PortalApp.VinhLong, Editors.Editor);
        (await neighbour.BeginUploadAsync("a.pdf", 2097153, "hinh-anh", "/xttm-vinh-long/Admin/Media/Uploads")).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task More_than_was_announced_is_not_kept()
    {
        await using var portal = await PortalApp.StartAsync();
        var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        var address = (await browser.BeginUploadAsync("a.pdf", 400)).Response.Headers.Location!.OriginalString;

        (await browser.SendPartAsync(address, 0, Document)).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);

        (await OffsetAsync(browser, address)).ShouldBe("0");
    }

    [Fact]
    public async Task An_upload_is_for_who_began_it_on_that_site_and_for_no_page_of_another()
    {
        await using var portal = await PortalApp.StartAsync();
        var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        var address = (await browser.BeginUploadAsync("a.pdf", Document.Length)).Response.Headers.Location!.OriginalString;
        var colleague = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        var elsewhere = address.Replace("xttm-lang-son", "xttm-vinh-long");

        foreach (var method in new[] { HttpMethod.Head, HttpMethod.Patch, HttpMethod.Delete })
        {
            (await colleague.TusAsync(method, address, method == HttpMethod.Patch ? Document : null, ("Upload-Offset", "0"))).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.TusAsync(method, elsewhere, method == HttpMethod.Patch ? Document : null, ("Upload-Offset", "0"))).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.TusAsync(method, LibraryPages.Uploads + "/..%2F..%2Fkeys%2Fa", method == HttpMethod.Patch ? Document : null, ("Upload-Offset", "0"))).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await colleague.FinishUploadAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        // Without the header that no page of another site can send.
        (await browser.SendPageAsync(new HttpRequestMessage(HttpMethod.Post, LibraryPages.Uploads))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await browser.SendPageAsync(new HttpRequestMessage(HttpMethod.Patch, address))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await browser.TusAsync(HttpMethod.Patch, address, null, ("Upload-Offset", "0"))).Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await portal.Http.BeginUploadAsync("a.pdf", 5)).Status.ShouldBe(HttpStatusCode.Found);

        (await browser.TusAsync(HttpMethod.Delete, address)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await browser.TusAsync(HttpMethod.Head, address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_person_may_have_only_so_much_on_the_way_and_what_is_left_lying_is_thrown_away_after_a_day()
    {
        await using var portal = await PortalApp.StartAsync();
        var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        for (var number = 0; number < OrchardSite.Media.ResumableUploads.MostOfPerson; number++)
        {
            (await browser.BeginUploadAsync("a.pdf", 5)).Status.ShouldBe(HttpStatusCode.Created);
        }

        (await browser.BeginUploadAsync("a.pdf", 5)).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        portal.Clock.Advance(TimeSpan.FromHours(25));

        var again = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        (await again.BeginUploadAsync("a.pdf", 5)).Status.ShouldBe(HttpStatusCode.Created);
        Directory.GetFiles(Path.Combine(portal.DataFolder, "uploads"), "*.json").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_library_holds_no_more_than_its_site_may_have()
    {
        await using var portal = await PortalApp.StartAsync(new Dictionary<string, string?> { ["Media:Tenants:xttm-lang-son:MaxTotalSize"] = "1048576" });
        var before = await RowCounts.ReadAsync(portal);

        (await portal.UploadAsync("a.txt", new string('a', 1048577))).Refusals.ShouldBe(
            [new Refusal(RefusalKind.Invalid, "The library is full: it holds 1 MB at most.", "Content")]);

        (await RowCounts.ReadAsync(portal)).ShouldBe(before);
        (await portal.UploadAsync("a.txt", new string('a', 1048577), PortalApp.VinhLong)).Succeeded.ShouldBeTrue();
    }

    private static async Task<string> OffsetAsync(HttpClient browser, string address) =>
        (await browser.TusAsync(HttpMethod.Head, address)).Response.Headers.GetValues("Upload-Offset").Single();
}
