using System.IO.Compression;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Deployment;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;

namespace OrchardSite.Tests.Deployment;

/// <summary>Packages as a person gets and sends them.</summary>
internal static class Packages
{
    public const string Recipe = "Recipe.json";
    public const string Manifest = "package.json";

    public static async Task<byte[]> ExportAsync(this PortalApp portal, string tenant, PackageChoice? choice = null, Actor? actor = null)
    {
        using var package = new MemoryStream();
        var written = await portal.InTenantAsync(tenant, services => services.GetRequiredService<ExportPackage>()
            .RunAsync(package, choice ?? PackageChoice.Everything, actor ?? Sites.Administrator, TestContext.Current.CancellationToken));
        written.Succeeded.ShouldBeTrue(string.Join(' ', written.Refusals.Select(refusal => refusal.Message)));
        return package.ToArray();
    }

    public static PackageChoice Of(params PackagePart[] parts) => new(parts.ToHashSet(), Drafts: false);

    public static string Read(byte[] package, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        using var reader = new StreamReader(zip.GetEntry(name).ShouldNotBeNull($"There is no {name}.").Open());
        return reader.ReadToEnd();
    }

    public static JsonObject RecipeOf(byte[] package) => JsonNode.Parse(Read(package, Recipe))!.AsObject();

    public static IEnumerable<JsonObject> StepsOf(byte[] package, string name) =>
        RecipeOf(package)["steps"]!.AsArray().Select(step => step!.AsObject()).Where(step => (string?)step["name"] == name);

    /// <summary>The items of all its content steps.</summary>
    public static IEnumerable<JsonObject> ItemsOf(byte[] package) => StepsOf(package, "content").SelectMany(step => step["data"]!.AsArray()).Select(item => item!.AsObject());

    public static IReadOnlyList<string> NamesIn(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }

    /// <summary>A package with this recipe and these files, its list of hashes as it should be.</summary>
    /// <param name="change">What is done to the list before it is written.</param>
    public static byte[] Make(string recipe, Action<JsonObject>? change = null, params (string Name, byte[] Content)[] files)
    {
        (string Name, byte[] Content)[] all = [(Recipe, Encoding.UTF8.GetBytes(recipe)), .. files];
        var hashes = new JsonObject();
        foreach (var (name, content) in all)
        {
            hashes[name] = Convert.ToHexStringLower(SHA256.HashData(content));
        }

        var manifest = new JsonObject { ["format"] = 1, ["product"] = "OrchardSite 1.0", ["files"] = hashes };
        change?.Invoke(manifest);
        return Zip([.. all, (Manifest, Encoding.UTF8.GetBytes(manifest.ToJsonString()))]);
    }

    /// <summary>A recipe with these steps, as JSON.</summary>
    public static string Steps(string steps) => $$"""{ "name": "thu", "steps": [ {{steps}} ] }""";

    public static byte[] Zip(params IEnumerable<(string Name, byte[] Content)> files) => Zip(files, _ => { });

    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> files, Action<ZipArchiveEntry> change)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                var entry = zip.CreateEntry(name);
                change(entry);
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return memory.ToArray();
    }

    /// <summary>Chooses the package in the form of the page and sends it.</summary>
    public static async Task<Page> UploadAsync(this HttpClient browser, string site, byte[] package)
    {
        var page = await browser.GetPageAsync($"{site}/Admin/Packages");
        var form = (IHtmlFormElement)page.Document.QuerySelector("#import").ShouldNotBeNull(page.Body);
        var file = new ByteArrayContent(package);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        var body = new MultipartFormDataContent { { file, "package", "goi.zip" } };
        foreach (var field in form.QuerySelectorAll("input[type=hidden]").Cast<IHtmlInputElement>())
        {
            body.Add(new StringContent(field.Value), field.Name!);
        }

        return await browser.SendPageAsync(new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action")) { Content = body });
    }

    /// <summary>The folders of packages that wait on the server.</summary>
    public static IReadOnlyList<string> WaitingPackages(this PortalApp portal) =>
        Directory.Exists(Path.Combine(portal.DataFolder, "packages"))
            ? [.. Directory.EnumerateFiles(Path.Combine(portal.DataFolder, "packages"), "*", SearchOption.AllDirectories)]
            : [];
}
