using System.Net;
using System.Text.Json.Nodes;
using OrchardSite.Media;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Media;

public sealed class LibraryPageTests
{
    private const string Receiver = "Đầu mối tiếp nhận";
    private const string Picture = "hinh-anh/thu/Chợ đêm.jpg";

    [Fact]
    public async Task Files_are_added_together_and_each_that_is_refused_says_why()
    {
        await using var portal = await PortalApp.StartAsync();
        var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);

        var answer = await browser.SendFilesAsync(
            LibraryPages.Folder("hinh-anh"), "#upload", ("Chợ đêm.jpg", Pictures.Jpeg(40, 30)), ("thu.exe", [1, 2]), ("市场.png", Pictures.Png(4, 3)), ("giả.png", Pictures.Gif(4, 3)));

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.TextsOf("#refusals p").ShouldBe(
        [
            "thu.exe: Thư viện không nhận loại tệp này: thu.exe",
            "giả.png: Nội dung của giả.png không đúng với loại tệp theo tên gọi, hoặc tệp đã bị hỏng.",
        ]);
        answer.TextOf("#notices .alert").ShouldBe("Đã thêm 2 tệp.");
        answer.TextsOf(".media-name").Where(name => !name.EndsWith(".svg", StringComparison.Ordinal)).ShouldBe(["市场.png", "Chợ đêm.jpg"], ignoreOrder: true);
        (await portal.Http.GetPageAsync("/xttm-lang-son/media/hinh-anh/Chợ đêm.jpg")).Status.ShouldBe(HttpStatusCode.OK);
        (await portal.Http.GetPageAsync("/xttm-vinh-long/media/hinh-anh/Chợ đêm.jpg")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Http.GetPageAsync("/media/hinh-anh/Chợ đêm.jpg")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_second_file_of_the_same_name_gets_a_number_and_the_same_file_again_does_not()
    {
        await using var portal = await PortalApp.StartAsync();
        var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        var first = Pictures.Jpeg(40, 30);

        foreach (var content in new[] { first, Pictures.Jpeg(30, 40), first })
        {
            (await browser.SendFilesAsync(LibraryPages.Folder("hinh-anh"), "#upload", ("cho.jpg", content))).Status.ShouldBe(HttpStatusCode.Found);
        }

        var page = await browser.GetPageAsync(LibraryPages.Folder("hinh-anh") + "&q=cho.jpg");
        page.TextsOf(".media-name").ShouldBe(["cho.jpg"]);
        (await browser.GetPageAsync(LibraryPages.Folder("hinh-anh") + "&q=CHỢ")).TextsOf(".media-name").ShouldContain("cho-2.jpg");
        (await portal.FileAsync("hinh-anh/cho.jpg")).Width.ShouldBe(40);
        (await portal.FileAsync("hinh-anh/cho-2.jpg")).Width.ShouldBe(30);
    }

    [Theory]
    [InlineData("..\\..\\cho.jpg", "cho.jpg")]
    [InlineData("../../etc/cho.jpg", "cho.jpg")]
    [InlineData("C:\\fakepath\\cho.jpg", "cho.jpg")]
    [InlineData(" .cho?.jpg. ", "cho-.jpg")]
    [InlineData("cho\u202Egpj.jpg", "chogpj.jpg")]
    [InlineData("con.jpg", "_con.jpg")]
    [InlineData("Cho\u031B\u0323 .jpg", "Chợ.jpg")]
    [InlineData("سوق 🛒.jpg", "سوق 🛒.jpg")]
    public void A_name_from_a_persons_machine_becomes_one_that_the_library_may_have(string given, string name)
    {
        MediaPath.CleanName(given).ShouldBe(name);
        MediaPath.TryRead(name, out var path, out _).ShouldBeTrue();
        path.ShouldBe(name);
    }

    [Fact]
    public async Task A_file_that_moves_is_still_found_by_pages_and_links_under_its_former_name()
    {
        await using var portal = await PortalApp.StartAsync();
        var article = await AddArticleAsync(portal);
        await portal.UploadAsync("hinh-anh/thu/khac.jpg", Pictures.Jpeg(20, 10));
        var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        (await ReadArticleAsync(portal)).Body.ShouldContain("/media/hinh-anh/thu/Ch%E1%BB%A3%20%C4%91%C3%AAm.jpg?width");

        var form = await browser.GetPageAsync(LibraryPages.FilePage(Picture));
        form.TextsOf("#uses li").ShouldBe([article]);
        var moved = await browser.PressAsync(form, "#details button", ("name", "cho-dem.jpg"), ("folder", "banner"), ("altText", " Chợ đêm Kỳ Lừa "));

        moved.Response.Headers.Location!.OriginalString.ShouldBe(LibraryPages.FilePage("banner/cho-dem.jpg"));
        var page = await browser.FollowAsync(moved);
        page.TextOf("h1").ShouldBe("cho-dem.jpg");
        page.ValueOf("altText").ShouldBe("Chợ đêm Kỳ Lừa");
        page.TextsOf("#uses li").ShouldBe([article]);
        (await ReadArticleAsync(portal)).Body.ShouldContain("/media/banner/cho-dem.jpg?width");
        (await portal.Http.GetPageAsync("/xttm-lang-son/media/" + Uri.EscapeDataString(Picture).Replace("%2F", "/"))).Status.ShouldBe(HttpStatusCode.OK);

        // A new file of that name is another file; and the first can go back.
        await browser.SendFilesAsync(LibraryPages.Folder("hinh-anh/thu"), "#upload", ("Chợ đêm.jpg", Pictures.Jpeg(7, 7)));
        (await portal.FileAsync("hinh-anh/thu/Chợ đêm-2.jpg")).Width.ShouldBe(7);
        (await browser.PressAsync(page, "#details button", ("name", "Chợ đêm.jpg"), ("folder", "hinh-anh/thu"))).Status.ShouldBe(HttpStatusCode.Found);
        (await ReadArticleAsync(portal)).Body.ShouldContain("/media/hinh-anh/thu/Ch%E1%BB%A3%20%C4%91%C3%AAm.jpg?width");
    }

    [Fact]
    public async Task A_name_that_is_taken_or_of_another_kind_is_refused_and_what_was_typed_stays()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.UploadAsync(Picture, Pictures.Jpeg(20, 10));
        await portal.UploadAsync("hinh-anh/thu/khac.jpg", Pictures.Jpeg(20, 10));
        var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        var form = await browser.GetPageAsync(LibraryPages.FilePage(Picture));

        foreach (var (name, status, reason) in new[]
        {
            ("khac.jpg", HttpStatusCode.Conflict, "Thư viện đã có hinh-anh/thu/khac.jpg."),
            ("Chợ đêm.png", HttpStatusCode.UnprocessableEntity, "Tên tệp phải kết thúc bằng .jpg như nội dung của tệp."),
            ("..", HttpStatusCode.UnprocessableEntity, "Tên thư mục, tên tệp không được bắt đầu hoặc kết thúc bằng dấu chấm hay dấu cách."),
            ("a|b.jpg", HttpStatusCode.UnprocessableEntity, "Đường dẫn trong thư viện không được chứa các ký tự: \\ : * ? \" < > |"),
        })
        {
            var answer = await browser.PressAsync(form, "#details button", ("name", name), ("altText", "Chợ đêm"));
            answer.Status.ShouldBe(status);
            answer.TextsOf("#refusals p").ShouldBe([reason]);
            (answer.ValueOf("name"), answer.ValueOf("altText")).ShouldBe((name, "Chợ đêm"));
        }

        (await portal.FileAsync(Picture)).Revision.ShouldBe(1);
    }

