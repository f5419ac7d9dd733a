using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Media;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Directives;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;

namespace OrchardSite.Tests.Media;

public sealed class DownloadTests
{
    private const string Path = "van-ban/quyet-dinh-301.pdf";
    private const string Browser = "Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0";

    [Fact]
    public async Task Downloads_are_counted_for_each_site_and_shown_beside_the_file()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        await sending.AddFileAsync(Path, "%PDF-1.7\nmot"u8.ToArray());
        await portal.UploadAsync(Path, "%PDF-1.7\nhai"u8.ToArray());
        var item = Samples.Directive().Set("Directive", "Files", new { Paths = new[] { Path } });
        var directive = await sending.SendAsync(item);
        await portal.AddAsync(PortalApp.LangSon, item);

        for (var time = 0; time < 1234; time++)
        {
            await GetAsync(portal, $"/media/{Path}?v=1");
        }

        await GetAsync(portal, $"/xttm-lang-son/media/{Path}", ("Range", "bytes=0-"));
        (await TimesAsync(portal, PortalApp.Department)).ShouldBe(1234);
        (await TimesAsync(portal, PortalApp.LangSon)).ShouldBe(1);

        await sending.SendAsync(item.Set("Directive", "Keywords", new { Text = "ban biên tập" }), directive);
        (await portal.Http.GetPageAsync("/van-ban/301-qd-sct-2026")).TextOf(".file-size").ShouldBe("(1 KB, 1.234 lượt tải)");
    }

    [Theory]
    [InlineData("User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")]
    [InlineData("User-Agent", "curl/8.5.0")]
    [InlineData("Range", "bytes=5-")]
    [InlineData("Range", "bytes=0-1")]
    [InlineData("Sec-Purpose", "prefetch")]
    [InlineData("Sec-Fetch-Mode", "cors")]
    [InlineData("If-None-Match", "\"abc\"")]
    public async Task What_no_reader_downloads_is_not_counted(string header, string value)
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.UploadAsync(Path, "%PDF-1.7\nmot hai ba"u8.ToArray());

        await GetAsync(portal, $"/xttm-lang-son/media/{Path}", (header, value));
        await portal.Http.SendPageAsync(With(new HttpRequestMessage(HttpMethod.Head, $"/xttm-lang-son/media/{Path}")));
        using var editor = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        await editor.SendPageAsync(With(new HttpRequestMessage(HttpMethod.Get, $"/xttm-lang-son/media/{Path}")));
        await GetAsync(portal, "/xttm-lang-son/media/nhan-dien/logo.svg");

        await KeepAsync(portal);
        (await portal.ReadAsync(PortalApp.LangSon, db => db.Set<DownloadCount>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_that_moves_keeps_its_count_and_one_that_is_deleted_leaves_none()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.UploadAsync(Path, "%PDF-1.7\nmot"u8.ToArray());
        await GetAsync(portal, $"/xttm-lang-son/media/{Path}");
        await KeepAsync(portal);
        portal.Clock.Advance(TimeSpan.FromDays(1));

        var moved = await portal.InTenantAsync(PortalApp.LangSon, services => services.GetRequiredService<EditMediaFile>().RunAsync(new MediaEdit(Path, 1, "van-ban/moi.pdf", null, null, null), Sites.Administrator));
        var page = await GetAsync(portal, $"/xttm-lang-son/media/{Path}");
        page.Body.ShouldContain("mot");

        (await TimesAsync(portal, PortalApp.LangSon, "van-ban/moi.pdf")).ShouldBe(2);
        (await portal.InTenantAsync(PortalApp.LangSon, services => services.GetRequiredService<Downloads>().OfAsync(["van-ban/moi.pdf"], new DateOnly(2026, 11, 25))))["van-ban/moi.pdf"].ShouldBe(1);

        (await portal.InTenantAsync(PortalApp.LangSon, services => services.GetRequiredService<DeleteMediaFile>().RunAsync("van-ban/moi.pdf", moved.Value.Revision, Sites.Administrator))).Succeeded.ShouldBeTrue();
        (await portal.ReadAsync(PortalApp.LangSon, db => db.Set<DownloadCount>().CountAsync())).ShouldBe(0);
    }

    private static Task<Page> GetAsync(PortalApp portal, string address, params (string Name, string Value)[] headers) =>
        portal.Http.SendPageAsync(With(new HttpRequestMessage(HttpMethod.Get, address), headers));

    private static HttpRequestMessage With(HttpRequestMessage request, params (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers.Any(header => header.Name == "User-Agent") ? headers : [("User-Agent", Browser), .. headers])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private static Task KeepAsync(PortalApp portal) => portal.Services.GetRequiredService<KeepDownloadCounts>().RunAsync(TestContext.Current.CancellationToken);

    private static async Task<int> TimesAsync(PortalApp portal, string tenant, string path = Path)
    {
        await KeepAsync(portal);
        return (await portal.InTenantAsync(tenant, services => services.GetRequiredService<Downloads>().OfAsync([path]))).GetValueOrDefault(path);
    }
}
