using System.Net;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Recipes;

namespace OrchardSite.Tests.Media;

public sealed class FolderPageTests
{
    private const string Page = LibraryPages.Library + "/Folder?path=";

    [Fact]
    public async Task A_folder_is_made_filled_moved_with_what_is_in_it_and_its_files_stay_where_pages_look_for_them()
    {
        await using var portal = await PortalApp.StartAsync();
        var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);
        (await browser.PressAsync(await browser.GetPageAsync(LibraryPages.Folder("hinh-anh")), ".new-folder button", ("name", "Hội chợ 2026"))).Status.ShouldBe(HttpStatusCode.Found);
        await browser.SendFilesAsync(LibraryPages.Folder("hinh-anh/Hội chợ 2026"), "#upload", ("a.jpg", Pictures.Jpeg(9, 9)));
        await portal.UploadAsync("hinh-anh/Hội chợ 2026/ngày 1/b.jpg", Pictures.Jpeg(8, 8));
        await portal.UploadAsync("hinh-anh/Hội chợ 2026b/c.jpg", Pictures.Jpeg(7, 7));

        var moved = await browser.PressAsync(await browser.GetPageAsync(Page + Uri.EscapeDataString("hinh-anh/Hội chợ 2026")), "#details button", ("name", "hoi-cho"), ("parent", ""));

        moved.Response.Headers.Location!.OriginalString.ShouldBe(LibraryPages.Folder("hoi-cho"));
        (await browser.FollowAsync(moved)).TextsOf(".media-name").ShouldBe(["a.jpg"]);
        (await browser.GetPageAsync(LibraryPages.Folder("hoi-cho/ngày 1"))).TextsOf(".media-name").ShouldBe(["b.jpg"]);
        (await browser.GetPageAsync(LibraryPages.Folder("hinh-anh/Hội chợ 2026"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetPageAsync(LibraryPages.Folder("hinh-anh/Hội chợ 2026b"))).TextsOf(".media-name").ShouldBe(["c.jpg"]);
        (await portal.Http.GetPageAsync("/xttm-lang-son/media/hinh-anh/Hội chợ 2026/ngày 1/b.jpg")).Status.ShouldBe(HttpStatusCode.OK);
        (await portal.Http.GetPageAsync("/xttm-vinh-long/media/hoi-cho/a.jpg")).Status.ShouldBe(HttpStatusCode.NotFound);

        // And back again.
        (await browser.PressAsync(await browser.GetPageAsync(Page + "hoi-cho"), "#details button", ("name", "Hội chợ 2026"), ("parent", "hinh-anh"))).Status.ShouldBe(HttpStatusCode.Found);
        foreach (var path in new[] { "hinh-anh/Hội chợ 2026/a.jpg", "hoi-cho/a.jpg", "hinh-anh/Hội chợ 2026/ngày 1/b.jpg", "hoi-cho/ngày 1/b.jpg" })
        {
            (await portal.Http.GetPageAsync("/xttm-lang-son/media/" + path)).Status.ShouldBe(HttpStatusCode.OK, path);
        }
    }

    [Fact]
    public async Task Only_a_folder_without_files_is_deleted()
    {
        await using var portal = await PortalApp.StartAsync();
        var file = (await portal.UploadAsync("thu/ngày 1/a.jpg", Pictures.Jpeg(9, 9))).Value;
        var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);

        var refused = await browser.PressAsync(await browser.GetPageAsync(Page + "thu"), "#delete button");
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.TextsOf("#refusals p").ShouldBe(["Thư mục “thu” còn 1 tệp. Hãy chuyển hoặc xóa các tệp đó trước."]);

        (await browser.PressAsync(await browser.GetPageAsync(LibraryPages.FilePage(file.Path)), "#delete button")).Status.ShouldBe(HttpStatusCode.Found);
        (await browser.PressAsync(await browser.GetPageAsync(Page + "thu"), "#delete button")).Status.ShouldBe(HttpStatusCode.Found);
        (await browser.GetPageAsync(LibraryPages.Folder("thu"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetPageAsync(LibraryPages.Folder("thu/ngày 1"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_folder_goes_neither_into_itself_nor_onto_another_nor_away_from_a_role_that_has_rights_on_it()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.UploadAsync("thu/ngày 1/a.jpg", Pictures.Jpeg(9, 9));
        await portal.SetRoleAsync("Người chụp ảnh", "AccessAdminPanel", "ManageMediaContent_thu");
        var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);
        var form = await browser.GetPageAsync(Page + "thu");
        var before = await RowCounts.ReadAsync(portal);

        foreach (var (name, status, reason) in new[]
        {
            ("banner", HttpStatusCode.Conflict, "Thư viện đã có banner."),
            ("thu/ngày 1/trong", HttpStatusCode.UnprocessableEntity, "Không thể chuyển một thư mục vào chính nó."),
            ("moi", HttpStatusCode.Conflict, "Vai trò “Người chụp ảnh” có quyền trên thư mục này. Hãy bỏ quyền đó trước."),
            (".moi", HttpStatusCode.UnprocessableEntity, "Tên thư mục, tên tệp không được bắt đầu hoặc kết thúc bằng dấu chấm hay dấu cách."),
            ("", HttpStatusCode.UnprocessableEntity, "Đường dẫn trong thư viện gồm các thư mục và tên tệp, ngăn cách nhau bằng một dấu gạch chéo."),
        })
        {
            var answer = await browser.PressAsync(form, "#details button", ("name", name));
            answer.TextsOf("#refusals p").ShouldBe([reason]);
            answer.Status.ShouldBe(status);
        }

        var taken = await browser.PressAsync(await browser.GetPageAsync(LibraryPages.Library), ".new-folder button", ("name", "thu"));
        taken.TextsOf("#refusals p").ShouldBe(["Thư viện đã có thu."]);
        (await RowCounts.ReadAsync(portal)).ShouldBe(before);
    }

    [Fact]
    public async Task A_recipe_finds_the_file_that_was_moved_and_makes_no_second_one()
    {
        await using var portal = await PortalApp.StartAsync();
        var picture = Convert.ToBase64String(Pictures.Jpeg(9, 9));
        var step = $$"""{ "name": "media", "Files": [ { "TargetPath": "thu/a.jpg", "Base64": "{{picture}}" } ] }""";
        await portal.RunAsync(RecipeFiles.Recipe(step));
        var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);
        await browser.PressAsync(await browser.GetPageAsync(Page + "thu"), "#details button", ("name", "moi"));

        await portal.RunAsync(RecipeFiles.Recipe(step));

        (await portal.FileAsync("moi/a.jpg")).Revision.ShouldBe(2);
        (await browser.GetPageAsync(LibraryPages.Folder("thu"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