    [Fact]
    public async Task A_change_from_a_page_that_is_no_longer_true_is_refused()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.UploadAsync(Picture, Pictures.Jpeg(20, 10));
        var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        var stale = await browser.GetPageAsync(LibraryPages.FilePage(Picture));
        (await browser.PressAsync(stale, "#details button", ("altText", "Của người khác"))).Status.ShouldBe(HttpStatusCode.Found);

        (await browser.PressAsync(stale, "#details button", ("altText", "Của tôi"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await browser.PressAsync(stale, "#delete button")).Status.ShouldBe(HttpStatusCode.Conflict);

        (await portal.FileAsync(Picture)).AltText.ShouldBe("Của người khác");
    }

    [Fact]
    public async Task A_file_in_use_is_not_deleted_and_the_places_are_named()
    {
        await using var portal = await PortalApp.StartAsync();
        var article = await AddArticleAsync(portal);
        await portal.UploadAsync("hinh-anh/thu/thua.jpg", Pictures.Jpeg(9, 9));
        var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        var list = await browser.GetPageAsync(LibraryPages.Folder("hinh-anh/thu"));

        var answer = await browser.PressAsync(list, "button[value=Delete]", ("picked", "1|" + Picture), ("picked", "1|hinh-anh/thu/thua.jpg"));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.TextsOf("#refusals p").ShouldBe([$"{Picture} đang được dùng: {article}. Hãy gỡ tệp ở đó trước, hoặc thay thế tệp."]);
        answer.TextOf("#notices .alert").ShouldBe("Đã xóa 1 tệp.");
        answer.TextsOf(".media-name").ShouldBe(["Chợ đêm.jpg"]);
        (await portal.Http.GetPageAsync("/xttm-lang-son/media/hinh-anh/thu/thua.jpg")).Status.ShouldBe(HttpStatusCode.NotFound);
        // The logo is in the site's settings.
        var logo = (await browser.GetPageAsync(LibraryPages.Folder("nhan-dien"))).Document.QuerySelectorAll(".pick").Select(box => box.GetAttribute("value")!.Split('|')[1]);
        (await Task.WhenAll(logo.Select(path => browser.GetPageAsync(LibraryPages.FilePage(path))))).ShouldContain(page => page.TextsOf("#uses li").Contains("Thiết lập của trang"));
    }

    [Fact]
    public async Task A_file_that_only_the_text_shows_is_in_use_until_readers_no_longer_see_it()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.UploadAsync(Picture, Pictures.Jpeg(20, 10));
        var item = Samples.Article("Chợ đêm Kỳ Lừa");
        item["HtmlBodyPart"]!["Html"] = "<p><img src=\"/xttm-lang-son/media/hinh-anh/thu/Ch%E1%BB%A3%20%C4%91%C3%AAm.jpg?v=1\" alt=\"Chợ\"></p>";
        var saved = await portal.AddAsync(PortalApp.LangSon, item);
        var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);
        async Task<IReadOnlyList<string>> UsesAsync() => (await browser.GetPageAsync(LibraryPages.FilePage(Picture))).TextsOf("#uses li");
        (await UsesAsync()).ShouldBe(["Chợ đêm Kỳ Lừa"]);

