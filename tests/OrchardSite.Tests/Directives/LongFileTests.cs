using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Media;
using OrchardSite.Tests.Users;
using OrchardSite.Tests.Workflows;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Tests.Directives;

/// <summary>A file of 200 MB, sent to a server of its own, whose memory nobody else uses.</summary>
public sealed class LongFileTests
{
    private const long Length = 200L * 1024 * 1024;
    private const long MostMemory = 100L * 1024 * 1024;
    private const string Uploads = "/Admin/Media/Uploads";

    [Fact]
    public async Task A_long_file_passes_through_without_being_held_in_memory_where_the_site_takes_it_and_is_refused_where_not()
    {
        await using var portal = await PortalApp.StartAsync();
        using var clerk = await portal.HireAsync(PortalApp.Department, "Phạm Thị Văn Thư", Sending.Clerk);
        using var neighbour = await clerk.AtAsync(PortalApp.LangSon, Sending.Clerk);
        var name = await portal.ReadAsync(PortalApp.Department, db => db.Set<Account>().Where(row => row.Id == clerk.Id).Select(row => row.UserName!).SingleAsync());
        var settings = new Dictionary<string, string?>(portal.DatabaseSettings) { ["Media:Tenants:Default:MaxFileSize"] = "314572800" };
        await using var server = await RunningProgram.StartAsync(new PortalProgram(portal.DataFolder, settings));
        using var browser = server.Client();
        browser.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("vi"));
        (await browser.SignInAsync(name, People.Password)).IsSignedIn().ShouldBeTrue();
        var stored = Stored(portal);
        var memory = server.Memory;

        // Known to be too long before a byte of it comes; the form without script sends it all the same.
        var begun = await browser.BeginUploadAsync("de-an.pdf", Length, "van-ban", LibraryPages.Uploads);
        (begun.Status, begun.Body).ShouldBe((HttpStatusCode.RequestEntityTooLarge, "Tệp vượt quá dung lượng cho phép 50 MB."));
        var token = (await browser.GetPageAsync(LibraryPages.Library)).ValueOfToken();
        var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StreamContent(new LongPdf(Length)), "files", "de-an.pdf" } };
        var sent = await browser.SendPageAsync(new HttpRequestMessage(HttpMethod.Post, LibraryPages.Library + "?handler=Upload&folder=hinh-anh") { Content = form });
        (sent.Status, sent.TextOf("#refusals p")).ShouldBe((HttpStatusCode.RequestEntityTooLarge, "de-an.pdf: Tệp vượt quá dung lượng cho phép 50 MB."));
        Stored(portal).ShouldBe(stored);

        var address = (await browser.BeginUploadAsync("de-an.pdf", Length, "van-ban", Uploads)).Response.Headers.Location!.OriginalString;
        (await SendAsync(browser, address)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await browser.FinishUploadAsync(address, "/Admin/Media")).Status.ShouldBe(HttpStatusCode.OK);

        var file = await portal.FileAsync("van-ban/de-an.pdf", PortalApp.Department);
        (file.Size, file.Sha256).ShouldBe((Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(new LongPdf(Length), TestContext.Current.CancellationToken))));
        Stored(portal).Length.ShouldBe(stored.Length + 1);
        Directory.GetFiles(Path.Combine(portal.DataFolder, "uploads")).ShouldBeEmpty();
        var end = await browser.GetPageAsync("/media/van-ban/de-an.pdf", ("Range", $"bytes={Length - 5}-"));
        (end.Status, end.Body.Length).ShouldBe((HttpStatusCode.PartialContent, 5));
        (await browser.GetPageAsync("/xttm-lang-son/media/van-ban/de-an.pdf")).Status.ShouldBe(HttpStatusCode.NotFound);
        (server.MostMemory - memory).ShouldBeLessThan(MostMemory);
    }

    [Fact]
    public async Task What_is_broken_off_leaves_nothing_behind()
    {
        await using var portal = await PortalApp.StartAsync(new Dictionary<string, string?> { ["Media:MaxFileSize"] = "314572800" });
        using var clerk = await portal.HireAsync(PortalApp.Department, "Phạm Thị Văn Thư", Sending.Clerk);
        var stored = Stored(portal);
        var address = (await clerk.Browser.BeginUploadAsync("de-an.pdf", Length, "van-ban", Uploads)).Response.Headers.Location!.OriginalString;

        (await clerk.Browser.SendPartAsync(address, 0, [.. "%PDF-1.7\n"u8, .. new byte[100_000]])).Status.ShouldBe(HttpStatusCode.NoContent);
        (await clerk.Browser.TusAsync(HttpMethod.Delete, address)).Status.ShouldBe(HttpStatusCode.NoContent);

        Directory.GetFiles(Path.Combine(portal.DataFolder, "uploads")).ShouldBeEmpty();
        Stored(portal).ShouldBe(stored);
        (await portal.Http.GetPageAsync("/media/van-ban/de-an.pdf")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<Page> SendAsync(HttpClient browser, string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Patch, address) { Content = new StreamContent(new LongPdf(Length)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("Upload-Offset", "0");
        return browser.SendPageAsync(request);
    }

    private static string[] Stored(PortalApp portal) =>
        [.. Directory.GetFiles(Path.Combine(portal.DataFolder, "media"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
