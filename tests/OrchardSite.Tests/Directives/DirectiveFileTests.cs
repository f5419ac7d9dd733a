using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Search.Files;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Media;
using OrchardSite.Tests.Search.Files;
using OrchardSite.Tests.Workflows;

namespace OrchardSite.Tests.Directives;

public sealed class DirectiveFileTests
{
    private const string Address = "/van-ban/301-qd-sct-2026";
    private const string Path = "van-ban/quyet-dinh-301.pdf";

    public static TheoryData<string, byte[], string> Unsearchable => new()
    {
        { "Encrypted", Documents.LockedPdf(), "Không tìm được trong nội dung tệp này: tệp có mật khẩu." },
        { "NotReadable", Documents.DamagedPdf(), "Không tìm được trong nội dung tệp này: tệp bị hỏng hoặc thuộc loại không đọc được." },
    };

    [Fact]
    public async Task A_file_that_is_not_what_its_name_says_is_refused_and_not_kept()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        var before = await RowCounts.ReadAsync(portal);
        var kept = Kept(portal);
        var browser = sending.Issuer.Browser;
        var refusal = "Nội dung của quyet-dinh-301.pdf không đúng với loại tệp theo tên gọi, hoặc tệp đã bị hỏng.";
        foreach (var content in new[] { Documents.DocxOf("Quyết định"), "<!doctype html><script>alert(1)</script>"u8.ToArray(), [0x4D, 0x5A, 0x90, 0] })
        {
            var begun = await browser.BeginUploadAsync("quyet-dinh-301.pdf", content.Length, "van-ban", "/Admin/Media/Uploads");
            (await browser.SendPartAsync(begun.Response.Headers.Location!.OriginalString, 0, content)).Status.ShouldBe(HttpStatusCode.NoContent);
            var finished = await browser.FinishUploadAsync(begun.Response.Headers.Location!.OriginalString, "/Admin/Media");
            (finished.Status, finished.Body).ShouldBe((HttpStatusCode.UnprocessableEntity, refusal));

            var sent = await browser.SendFilesAsync("/Admin/Media?folder=van-ban", "#upload", ("quyet-dinh-301.pdf", content));
            (sent.Status, sent.TextOf("#refusals p")).ShouldBe((HttpStatusCode.UnprocessableEntity, $"quyet-dinh-301.pdf: {refusal}"));
        }

        (await RowCounts.ReadAsync(portal)).ShouldBe(before);
        Kept(portal).ShouldBe(kept);
        Directory.GetFiles(System.IO.Path.Combine(portal.DataFolder, "uploads")).ShouldBeEmpty();
        (await portal.Http.GetPageAsync($"/media/{Path}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [MemberData(nameof(Unsearchable))]
    public async Task A_file_that_nobody_can_read_is_published_byte_for_byte_and_its_editor_is_told(string reason, byte[] content, string note)
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        await sending.AddFileAsync(Path, content);
        (await portal.UploadAsync(Path, Documents.Pdf("Ke hoach rieng cua don vi"))).Succeeded.ShouldBeTrue();
        var item = Samples.Directive();
        item.Set("Directive", "Files", new { Paths = new[] { Path } });
        var directive = await sending.SendAsync(item);
        var neighbour = await portal.AddAsync(PortalApp.LangSon, item);

        var page = await portal.Http.GetPageAsync(Address);
        page.TextOf(".checksum code").ShouldBe(Convert.ToHexStringLower(SHA256.HashData(content)));
        var address = page.Document.QuerySelector(".file a[download]")!.GetAttribute("href")!;
        (await portal.Http.GetByteArrayAsync(address, TestContext.Current.CancellationToken)).ShouldBe(content);

        // The search reads files one after the other, soon after they are published.
        var texts = portal.Services.GetRequiredService<FileTexts>();
        foreach (var tenant in new[] { PortalApp.Department, PortalApp.LangSon })
        {
            await texts.ReadAsync((await portal.FileAsync(Path, tenant)).Sha256, TestContext.Current.CancellationToken);
        }

        (await texts.FindResultAsync((await portal.FileAsync(Path, PortalApp.Department)).Sha256, TestContext.Current.CancellationToken)).ShouldNotBeNull().Reason.ToString().ShouldBe(reason);
        (await sending.Issuer.GetAsync($"Admin/Media/File?path={Path}")).TextOf(".media-note").ShouldBe(note);
        (await sending.Issuer.GetAsync($"Admin/Contents/ContentItems/{directive.ContentItemId}/Edit")).TextOf(".media-note").ShouldBe(note);
        using var colleague = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        (await colleague.GetPageAsync(LibraryPages.FilePage(Path))).TextOf(".media-note").ShouldBeNull();
        (await colleague.GetPageAsync($"/xttm-lang-son/Admin/Contents/ContentItems/{neighbour.ContentItemId}/Edit")).TextOf(".media-note").ShouldBeNull();
    }

    [Theory]
    [InlineData("Mat")]
    [InlineData("ToiMat")]
    [InlineData("TuyetMat")]
    public async Task A_secret_document_is_refused_and_nothing_of_it_is_stored(string secrecy)
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        using var unit = await sending.HireAsync(PortalApp.LangSon, "Hoàng Thị Văn Thư", Sending.Clerk);
        var before = await RowCounts.ReadAsync(portal);

        foreach (var clerk in new[] { sending.Issuer, unit })
        {
            foreach (var action in new[] { "Save", "Publish" })
            {
                var form = await clerk.GetAsync("Admin/Contents/ContentTypes/Directive/Create");
                // The form offers no such grade; whoever sends it all the same is refused.
                form.Document.GetElementsByName("Directive.Secrecy.Text").Single().InnerHtml += $"<option value='{secrecy}' selected>";
                var refused = await clerk.Browser.PressAsync(form, $"[name=action][value={action}]", ("Directive.Subject.Text", "Về việc đã gõ"));
                refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
                refused.TextsOf("#refusals p").ShouldContain($"Độ mật: “{secrecy}” không nằm trong các lựa chọn.");
                refused.ValueOf("Directive.Subject.Text").ShouldBe("Về việc đã gõ");
            }
        }

        (await RowCounts.ReadAsync(portal)).ShouldBe(before);
    }

    /// <summary>What is in the store of all libraries.</summary>
    private static string[] Kept(PortalApp portal) =>
        [.. Directory.GetFiles(portal.Services.GetRequiredService<PortalPaths>().Media, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