        var (version, opened) = await portal.OpenAsync(PortalApp.LangSon, saved.ContentItemId);
        opened["HtmlBodyPart"]!["Html"] = "<p>Không còn hình.</p>";
        var draft = (await portal.SaveAsync(PortalApp.LangSon, opened, version.VersionId)).Value;
        (await UsesAsync()).ShouldBe(["Chợ đêm Kỳ Lừa"]);

        (await portal.PublishAsync(PortalApp.LangSon, draft)).Succeeded.ShouldBeTrue();
        (await UsesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_item_takes_no_file_that_the_library_does_not_have_but_keeps_one_that_is_gone()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.UploadAsync(Picture, Pictures.Jpeg(20, 10));
        await portal.UploadAsync("hinh-anh/cua-vinh-long.jpg", Pictures.Jpeg(20, 10), PortalApp.VinhLong);
        var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);

        var refused = await browser.WriteAsync("Chợ đêm Kỳ Lừa", DashboardContent.SaveButton, ("Article.Image.Paths", "hinh-anh/cua-vinh-long.jpg"), ("Article.Image.MediaTexts", "Chợ"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf("#Article-Image-errors").ShouldBe("Thư viện không có tệp hinh-anh/cua-vinh-long.jpg.");
        refused.ValueOf("Article.Image.Paths").ShouldBe("hinh-anh/cua-vinh-long.jpg");

        // The version with the picture can come back after the picture is gone.
        var saved = await browser.FollowAsync(await browser.WriteAsync("Chợ đêm Kỳ Lừa", DashboardContent.SaveButton, ("Article.Image.Paths", Picture), ("Article.Image.MediaTexts", "Chợ")));
        // Closed, so that nobody holds the item.
        (await browser.PressAsync(saved, "button[value=SaveAndClose]", ("Article.Image.Paths", ""))).Status.ShouldBe(HttpStatusCode.Found);
        (await browser.PressAsync(await browser.GetPageAsync(LibraryPages.FilePage(Picture)), "#delete button")).Status.ShouldBe(HttpStatusCode.Found);
        var versions = await browser.GetPageAsync(DashboardContent.AddressOf(saved.ItemOf(), "Versions"));
        (await browser.PressAsync(versions, "[formaction*=Restore], [action*=Restore] button")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_file_is_replaced_by_one_of_its_kind_and_readers_get_the_new_one_at_once()
    {
        await using var portal = await PortalApp.StartAsync();
        await AddArticleAsync(portal);
        var before = (await ReadArticleAsync(portal)).Body;
        var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);

        var wrong = await browser.SendFilesAsync(LibraryPages.FilePage(Picture), "#replace", ("a.png", Pictures.Png(3, 3)));
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.TextsOf("#refusals p").ShouldBe(["Tệp mới phải cùng loại: .jpg."]);
        (await browser.SendFilesAsync(LibraryPages.FilePage(Picture), "#replace")).TextsOf("#refusals p").ShouldBe(["Hãy chọn một tệp."]);
        (await browser.SendFilesAsync(LibraryPages.FilePage(Picture), "#replace", ("a.jpg", Pictures.Jpeg(90, 70)))).Status.ShouldBe(HttpStatusCode.Found);

        (await portal.FileAsync(Picture)).Width.ShouldBe(90);
        (await ReadArticleAsync(portal)).Body.ShouldNotBe(before);
    }

    [Fact]
    public async Task A_picture_is_cut_around_its_focal_point()
    {
        await using var portal = await PortalApp.StartAsync();
        await AddArticleAsync(portal, Pictures.LeftAndRight(1600, 400));
        var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        (await CutAsync(portal)).ShouldBe(Pictures.Middle);

        var form = await browser.GetPageAsync(LibraryPages.FilePage(Picture));
        (await browser.PressAsync(form, "#details button", ("focusX", "101"))).TextsOf("#refusals p").ShouldBe(["Điểm chính phải nằm trong hình: từ 0 đến 100."]);
        (await browser.PressAsync(form, "#details button", ("focusX", "0"), ("focusY", "50"))).Status.ShouldBe(HttpStatusCode.Found);
        (await CutAsync(portal)).ShouldBe(Pictures.LeftSide);

        form = await browser.GetPageAsync(LibraryPages.FilePage(Picture));
        (await browser.PressAsync(form, "#details button", ("focusX", "100"))).Status.ShouldBe(HttpStatusCode.Found);
        (await CutAsync(portal)).ShouldBe(Pictures.RightSide);
    }

    [Fact]
    public async Task What_a_person_may_do_in_the_library_is_what_their_roles_say()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.UploadAsync("hinh-anh/cua-nguoi-khac.jpg", Pictures.Jpeg(4, 4));
        var contributor = await portal.SignedInAsync(PortalApp.LangSon, Editors.Contributor);
        (await contributor.SendFilesAsync(LibraryPages.Folder("hinh-anh"), "#upload", ("cua-toi.jpg", Pictures.Jpeg(5, 5)))).Status.ShouldBe(HttpStatusCode.Found);

        // Their own file, and no other; no folders.
        var list = await contributor.GetPageAsync(LibraryPages.Folder("hinh-anh"));
        list.Document.QuerySelectorAll(".pick").Select(box => box.GetAttribute("value")).ShouldBe(["1|hinh-anh/cua-toi.jpg"]);
        list.Document.QuerySelector(".new-folder").ShouldBeNull();
        (await contributor.GetPageAsync(LibraryPages.FilePage("hinh-anh/cua-nguoi-khac.jpg"))).Document.QuerySelector("#details").ShouldBeNull();
        var own = await contributor.GetPageAsync(LibraryPages.FilePage("hinh-anh/cua-toi.jpg"));
        own.Document.QuerySelector("#details form, #details")!.SetAttribute("action", LibraryPages.FilePage("hinh-anh/cua-nguoi-khac.jpg"));
        var forged = await contributor.PressAsync(own, "#details button", ("altText", "Không phải của tôi"));
        forged.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await contributor.GetPageAsync(LibraryPages.Library + "/Folder?path=hinh-anh")).Status.ShouldBe(HttpStatusCode.Forbidden);

        // Who only receives directives has nothing to do here, and is told what is missing.
        var receiver = await portal.SignedInAsync(PortalApp.LangSon, Receiver);
        var refused = await receiver.GetPageAsync(LibraryPages.Library);
        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused.Body.ShouldContain("Thêm tệp vào thư viện và thay đổi tệp của mình");
        // Another site's people do not come in, nor does its library show anything of this one.
        var neighbour = await portal.SignedInAsync(PortalApp.VinhLong, Editors.Administrator);
        (await neighbour.GetPageAsync(LibraryPages.Library)).Status.ShouldNotBe(HttpStatusCode.OK);
        (await neighbour.GetPageAsync("/xttm-vinh-long/Admin/Media?q=cua-toi")).TextsOf(".media-name").ShouldBeEmpty();
        (await neighbour.GetPageAsync("/xttm-vinh-long/Admin/Media/File?path=hinh-anh/cua-toi.jpg")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_role_may_have_rights_on_one_folder_alone()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.UploadAsync("hinh-anh/thu/a.jpg", Pictures.Jpeg(4, 4));
        await portal.SetRoleAsync("Người chụp ảnh", "AccessAdminPanel", "ManageMediaContent_hinh-anh");
        var browser = await portal.SignedInAsync(PortalApp.LangSon, "Người chụp ảnh");

        (await browser.SendFilesAsync(LibraryPages.Folder("hinh-anh/thu"), "#upload", ("b.jpg", Pictures.Jpeg(5, 5)))).Status.ShouldBe(HttpStatusCode.Found);
        var form = await browser.GetPageAsync(LibraryPages.FilePage("hinh-anh/thu/a.jpg"));
        form.Document.QuerySelectorAll("#folder option").Select(option => option.GetAttribute("value")).ShouldAllBe(folder => folder!.StartsWith("hinh-anh"));
        (await browser.PressAsync(form, "#details button", ("altText", "Chợ"))).Status.ShouldBe(HttpStatusCode.Found);

        (await browser.GetPageAsync(LibraryPages.Folder("banner"))).Document.QuerySelector("#upload").ShouldBeNull();
        (await browser.BeginUploadAsync("c.jpg", 5, "banner")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.BeginUploadAsync("c.jpg", 5, "")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.BeginUploadAsync("c.jpg", 5, "hinh-anh-khac")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var administrator = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        (await administrator.GetPageAsync("/xttm-lang-son/Admin/Roles/Edit?name=Bi%C3%AAn%20t%E1%BA%ADp%20vi%C3%AAn")).Body.ShouldContain("Thêm, thay thế và xóa tệp trong “hinh-anh”");
    }

    private static async Task<string> AddArticleAsync(PortalApp portal, byte[]? picture = null)
    {
        await portal.UploadAsync(Picture, picture ?? Pictures.Jpeg(1200, 900));
        var item = Samples.Article("Chợ đêm Kỳ Lừa");
        item["AutoroutePart"] = new JsonObject { ["Path"] = "cho-dem-ky-lua" };
        item["Article"]!["Image"] = new JsonObject { ["Paths"] = new JsonArray(Picture), ["MediaTexts"] = new JsonArray("Chợ đêm") };
        await portal.AddAsync(PortalApp.LangSon, item);
        return "Chợ đêm Kỳ Lừa";
    }

    private static Task<Page> ReadArticleAsync(PortalApp portal) => portal.Http.GetPageAsync("/xttm-lang-son/cho-dem-ky-lua");

    // Shared by others, an article's picture is cut to 1200 x 630.
    private static async Task<(int Red, int Green, int Blue)> CutAsync(PortalApp portal)
    {
        var page = await ReadArticleAsync(portal);
        var address = new Uri(page.Document.QuerySelector("meta[property='og:image']").ShouldNotBeNull().GetAttribute("content")!).PathAndQuery;
        return Pictures.ColorOfMiddle(await portal.Http.GetByteArrayAsync(address, TestContext.Current.CancellationToken));
    }
}
