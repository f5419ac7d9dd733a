using System.Net;
using System.Text.Json.Nodes;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Articles;

public sealed class ArticleRuleTests
{
    [Theory]
    [InlineData("Sapo", """{ "Text": "" }""", "Article.Sapo")]
    [InlineData("Author", """{ "Text": " " }""", "Article.Author")]
    [InlineData("SourceKind", """{ "Text": "DonViGui" }""", "Article.Source")]
    [InlineData("Image", """{ "Paths": ["hinh-anh/cho-hang.svg"] }""", "Article.Image")]
    [InlineData("Image", """{ "Paths": ["hinh-anh/cho-hang.svg"], "MediaTexts": ["  "] }""", "Article.Image")]
    public async Task What_readers_need_may_be_missing_from_a_draft_but_not_from_what_is_published(string field, string value, string place)
    {
        await using var portal = await PortalApp.StartAsync();
        var item = Samples.Article();
        item["Article"]![field] = JsonNode.Parse(value);

        var saved = await portal.SaveAsync(PortalApp.Department, item);
        var published = await portal.PublishAsync(PortalApp.Department, saved.Value);

        published.Refusals.ShouldHaveSingleItem().Field.ShouldBe(place);
        (await portal.Http.GetPageAsync("/khai-mac-hoi-cho-hang-viet-ve-nong-thon")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("", "HtmlBodyPart.Html")]
    [InlineData("<script>x()</script>", "HtmlBodyPart.Html")]
    [InlineData("<p>Ảnh</p><img src=\"/media/a.jpg\">", "HtmlBodyPart.Html")]
    [InlineData("<p>Ảnh</p><IMG src=\"/media/a.jpg\" alt=\" \">", "HtmlBodyPart.Html")]
    public async Task The_text_is_there_and_describes_its_pictures(string html, string place)
    {
        await using var portal = await PortalApp.StartAsync();
        var item = Samples.Article();
        item["HtmlBodyPart"] = new JsonObject { ["Html"] = html };

        var published = await portal.PublishAsync(PortalApp.Department, (await portal.SaveAsync(PortalApp.Department, item)).Value);

        published.Refusals.ShouldHaveSingleItem().Field.ShouldBe(place);
    }

    [Theory]
    [InlineData("Category", """{ "TermContentItemIds": [] }""", "Article.Category")]
    [InlineData("Category", """{ "TermContentItemIds": ["termthongbao00000000000000", "termgioithieu0000000000000"] }""", "Article.Category.TermContentItemIds")]
    [InlineData("Category", """{ "TermContentItemIds": ["termlvcongtacdang000000000"] }""", "Article.Category.TermContentItemIds")]
    [InlineData("SourceKind", """{ "Text": "SaoChep" }""", "Article.SourceKind.Text")]
    [InlineData("SourceUrl", """{ "Url": "javascript:alert(1)" }""", "Article.SourceUrl.Url")]
    [InlineData("RoyaltyCoefficient", """{ "Value": -1 }""", "Article.RoyaltyCoefficient.Value")]
    [InlineData("RelatedDirectives", """{ "ContentItemIds": ["xvldirective00000000000001"] }""", "Article.RelatedDirectives.ContentItemIds")]
    [InlineData("ExpiresAt", """{ "Value": "2026-11-24T02:59:59Z" }""", "Article.ExpiresAt")]
    public async Task What_no_article_may_be_is_refused_even_in_a_draft(string field, string value, string place)
    {
        await using var portal = await PortalApp.StartAsync();
        var item = Samples.Article();
        item["Article"]![field] = JsonNode.Parse(value);

        (await portal.SaveAsync(PortalApp.Department, item)).Refusals.ShouldHaveSingleItem().Field.ShouldBe(place);
    }

    [Theory]
    [InlineData("Title", 9, false)]
    [InlineData("Title", 10, true)]
    [InlineData("Title", 255, true)]
    [InlineData("Title", 256, false)]
    [InlineData("Sapo", 500, true)]
    [InlineData("Sapo", 501, false)]
    [InlineData("Author", 100, true)]
    [InlineData("Author", 101, false)]
    [InlineData("Source", 256, false)]
    public async Task Lengths_are_those_of_the_definition(string field, int length, bool isTaken)
    {
        await using var portal = await PortalApp.StartAsync();
        var item = Samples.Article();
        var text = new string('ă', length);
        if (field == "Title")
        {
            item.SetTitle(text);
        }
        else
        {
            item.Set("Article", field, new { Text = text });
        }

        (await portal.SaveAsync(PortalApp.Department, item)).Succeeded.ShouldBe(isTaken);
    }

    [Fact]
    public async Task A_quoted_article_needs_source_and_address()
    {
        await using var portal = await PortalApp.StartAsync();
        var item = Samples.Article().Set("Article", "SourceKind", new { Text = "TrichDan" });
        var version = (await portal.SaveAsync(PortalApp.Department, item)).Value;

        (await portal.PublishAsync(PortalApp.Department, version)).Refusals.Select(refusal => refusal.Field).ShouldBe(["Article.Source", "Article.SourceUrl"]);

        var (_, again) = await portal.OpenAsync(PortalApp.Department, version.ContentItemId);
        again.Set("Article", "Source", new { Text = "Báo Công Thương" }).Set("Article", "SourceUrl", new { Url = "https://congthuong.example/bai" });
        version = (await portal.SaveAsync(PortalApp.Department, again, version.VersionId)).Value;
        (await portal.PublishAsync(PortalApp.Department, version)).Refusals.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_private_field_is_kept_for_editors_and_out_of_the_public_version()
    {
        await using var portal = await PortalApp.StartAsync();

        var saved = await portal.AddAsync(PortalApp.Department, Samples.Article().Set("Article", "RoyaltyCoefficient", new { Value = 1.75m }));

        (await portal.Http.GetPageAsync("/khai-mac-hoi-cho-hang-viet-ve-nong-thon")).Body.ShouldNotContain("1.75");
        var stored = await portal.ReadAsync(PortalApp.Department, async db => (await db.FindAsync<OrchardSite.Content.ContentVersion>(db.TenantId, saved.VersionId))!);
        stored.Json.ShouldNotContain("Royalty");
        stored.PrivateJson.ShouldNotBeNull().ShouldContain("1.75");
    }
}
