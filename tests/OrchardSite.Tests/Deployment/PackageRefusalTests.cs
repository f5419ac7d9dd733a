using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Recipes;

namespace OrchardSite.Tests.Deployment;

/// <summary>Packages that were made to do harm, or were damaged on the way: refused with the reason, and nothing is left of them.</summary>
public sealed class PackageRefusalTests
{
    private const string Site = "/xttm-lang-son";
    private const string Damaged = "Tệp không phải gói công thức hoặc đã hỏng: không giải nén được.";
    private const string Nothing = """{ "name": "settings", "PageSize": 7 }""";

    [Theory]
    [InlineData("../ngoai.txt")]
    [InlineData("media/../../ngoai.txt")]
    [InlineData("/etc/ngoai.txt")]
    [InlineData("media//ngoai.txt")]
    [InlineData("media/./ngoai.txt")]
    [InlineData("media\\ngoai.txt")]
    [InlineData("..\\ngoai.txt")]
    [InlineData("C:/ngoai.txt")]
    [InlineData("C:ngoai.txt")]
    [InlineData("media/ng\u0001oai.txt")]
    [InlineData("media/ng\0oai.txt")]
    [InlineData("media/ng\u202Etxt.exe")]
    [InlineData("media/ngoai.txt.")]
    [InlineData("media/NUL.txt")]
    [InlineData(".htaccess")]
    [InlineData("media/caf\u0065\u0301.txt")]
    public async Task A_name_that_leads_elsewhere_is_refused(string name)
    {
        await using var portal = await PortalApp.StartAsync();
        var package = Packages.Make(Packages.Steps(Nothing), change: null, (name, "x"u8.ToArray()));

        await ShouldBeRefusedAsync(portal, package, HttpStatusCode.UnprocessableEntity, "Gói có tệp mang tên không hợp lệ: ");
        Directory.EnumerateFiles(portal.DataFolder, "*ngoai*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_that_is_too_long_for_a_disk_is_refused()
    {
        await using var portal = await PortalApp.StartAsync();

        await ShouldBeRefusedAsync(portal, Packages.Make(Packages.Steps(Nothing), null, ($"media/{new string('ộ', 90)}.txt", "x"u8.ToArray())), HttpStatusCode.UnprocessableEntity, "Gói có tệp mang tên không hợp lệ: ");
        await ShouldBeRefusedAsync(portal, Packages.Make(Packages.Steps(Nothing), null, (string.Join('/', Enumerable.Repeat("media", 90)), "x"u8.ToArray())), HttpStatusCode.UnprocessableEntity, "Gói có tệp mang tên không hợp lệ: ");
    }

    [Fact]
    public async Task Two_files_that_are_one_on_some_disk_are_refused()
    {
        await using var portal = await PortalApp.StartAsync();
        (string, byte[])[] files = [("media/a.txt", "a"u8.ToArray()), ("media/A.TXT", "b"u8.ToArray())];

        await ShouldBeRefusedAsync(portal, Packages.Make(Packages.Steps(Nothing), null, files), HttpStatusCode.UnprocessableEntity, "Gói có hai tệp cùng tên: ");
        await ShouldBeRefusedAsync(portal, Packages.Zip([("Recipe.json", "{}"u8.ToArray()), ("Recipe.json", "{}"u8.ToArray())]), HttpStatusCode.UnprocessableEntity, "Gói có hai tệp cùng tên: ");
        // A file where others need a folder.
        await ShouldBeRefusedAsync(portal, Packages.Make(Packages.Steps(Nothing), null, ("media", "a"u8.ToArray()), ("media/a.txt", "b"u8.ToArray())), HttpStatusCode.UnprocessableEntity, "Gói có hai tệp cùng tên: ");
    }

    [Fact]
    public async Task A_link_is_no_file_of_a_package()
    {
        await using var portal = await PortalApp.StartAsync();
        var package = Packages.Zip([("Recipe.json", "{}"u8.ToArray()), ("media/a.txt", "/etc/passwd"u8.ToArray())], entry =>
            entry.ExternalAttributes = entry.FullName == "media/a.txt" ? unchecked((int)0xA1FF0000) : 0);

        await ShouldBeRefusedAsync(portal, package, HttpStatusCode.UnprocessableEntity, "Gói có tệp mang tên không hợp lệ: media/a.txt");
    }

    [Fact]
    public async Task What_is_no_whole_zip_is_refused()
    {
        await using var portal = await PortalApp.StartAsync();
        var whole = Packages.Make(Packages.Steps(Nothing), null, ("media/a.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5000)))));
        var flipped = (byte[])whole.Clone();
        flipped[200] ^= 0xFF;

        await ShouldBeRefusedAsync(portal, [], HttpStatusCode.UnprocessableEntity, Damaged);
        await ShouldBeRefusedAsync(portal, "Đây không phải zip"u8.ToArray(), HttpStatusCode.UnprocessableEntity, Damaged);
        await ShouldBeRefusedAsync(portal, whole[..^30], HttpStatusCode.UnprocessableEntity, Damaged);
        await ShouldBeRefusedAsync(portal, whole[50..], HttpStatusCode.UnprocessableEntity, Damaged);
        await ShouldBeRefusedAsync(portal, flipped, HttpStatusCode.UnprocessableEntity, reason: null);
    }

    [Fact]
    public async Task What_lacks_its_recipe_or_has_a_list_that_is_none_is_refused()
    {
        await using var portal = await PortalApp.StartAsync();

        await ShouldBeRefusedAsync(portal, Packages.Zip([("cong-thuc.json", "{}"u8.ToArray())]), HttpStatusCode.UnprocessableEntity, "Trong gói không có Recipe.json.");
        foreach (var list in new[] { "", "[]", "{}", "null", """{ "format": "x", "files": {} }""", """{ "format": 0, "files": {} }""", """{ "format": 1, "files": null }""", """{ "format": 1, "files": { "a": {} } }""" })
        {
            await ShouldBeRefusedAsync(portal, Packages.Zip([("Recipe.json", "{}"u8.ToArray()), ("package.json", Encoding.UTF8.GetBytes(list))]), HttpStatusCode.UnprocessableEntity, "Không đọc được package.json trong gói.");
        }
    }

    [Fact]
    public async Task A_package_of_a_newer_program_is_refused_and_said_to_be_so()
    {
        await using var portal = await PortalApp.StartAsync();
        var package = Packages.Make(Packages.Steps(Nothing), manifest => (manifest["format"], manifest["product"]) = (2, "OrchardSite 9.1"));

        await ShouldBeRefusedAsync(portal, package, HttpStatusCode.UnprocessableEntity, "Gói do phiên bản mới hơn tạo ra (OrchardSite 9.1, định dạng 2): hãy cập nhật chương trình này trước.");
    }

    [Fact]
    public async Task A_file_that_the_list_does_not_have_or_has_otherwise_is_refused()
    {
        await using var portal = await PortalApp.StartAsync();
        (string, byte[]) file = ("media/a.txt", "Xin chào"u8.ToArray());

        await ShouldBeRefusedAsync(portal, Packages.Make(Packages.Steps(Nothing), list => list["files"]!.AsObject().Remove("media/a.txt"), file), HttpStatusCode.UnprocessableEntity, "Gói có tệp không nằm trong danh sách của nó: media/a.txt");
        await ShouldBeRefusedAsync(portal, Packages.Make(Packages.Steps(Nothing), list => list["files"]!["media/a.txt"] = new string('0', 64), file), HttpStatusCode.UnprocessableEntity, "Tệp media/a.txt trong gói không đúng như danh sách: mã băm khác.");
        await ShouldBeRefusedAsync(portal, Packages.Make(Packages.Steps(Nothing), list => list["files"]!["Recipe.json"] = "", file), HttpStatusCode.UnprocessableEntity, "Tệp Recipe.json trong gói không đúng như danh sách: mã băm khác.");
        await ShouldBeRefusedAsync(portal, Packages.Make(Packages.Steps(Nothing), list => list["files"]!["media/b.txt"] = "", file), HttpStatusCode.UnprocessableEntity, "Gói thiếu tệp mà nó liệt kê: media/b.txt");
    }

    [Fact]
    public async Task What_would_fill_the_disk_is_refused_while_it_is_unpacked()
    {
        await using var portal = await PortalApp.StartAsync(Limits(("MaxUnpacked", "300000"), ("MaxEntries", "8"), ("MaxUpload", "200000")));
        var bomb = Packages.Make(Packages.Steps(Nothing), null, ("media/a.txt", new byte[400_000]));

        await ShouldBeRefusedAsync(portal, bomb, HttpStatusCode.RequestEntityTooLarge, "Giải nén ra, gói lớn hơn mức cho phép: media/a.txt");
        // What the zip says of the size is not believed.
        await ShouldBeRefusedAsync(portal, WithSize(bomb, 400_000, 10), expected: null, reason: null);
        await ShouldBeRefusedAsync(portal, Packages.Make(Packages.Steps(Nothing), null, [.. Enumerable.Range(0, 9).Select(number => ($"media/{number}.txt", "x"u8.ToArray()))]), HttpStatusCode.RequestEntityTooLarge, "Gói có hơn 8 tệp.");
        await ShouldBeRefusedAsync(portal, new byte[200_001], HttpStatusCode.RequestEntityTooLarge, "Gói lớn hơn 0 MB.");
    }

    [Fact]
    public async Task What_is_much_larger_than_its_package_is_refused()
    {
        await using var portal = await PortalApp.StartAsync(Limits(("MaxRatio", "100")));
        // 64 MB may be unpacked from anything; this is more, of a package of less than a hundredth.
        var bomb = Packages.Make(Packages.Steps(Nothing), null, ("media/a.txt", new byte[70 * 1024 * 1024]));

        await ShouldBeRefusedAsync(portal, bomb, HttpStatusCode.RequestEntityTooLarge, "Giải nén ra, gói lớn hơn mức cho phép: media/a.txt");
    }

    [Fact]
    public async Task A_list_of_entries_that_would_fill_the_memory_is_not_read()
    {
        await using var portal = await PortalApp.StartAsync(Limits(("MaxEntries", "10")));
        // The record at the end says one entry; the list before it has thousands.
        var package = Packages.Zip(Enumerable.Range(0, 2000).Select(number => ($"media/{number:D5}.txt", "x"u8.ToArray())));
        var end = package.AsSpan(package.Length - 22);
        (end[8], end[9], end[10], end[11]) = (1, 0, 1, 0);

        await ShouldBeRefusedAsync(portal, package, HttpStatusCode.RequestEntityTooLarge, "Gói có hơn 10 tệp.");
    }

    [Theory]
    [InlineData("""{ "name": "no-such-step" }""", "Recipe.json, no-such-step, $.steps[0].name")]
    [InlineData("""{ "name": "settings", "PageSize": 1000 }""", "Recipe.json, settings, $.steps[0].PageSize")]
    [InlineData("""{ "name": "media", "Files": [ { "SourcePath": "media/a.exe", "TargetPath": "a.exe" } ] }""", "Recipe.json, media, $.steps[0].Files[0]")]
    [InlineData("""{ "name": "media", "Files": [ { "SourcePath": "media/a.txt", "TargetPath": "../a.txt" } ] }""", "Recipe.json, media, $.steps[0].Files[0].TargetPath")]
    [InlineData("""{ "name": "media", "Files": [ { "SourcePath": "../../../appsettings.json", "TargetPath": "a.txt" } ] }""", "Recipe.json, media, $.steps[0].Files[0].SourcePath")]
    [InlineData("""{ "name": "media", "Files": [ { "SourcePath": "media/fake.png", "TargetPath": "fake.png" } ] }""", "Recipe.json, media, $.steps[0].Files[0].SourcePath")]
    [InlineData("not json", "Recipe.json")]
    public async Task A_recipe_that_cannot_be_run_is_refused_with_its_place(string steps, string place)
    {
        await using var portal = await PortalApp.StartAsync();
        var package = Packages.Make(Packages.Steps(steps), null, ("media/a.exe", "MZ"u8.ToArray()), ("media/a.txt", "a"u8.ToArray()), ("media/fake.png", "no picture"u8.ToArray()));

        await ShouldBeRefusedAsync(portal, package, HttpStatusCode.UnprocessableEntity, place);
    }

    [Fact]
    public async Task Nothing_in_a_package_is_evaluated()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        File.WriteAllText(Path.Combine(portal.DataFolder, "bi-mat.txt"), "bí mật");

        var plan = await admin.UploadAsync(Site, Packages.Make(Packages.Steps("""{ "name": "settings", "SiteName": "[js: 1 + 1]", "Motto": "[file:text('package.json')]" }""")));
        await admin.PressAsync(plan, "#run button");

        (await portal.TitleAsync()).ShouldContain("[js: 1 + 1]");
    }

    [Fact]
    public async Task A_form_without_a_package_says_so()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);

        var refused = await admin.PressAsync(await admin.GetPageAsync(Site + "/Admin/Packages"), "#import button");

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf("#refusals").ShouldBe("Hãy chọn một gói trước.");
    }

    private static async Task ShouldBeRefusedAsync(PortalApp portal, byte[] package, HttpStatusCode? expected, string? reason)
    {
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        var before = await RowCounts.ReadAsync(portal);

        var refused = await admin.UploadAsync(Site, package);

        refused.Status.ShouldBe(expected ?? refused.Status, refused.TextOf("#refusals") ?? refused.Body);
        ((int)refused.Status).ShouldBeInRange(400, 499);
        refused.TextOf("#refusals").ShouldNotBeNull().ShouldStartWith(reason ?? "");
        refused.Document.QuerySelector("#run").ShouldBeNull();
        portal.WaitingPackages().ShouldBeEmpty();
        (await RowCounts.ReadAsync(portal)).ShouldBe(before);
    }

    private static Dictionary<string, string?> Limits(params (string Name, string Value)[] limits) => limits.ToDictionary(limit => "Packages:" + limit.Name, limit => (string?)limit.Value);

    private static byte[] WithSize(byte[] zip, int from, int to)
    {
        var changed = (byte[])zip.Clone();
        for (var at = 0; at < changed.Length - 4; at++)
        {
            if (BitConverter.ToInt32(changed, at) == from)
            {
                BitConverter.TryWriteBytes(changed.AsSpan(at), to);
            }
        }

        return changed;
    }
}
