using System.Net;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Previewing;
using OrchardSite.Content;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;
using static OrchardSite.Tests.Content.DashboardContent;

namespace OrchardSite.Tests.Content;

public sealed class VersionTests
{
    private const string Path = "/xttm-lang-son/khai-mac-hoi-cho-hang-viet-ve-nong-thon";

    [Fact]
    public async Task Two_versions_are_compared_word_by_word_and_html_as_it_is_read()
    {
        await using var portal = await PortalApp.StartAsync();
        var first = (await portal.SaveAsync(PortalApp.LangSon, Samples.Article())).Value;
        var changed = Samples.Article().Set("HtmlBodyPart", "Html", "<h2>Khai mạc</h2><p>Hội chợ khai mạc <strong>chiều</strong> nay.</p>").Set("Article", "SourceKind", new { Text = "TrichDan" });
        changed["ContentItemId"] = first.ContentItemId;
        await portal.SaveAsync(PortalApp.LangSon, changed, first.VersionId, note: "Đổi giờ khai mạc");
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);

        var page = await browser.GetPageAsync(AddressOf(first, "Versions") + "?compare=1&with=2");

        page.TextsOf(".difference h3").ShouldBe(["Nội dung", "Loại nguồn"]);
        page.TextOf(".difference:nth-of-type(1) del").ShouldBe("sáng");
        page.TextsOf(".difference ins").ShouldContain("chiều");
        page.Body.ShouldNotContain("&lt;strong");
        page.TextsOf(".difference:nth-of-type(2) .sides p").ShouldBe(["Tự viết", "Trích dẫn"]);
        page.TextOf(".rows li").ShouldNotBeNull().ShouldContain("Đổi giờ khai mạc");
        (await browser.GetPageAsync(AddressOf(first, "Versions") + "?compare=1&with=7")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_older_version_becomes_the_newest_draft_unless_somebody_has_saved_meanwhile()
    {
        await using var portal = await PortalApp.StartAsync();
        var first = (await portal.SaveAsync(PortalApp.LangSon, Samples.Article())).Value;
        var (_, item) = await portal.OpenAsync(PortalApp.LangSon, first.ContentItemId);
        item.SetTitle("Khai mạc hội chợ, bản thứ hai");
        await portal.SaveAsync(PortalApp.LangSon, item, first.VersionId);
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        var page = await browser.GetPageAsync(AddressOf(first, "Versions"));

        var restored = await browser.FollowAsync(await browser.PressAsync(page, $"[formaction$=Restore][value='{first.VersionId}']"));
        var late = await browser.PressAsync(page, $"[formaction$=Restore][value='{first.VersionId}']");

        restored.TextOf("#notices").ShouldBe("Phiên bản 1 nay là bản nháp mới nhất.");
        restored.TextsOf(".rows .row-title")[0].ShouldBe("Phiên bản 3: Khai mạc hội chợ hàng Việt về nông thôn");
        late.Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task What_is_published_is_taken_down_with_a_reason_by_who_may_publish()
    {
        await using var portal = await PortalApp.StartAsync();
        var item = await portal.AddAsync(PortalApp.LangSon, Samples.Directive());
        var article = await portal.AddAsync(PortalApp.LangSon, Samples.Article());
        using var editor = await portal.SignedInAsync(PortalApp.LangSon, "Đầu mối tiếp nhận");
        using var head = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);
        // What goes the way of the workflow is taken down there, with a reason of the list.
        (await head.GetPageAsync(AddressOf(article, "Versions"))).Document.QuerySelector(".unpublish").ShouldBeNull();
        (await editor.GetPageAsync(AddressOf(item, "Versions"))).Document.QuerySelector(".unpublish").ShouldBeNull();
        var path = "/xttm-lang-son/" + (await portal.ReadAsync(PortalApp.LangSon, db => db.Set<ContentItem>().Where(row => row.Id == item.ContentItemId).Select(row => row.Path).SingleAsync()));
        var page = await head.GetPageAsync(AddressOf(item, "Versions"));

        var refused = await head.PressAsync(page, ".unpublish button", ("reason", new string('x', 501)));
        (await portal.Http.GetPageAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
        var done = await head.PressAsync(page, ".unpublish button", ("reason", "Sai số liệu ở đoạn hai"));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        done.Status.ShouldBe(HttpStatusCode.Found, done.TextOf("#refusals"));
        (await portal.Http.GetPageAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_preview_shows_the_draft_in_the_theme_to_its_editors_and_to_who_has_a_link_for_some_days()
    {
        await using var portal = await PortalApp.StartAsync();
        var item = (await portal.SaveAsync(PortalApp.LangSon, Samples.Article())).Value;
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);

        var preview = await browser.GetPageAsync(AddressOf(item, "Preview"));
        (preview.Status, preview.TextOf("h1")).ShouldBe((HttpStatusCode.OK, "Khai mạc hội chợ hàng Việt về nông thôn"));
        preview.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await portal.Http.GetPageAsync(AddressOf(item, "Preview"))).Status.ShouldBe(HttpStatusCode.Found);

        var shared = await browser.PressAsync(await browser.GetPageAsync(AddressOf(item, "Versions")), "[formaction$=Share]");
        var link = new Uri(shared.Document.QuerySelector("#shared-link")!.GetAttribute("value")!).PathAndQuery;
        for (var time = 0; time < 2; time++)
        {
            var seen = await portal.Http.GetPageAsync(link);
            (seen.Status, seen.TextOf("h1")).ShouldBe((HttpStatusCode.OK, "Khai mạc hội chợ hàng Việt về nông thôn"));
            seen.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
            seen.Response.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex, nofollow"]);
        }

        (await portal.Http.GetPageAsync(link.Replace("xttm-lang-son", "xttm-vinh-long"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Http.GetPageAsync(link[..^2] + "xx")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Http.GetPageAsync(Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        portal.Clock.Advance(PreviewLinks.Lifetime);
        (await portal.Http.GetPageAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_an_import_brings_in_anew_comes_out_of_the_bin()
    {
        await using var portal = await PortalApp.StartAsync();
        var item = (await portal.SaveAsync(PortalApp.LangSon, Samples.Article())).Value;
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);
        await browser.PressAsync(await browser.GetPageAsync(ArticleList), $"[value='Delete|{item.ContentItemId}|{item.VersionId}']");
        var again = Samples.Article("Khai mạc hội chợ, bản nhập lại");
        again["ContentItemId"] = item.ContentItemId;

        (await portal.ImportAsync(PortalApp.LangSon, again)).Succeeded.ShouldBeTrue();

        (await portal.Http.GetPageAsync("/xttm-lang-son/khai-mac-hoi-cho-ban-nhap-lai")).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.GetPageAsync(ArticleList)).TextsOf(".row-title").ShouldContain("Khai mạc hội chợ, bản nhập lại");
        (await browser.GetPageAsync(ArticleList + "?state=Deleted")).TextsOf(".row-title").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_preview_link_shows_nothing_of_what_was_deleted_and_what_is_in_the_bin_is_not_edited()
    {
        await using var portal = await PortalApp.StartAsync();
        var item = (await portal.SaveAsync(PortalApp.LangSon, Samples.Article())).Value;
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);
        var versions = await browser.GetPageAsync(AddressOf(item, "Versions"));
        var shared = await browser.PressAsync(versions, "[formaction$=Share]");
        var form = await browser.GetPageAsync(AddressOf(item));
        await browser.PressAsync(await browser.GetPageAsync(ArticleList), $"[value='Delete|{item.ContentItemId}|{item.VersionId}']");

        (await portal.Http.GetPageAsync(new Uri(shared.Document.QuerySelector("#shared-link")!.GetAttribute("value")!).PathAndQuery)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetPageAsync(AddressOf(item))).Location().ShouldBe(AddressOf(item, "Versions"));
        var refused = await browser.PressAsync(form, SaveButton);
        (refused.Status, refused.TextOf("#refusals")).ShouldBe((HttpStatusCode.Conflict, "Nội dung này đang ở trong thùng rác. Hãy khôi phục trước khi làm tiếp."));
    }
}
