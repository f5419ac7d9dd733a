using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;
using OrchardSite.Users.Roles;

namespace OrchardSite.Tests.Media;

/// <summary>The library in the dashboard of Lạng Sơn.</summary>
internal static class LibraryPages
{
    public const string Library = "/xttm-lang-son/Admin/Media";

    public const string Uploads = Library + "/Uploads";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static string Folder(string folder) => $"{Library}?folder={Uri.EscapeDataString(folder)}";

    public static string FilePage(string path) => $"{Library}/File?path={Uri.EscapeDataString(path)}";

    /// <summary>Sends a form of a page as a browser does that sends files with it.</summary>
    public static async Task<Page> SendFilesAsync(this HttpClient browser, string address, string form, params (string Name, byte[] Content)[] files)
    {
        var page = await browser.GetPageAsync(address);
        var element = page.Document.QuerySelector(form).ShouldNotBeNull(page.Body);
        var body = new MultipartFormDataContent();
        foreach (var hidden in element.QuerySelectorAll("input[type=hidden]"))
        {
            body.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        }

        foreach (var (name, content) in files)
        {
            body.Add(FileOf(content, element.QuerySelector("input[type=file]")!.GetAttribute("name")!, name));
        }

        return await browser.SendPageAsync(new HttpRequestMessage(HttpMethod.Post, element.GetAttribute("action")) { Content = body });
    }

    /// <summary>One request of the tus protocol.</summary>
    public static Task<Page> TusAsync(this HttpClient browser, HttpMethod method, string address, byte[]? body = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/offset+octet-stream") } };
        }

        return browser.SendPageAsync(request);
    }

    public static Task<Page> BeginUploadAsync(this HttpClient browser, string name, long length, string folder = "hinh-anh", string uploads = Uploads) => browser.TusAsync(
        HttpMethod.Post, uploads, null, ("Upload-Length", length.ToString(null, null)), ("Upload-Metadata", $"filename {Base64(name)},folder {Base64(folder)}"));

    public static Task<Page> SendPartAsync(this HttpClient browser, string address, long offset, byte[] part) =>
        browser.TusAsync(HttpMethod.Patch, address, part, ("Upload-Offset", offset.ToString(null, null)));

    /// <summary>What the page's script does when all parts have arrived.</summary>
    public static async Task<Page> FinishUploadAsync(this HttpClient browser, string address, string library = Library)
    {
        var page = await browser.GetPageAsync(library);
        var body = new FormUrlEncodedContent([new("key", address.Split('/')[^1]), new("__RequestVerificationToken", page.ValueOfToken())]);
        return await browser.SendPageAsync(new HttpRequestMessage(HttpMethod.Post, library + "?handler=Finish") { Content = body });
    }

    /// <summary>Gives a role of Lạng Sơn just these permissions.</summary>
    public static async Task SetRoleAsync(this PortalApp portal, string name, params string[] permissions) => (await portal.InTenantAsync(PortalApp.LangSon, services =>
        services.GetRequiredService<SaveRole>().RunAsync(new RoleDefinition(name, null, PermissionBehavior.Replace, permissions), Sites.Administrator, Token))).Succeeded.ShouldBeTrue();

    public static string ValueOfToken(this Page page) => page.Document.QuerySelector("input[name=__RequestVerificationToken]").ShouldNotBeNull(page.Body).GetAttribute("value")!;

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    // As browsers write it: the name in UTF-8 between quotes.
    private static ByteArrayContent FileOf(byte[] content, string field, string name)
    {
        var part = new ByteArrayContent(content);
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{field}\"; filename*=UTF-8''{Uri.EscapeDataString(name)}");
        return part;
    }
}
