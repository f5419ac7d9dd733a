using System.Net;
using OrchardSite.Content;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;
using static OrchardSite.Tests.Content.DashboardContent;

namespace OrchardSite.Tests.Content;

public sealed class EditorTests
{
    private const string Title = "Chợ phiên Kỳ Lừa ngày cuối năm";

    [Fact]
    public async Task What_is_written_is_saved_as_a_draft_sent_for_review_and_published_where_it_was_written()
    {
        await using var portal = await PortalApp.StartAsync();
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);

        var saved = await browser.FollowAsync(await browser.WriteAsync(Title));

        saved.TextOf("#notices").ShouldBe($"Đã lưu bản nháp “{Title}”.");
        (saved.ValueOf("TitlePart.Title"), saved.ValueOf("HtmlBodyPart.Html"), saved.ValueOf("Article.Category.TermContentItemIds"), saved.ValueOf("Article.SourceKind.Text"))
            .ShouldBe((Title, "<p>Chợ phiên họp sáng nay.</p>", Samples.Notices, "TuViet"));
        (await portal.Http.GetPageAsync("/xttm-lang-son/cho-phien-ky-lua-ngay-cuoi-nam")).Status.ShouldBe(HttpStatusCode.NotFound);
        var sent = await browser.PressAsync(saved, SubmitButton);
        sent.Location().ShouldBe(ArticleList);
        (await browser.FollowAsync(sent)).TextOf("#notices").ShouldBe($"“{Title}”: nay ở trạng thái “Chờ duyệt”.");
        (await portal.Http.GetPageAsync("/xttm-lang-son/cho-phien-ky-lua-ngay-cuoi-nam")).Status.ShouldBe(HttpStatusCode.NotFound);
        await portal.ApproveAsync(saved.ItemOf().ContentItemId);
        (await portal.Http.GetPageAsync("/xttm-lang-son/cho-phien-ky-lua-ngay-cuoi-nam")).TextOf("h1").ShouldBe(Title);
        (await portal.Http.GetPageAsync("/cho-phien-ky-lua-ngay-cuoi-nam")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Each_kind_of_field_comes_back_as_it_was_typed_and_hidden_ones_stay_hidden()
    {
        await using var portal = await PortalApp.StartAsync();
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);

        var saved = await browser.FollowAsync(await browser.WriteAsync(
            Title,
            SaveButton,
            ("Article.Author.Text", "Phòng Nghiệp vụ"), ("Article.SourceKind.Text", "TrichDan"), ("Article.Source.Text", "Báo Lạng Sơn"),
            ("Article.SourceUrl.Url", "https://example.vn/bai"), ("Article.SourceUrl.Text", "Bài gốc"), ("Article.IsFeatured.Value", "true"),
            ("Article.ExpiresAt.Value", "2027-01-31T17:30"), ("Article.RoyaltyCoefficient.Value", "1,25"),
            ("Article.Image.Paths", "hinh-anh/hoi-cho-xu-lang.svg"), ("Article.Image.MediaTexts", "Chợ phiên"), ("AutoroutePart.Path", "/Tin-Cho-Phien/")));

        saved.ValueOf("Article.IsFeatured.Value").ShouldBe("true");
        saved.ValueOf("Article.ExpiresAt.Value").ShouldBe("2027-01-31T17:30");
        saved.ValueOf("Article.RoyaltyCoefficient.Value").ShouldBe("1.25");
        saved.ValueOf("Article.SourceUrl.Text").ShouldBe("Bài gốc");
        saved.ValueOf("Article.Image.Paths").ShouldBe("hinh-anh/hoi-cho-xu-lang.svg");
        saved.ValueOf("AutoroutePart.Path").ShouldBe("/Tin-Cho-Phien/");
        var (_, item) = await portal.OpenAsync(PortalApp.LangSon, saved.ItemOf().ContentItemId);
        item["Article"]!["ExpiresAt"]!["Value"]!.GetValue<string>().ShouldBe("2027-01-31T10:30:00Z");
        item["Article"]!["RoyaltyCoefficient"].ShouldBeNull();

        await browser.PressAsync(saved, SubmitButton);
        await portal.ApproveAsync(saved.ItemOf().ContentItemId);
        var page = await portal.Http.GetPageAsync("/xttm-lang-son/tin-cho-phien");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Body.ShouldNotContain("1.25");
        (await browser.PressAsync(await browser.GetPageAsync(AddressOf(saved.ItemOf())), SaveButton, ("Article.IsFeatured.Value", "false"), ("Article.Source.Text", "Báo khác"))).Status.ShouldBe(HttpStatusCode.Found);
        var again = await browser.GetPageAsync(AddressOf(saved.ItemOf()));
        (again.ValueOf("Article.IsFeatured.Value"), again.ValueOf("Article.RoyaltyCoefficient.Value")).ShouldBe(("false", "1.25"));
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_the_field_and_what_was_typed_is_still_there()
    {
        await using var portal = await PortalApp.StartAsync();
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);

        var refused = await browser.WriteAsync(
            "Ngắn", SaveButton, ("Article.Category.TermContentItemIds", ""), ("Article.RoyaltyCoefficient.Value", "một"), ("Article.SourceUrl.Url", "javascript:alert(1)"),
            ("Article.ExpiresAt.Value", "mai"));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf("#title-errors").ShouldBe("Tiêu đề phải dài từ 10 đến 255 ký tự; hiện có 4 ký tự.");
        refused.TextOf("#Article-Category-errors").ShouldBe("Chuyên mục là bắt buộc.");
        refused.TextOf("#Article-RoyaltyCoefficient-errors").ShouldNotBeNull();
        refused.TextOf("#Article-SourceUrl-errors").ShouldNotBeNull();
        refused.TextOf("#Article-ExpiresAt-errors").ShouldNotBeNull();
        (refused.ValueOf("TitlePart.Title"), refused.ValueOf("HtmlBodyPart.Html"), refused.ValueOf("Article.RoyaltyCoefficient.Value")).ShouldBe(("Ngắn", "<p>Chợ phiên họp sáng nay.</p>", "một"));
        var saved = await browser.PressAsync(
            refused, SaveButton, ("TitlePart.Title", Title), ("Article.Category.TermContentItemIds", Samples.Notices), ("Article.RoyaltyCoefficient.Value", ""),
            ("Article.SourceUrl.Url", ""), ("Article.ExpiresAt.Value", ""));
        saved.Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task What_readers_need_is_asked_for_when_sending_for_review_and_the_draft_is_safe()
    {
        await using var portal = await PortalApp.StartAsync();
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);

        var refused = await browser.WriteAsync(Title, SubmitButton, ("Article.Sapo.Text", ""));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf("#refusals").ShouldNotBeNull().ShouldStartWith("Đã lưu bản nháp, nhưng chưa thể chuyển bước:");
        refused.TextOf("#Article-Sapo-errors").ShouldNotBeNull();
        var sent = await browser.PressAsync(refused, SubmitButton, ("Article.Sapo.Text", "Chợ phiên họp ba ngày."));
        sent.Status.ShouldBe(HttpStatusCode.Found, sent.TextOf("#refusals"));
        await portal.ApproveAsync(refused.ItemOf().ContentItemId);
        (await portal.Http.GetPageAsync("/xttm-lang-son/cho-phien-ky-lua-ngay-cuoi-nam")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_same_form_sent_twice_saves_once()
    {
        await using var portal = await PortalApp.StartAsync();
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        var form = await browser.GetPageAsync(NewArticle);
        var fields = new[] { ("TitlePart.Title", Title), ("Article.Category.TermContentItemIds", Samples.Notices) };

        var answers = new[] { await browser.PressAsync(form, SaveButton, fields), await browser.PressAsync(form, SaveButton, fields) };

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Found);
        (await browser.GetPageAsync(ArticleList + "?q=%22ngay%20cuoi%20nam%22")).TextsOf(".row-title").ShouldBe([Title]);
        var versions = await browser.GetPageAsync(AddressOf((await browser.FollowAsync(answers[0])).ItemOf(), "Versions"));
        versions.TextsOf(".rows > li").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_may_not_publish_has_no_button_for_it_and_is_refused_without_one()
    {
        await using var portal = await PortalApp.StartAsync();
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        var saved = await browser.FollowAsync(await browser.WriteAsync(Title));

        saved.Document.QuerySelector(PublishButton).ShouldBeNull();

        saved.Document.QuerySelector(SaveButton)!.SetAttribute("value", "Publish");
        var refused = await browser.PressAsync(saved, "button[value=Publish]");
        (refused.Status, refused.TextOf("#refusals p:nth-child(2)")).ShouldBe((HttpStatusCode.Forbidden, "Bạn không được thực hiện việc này với “Chợ phiên Kỳ Lừa ngày cuối năm”: Xuất bản."));
        (await portal.Http.GetPageAsync("/xttm-lang-son/cho-phien-ky-lua-ngay-cuoi-nam")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("<p>Chào<script>alert(1)</script></p>", "script")]
    [InlineData("<p onclick=\"x()\">Chào</p>", "onclick")]
    [InlineData("<a href=\"javascript:x()\">Chào</a>", "javascript")]
    [InlineData("<img src=\"data:image/svg+xml;base64,PHN2Zz4=\" alt=\"Chào\">", "data:")]
    [InlineData("<svg><a xlink:href=\"javascript:x()\"><text>Chào</text></a></svg>", "svg")]
    [InlineData("<math><mtext><table><mglyph><style><img src onerror=x()></style></mglyph></table></mtext></math>Chào", "onerror")]
    public async Task Html_is_cleaned_whatever_arrives(string html, string gone)
    {
        await using var portal = await PortalApp.StartAsync();
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);

        var saved = await browser.FollowAsync(await browser.WriteAsync(Title, SaveButton, ("HtmlBodyPart.Html", html)));

        saved.ValueOf("HtmlBodyPart.Html").ShouldNotBeNull().ShouldNotContain(gone, Case.Insensitive);
    }

    [Fact]
    public async Task Items_of_another_site_are_not_there_and_forms_without_a_token_do_nothing()
    {
        await using var portal = await PortalApp.StartAsync();
        var foreign = (await portal.SaveAsync(PortalApp.VinhLong, Samples.Article("Bài của Vĩnh Long chưa đăng"))).Value;
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);

        foreach (var page in new[] { "Edit", "Versions", "Preview" })
        {
            var answer = await browser.GetPageAsync(AddressOf(foreign, page));
            answer.Status.ShouldBe(HttpStatusCode.NotFound, page);
            answer.Body.ShouldNotContain("Vĩnh Long chưa đăng");
        }

        (await browser.PostAsync(AddressOf(foreign), ("action", "Save"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var form = await browser.GetPageAsync(NewArticle);
        var token = form.ValueOf("__RequestVerificationToken")!;
        var answers = await Task.WhenAll(new[] { "", "?handler=Autosave", "?handler=Heartbeat", "?handler=TakeOver" }.Select(handler =>
            browser.PostAsync(AddressOf(foreign) + handler, ("__RequestVerificationToken", token), ("BaseVersionId", foreign.VersionId), ("TitlePart.Title", Title))));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_typed_and_not_saved_is_kept_for_its_author_alone()
    {
        await using var portal = await PortalApp.StartAsync();
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        var saved = await browser.FollowAsync(await browser.WriteAsync(Title));

        var kept = await browser.PressAsync(saved, SaveButton, "Autosave", ("TitlePart.Title", "Chợ phiên Kỳ Lừa, bản đang viết"));

        kept.Body.ShouldBe("Nội dung đang nhập được giữ tạm lúc 24/11/2026 10:00; chưa lưu.");
        var again = await browser.GetPageAsync(AddressOf(saved.ItemOf()));
        again.ValueOf("TitlePart.Title").ShouldBe(Title);
        again.TextOf(".alert-info p").ShouldBe("Có nội dung bạn đã nhập lúc 24/11/2026 10:00 mà chưa lưu.");
        (await browser.GetPageAsync(again.Document.QuerySelector(".alert-info a")!.GetAttribute("href")!)).ValueOf("TitlePart.Title").ShouldBe("Chợ phiên Kỳ Lừa, bản đang viết");
        using var colleague = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);
        (await colleague.GetPageAsync(AddressOf(saved.ItemOf()))).Document.QuerySelector(".alert-info").ShouldBeNull();

        await browser.PressAsync(again, ".alert-info button");
        (await browser.GetPageAsync(AddressOf(saved.ItemOf()))).Document.QuerySelector(".alert-info").ShouldBeNull();
    }

    [Fact]
    public async Task An_address_is_checked_while_it_is_typed()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.LangSon, Samples.Page());
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);

        (await AnswerAsync("quy-che-tiep-cong-dan")).ShouldBe("“quy-che-tiep-cong-dan” đã được dùng.");
        (await AnswerAsync("quy-che-moi")).ShouldBe("“quy-che-moi” dùng được.");
        (await AnswerAsync("Quy chế")).ShouldBe("Chỉ dùng chữ thường không dấu, chữ số, dấu gạch nối và dấu gạch chéo.");
        using var other = await portal.SignedInAsync(PortalApp.VinhLong, Editors.Editor);
        (await other.GetPageAsync("/xttm-vinh-long/Admin/Contents/Address?AutoroutePart.Path=quy-che-tiep-cong-dan")).Body.Trim().ShouldBe("“quy-che-tiep-cong-dan” dùng được.");

        async Task<string> AnswerAsync(string path) =>
            WebUtility.HtmlDecode((await browser.GetPageAsync("/xttm-lang-son/Admin/Contents/Address?AutoroutePart.Path=" + Uri.EscapeDataString(path))).Body.Trim());
    }

    [Fact]
    public async Task Related_content_is_found_by_title_on_the_own_site_alone_and_stays_chosen()
    {
        await using var portal = await PortalApp.StartAsync();
        var own = await portal.AddAsync(PortalApp.LangSon, Samples.Directive());
        await portal.AddAsync(PortalApp.VinhLong, Samples.Directive("302"));
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);

        var found = await browser.GetPageAsync("/xttm-lang-son/Admin/Contents/Candidates?name=Article.RelatedDirectives.ContentItemIds&types=Directive&x-q=quyet%20dinh%2030");
        found.TextsOf("label").ShouldBe(["Quyết định 301/QĐ-SCT"]);

        var saved = await browser.FollowAsync(await browser.WriteAsync(Title, SaveButton, ("Article.RelatedDirectives.ContentItemIds", own.ContentItemId)));
        saved.TextsOf("[data-chosen] label").ShouldBe(["Quyết định 301/QĐ-SCT"]);
    }
}
