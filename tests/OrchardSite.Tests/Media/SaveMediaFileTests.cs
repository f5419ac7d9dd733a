using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Media;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Media;

public sealed class SaveMediaFileTests
{
    [Fact]
    public async Task A_name_typed_in_either_way_is_one_file_of_this_site()
    {
        await using var portal = await PortalApp.StartAsync();
        var name = "hinh-anh/Chợ đêm.txt";

        var first = (await portal.UploadAsync(name.Normalize(NormalizationForm.FormD), "Một")).Value;
        var second = (await portal.UploadAsync(name, "Hai")).Value;

        (first.Path, first.Revision, second.Path, second.Revision).ShouldBe((name, 1, name, 2));
        (await portal.AuditOfAsync(PortalApp.LangSon, nameof(SaveMediaFile))).Count(entry => entry.Detail == name).ShouldBe(2);
    }

    [Fact]
    public async Task The_same_content_again_leaves_no_trace()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.UploadAsync(new MediaUpload("thu.png", new MemoryStream(Pictures.Png(20, 10)), "Chợ đêm"));
        var before = await RowCounts.ReadAsync(portal);

        var again = (await portal.UploadAsync("thu.png", Pictures.Png(20, 10))).Value;

        (again.Revision, again.AltText, again.Width, again.Height).ShouldBe((1, "Chợ đêm", 20, 10));
        (await RowCounts.ReadAsync(portal)).ShouldBe(before);
    }

    [Fact]
    public async Task Bytes_that_two_sites_have_are_kept_once()
    {
        await using var portal = await PortalApp.StartAsync();
        var folder = portal.Services.GetRequiredService<PortalPaths>().Media;
        int Count() => Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length;
        var before = Count();

        await portal.UploadAsync("thu.txt", "Dùng chung");
        await portal.UploadAsync("khac.txt", "Dùng chung", PortalApp.VinhLong);

        Count().ShouldBe(before + 1);
    }

    [Fact]
    public async Task A_file_that_somebody_else_has_replaced_meanwhile_is_not_overwritten()
    {
        await using var portal = await PortalApp.StartAsync();
        MediaUpload Upload(string text, int revision) => new("thu.txt", new MemoryStream(Encoding.UTF8.GetBytes(text)), null, revision);
        (await portal.UploadAsync(Upload("Một", 0))).Succeeded.ShouldBeTrue();
        (await portal.UploadAsync(Upload("Hai", 1))).Succeeded.ShouldBeTrue();

        foreach (var stale in new[] { 0, 1 })
        {
            (await portal.UploadAsync(Upload("Ba", stale))).Refusals.ShouldBe(
                [new Refusal(RefusalKind.Conflict, "Somebody else has changed thu.txt in the meantime. Open it again to see how it is now.")]);
        }

        (await portal.Http.GetPageAsync("/xttm-lang-son/media/thu.txt")).Body.ShouldBe("Hai");
    }

    [Fact]
    public async Task Files_are_put_there_by_who_may_manage_them_with_a_text_that_fits()
    {
        await using var portal = await PortalApp.StartAsync();
        var upload = new MediaUpload("thu.txt", new MemoryStream("Một"u8.ToArray()));
        var before = await RowCounts.ReadAsync(portal);

        (await portal.UploadAsync(upload, actor: Actor.Person(3, "Nguyễn Văn An", ["ViewContent"]))).Refusals.ShouldBe(
            [new Refusal(RefusalKind.Forbidden, "You may not change the files of this site.")]);
        (await portal.UploadAsync(upload with { AltText = new string('a', 256) })).Refusals.ShouldBe(
            [new Refusal(RefusalKind.Invalid, "A text alternative has at most 255 characters.", "AltText")]);
        (await RowCounts.ReadAsync(portal)).ShouldBe(before);
        (await portal.UploadAsync(upload, actor: Actor.Person(4, "Trần Thị Bình", ["ManageMediaContent"]))).Succeeded.ShouldBeTrue();
    }

    [Theory]
    [InlineData("../thu.txt", "No folder or file name begins or ends with a full stop or a space.")]
    [InlineData("a/../thu.txt", "No folder or file name begins or ends with a full stop or a space.")]
    [InlineData(".htaccess", "No folder or file name begins or ends with a full stop or a space.")]
    [InlineData("a./thu.txt", "No folder or file name begins or ends with a full stop or a space.")]
    [InlineData("a/ thu.txt", "No folder or file name begins or ends with a full stop or a space.")]
    [InlineData("/thu.txt", "A path in the library is folders and a file name with single slashes between them.")]
    [InlineData("a//thu.txt", "A path in the library is folders and a file name with single slashes between them.")]
    [InlineData("", "A path in the library is folders and a file name with single slashes between them.")]
    [InlineData("a\\thu.txt", "A path in the library has none of these characters: \\ : * ? \" < > |")]
    [InlineData("C:thu.txt", "A path in the library has none of these characters: \\ : * ? \" < > |")]
    [InlineData("thu?.txt", "A path in the library has none of these characters: \\ : * ? \" < > |")]
    [InlineData("con.txt", "A folder or file cannot have the name of a Windows device.")]
    [InlineData("Lpt1/thu.txt", "A folder or file cannot have the name of a Windows device.")]
    [InlineData("thu\u0000.txt", "A path in the library has no invisible characters.")]
    [InlineData("thu\n.txt", "A path in the library has no invisible characters.")]
    [InlineData("thu\u202Etxt.svg", "A path in the library has no invisible characters.")]
    [InlineData("thu\u200B.txt", "A path in the library has no invisible characters.")]
    [InlineData("thu\uD800.txt", "A path in the library has no invisible characters.")]
    [InlineData("thu.exe", "The library takes no files of this kind: thu.exe")]
    [InlineData("thu.txt.html", "The library takes no files of this kind: thu.txt.html")]
    [InlineData("thu.php", "The library takes no files of this kind: thu.php")]
    [InlineData("thu.svgz", "The library takes no files of this kind: thu.svgz")]
    [InlineData("thu", "The library takes no files of this kind: thu")]
    public async Task A_path_that_could_lead_somewhere_else_or_deceive_is_refused(string path, string reason)
    {
        await using var portal = await PortalApp.StartAsync();
        var before = await RowCounts.ReadAsync(portal);

        (await portal.UploadAsync(path, "Một")).Refusals.ShouldBe([new Refusal(RefusalKind.Invalid, reason, "Path")]);

        (await RowCounts.ReadAsync(portal)).ShouldBe(before);
    }

    [Fact]
    public async Task A_path_has_255_characters_at_most_in_its_shortest_form()
    {
        await using var portal = await PortalApp.StartAsync();

        (await portal.UploadAsync(new string('ợ', 251).Normalize(NormalizationForm.FormD) + ".txt", "Một")).Succeeded.ShouldBeTrue();
        (await portal.UploadAsync(new string('ợ', 252) + ".txt", "Một")).Refusals.Single().Message.ShouldBe("A path in the library has at most 255 characters.");
    }

    [Fact]
    public async Task A_file_larger_than_the_setting_allows_is_refused()
    {
        await using var portal = await PortalApp.StartAsync(new Dictionary<string, string?> { ["Media:MaxFileSize"] = "1048576" });

        (await portal.UploadAsync("vua.txt", new string('a', 1048576))).Succeeded.ShouldBeTrue();
        (await portal.UploadAsync("lon.txt", new string('a', 1048577))).Refusals.ShouldBe(
            [new Refusal(RefusalKind.TooLarge, "The file is larger than 1 MB.", "Content")]);
    }
}
