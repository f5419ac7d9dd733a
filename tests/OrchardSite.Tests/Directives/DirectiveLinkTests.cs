using System.Text.Json.Nodes;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Directives;

public sealed class DirectiveLinkTests
{
    private const string Path = "/khai-mac-hoi-cho-hang-viet-ve-nong-thon";

    [Fact]
    public async Task A_number_in_an_article_becomes_a_link_when_the_site_has_that_document()
    {
        await using var portal = await PortalApp.StartAsync();
        var article = Samples.Article();
        article["HtmlBodyPart"] = new JsonObject
        {
            ["Html"] = "<p>Thực hiện Công văn số 138-CV/ĐUK, Quyết định 15/QĐ-SCT. Xem <a href=\"https://example.org/\">301/QĐ-SCT</a>, văn bản 301/QĐ-SCT ngày 20/11/2026, tỷ lệ 3/4 và 42/2022/NĐ-CP.</p>",
        };
        foreach (var tenant in new[] { PortalApp.Department, PortalApp.LangSon })
        {
            await portal.AddAsync(tenant, (JsonObject)article.DeepClone());
        }

        Links(await portal.Http.GetPageAsync(Path)).ShouldBe([("138-CV/ĐUK", "/van-ban/138-cv-duk-2021"), ("15/QĐ-SCT", "/van-ban/15-qd-sct-2026"), ("301/QĐ-SCT", "https://example.org/")]);
        Links(await portal.Http.GetPageAsync("/xttm-lang-son" + Path)).ShouldBe([("301/QĐ-SCT", "https://example.org/")]);

        // It comes later, and the page that is kept follows; one that readers may not see is not named to them.
        var hidden = Samples.Directive();
        hidden.Set("Directive", "Visibility", new { Text = "NoiBo" });
        var added = await portal.AddAsync(PortalApp.Department, hidden);
        Links(await portal.Http.GetPageAsync(Path)).Count.ShouldBe(3);
        await portal.EditAsync(PortalApp.Department, added.ContentItemId, item => item.Set("Directive", "Visibility", new { Text = "CongKhai" }));
        Links(await portal.Http.GetPageAsync(Path)).ShouldContain(("301/QĐ-SCT", "/van-ban/301-qd-sct-2026"));
        (await portal.Http.GetPageAsync(Path)).TextOf("article .prose").ShouldBe("Thực hiện Công văn số 138-CV/ĐUK, Quyết định 15/QĐ-SCT. Xem 301/QĐ-SCT, văn bản 301/QĐ-SCT ngày 20/11/2026, tỷ lệ 3/4 và 42/2022/NĐ-CP.");
    }

    private static IReadOnlyList<(string Text, string Href)> Links(Page page) =>
        [.. page.Document.QuerySelectorAll("article .prose a").Select(link => (link.TextContent, link.GetAttribute("href")!))];
}
