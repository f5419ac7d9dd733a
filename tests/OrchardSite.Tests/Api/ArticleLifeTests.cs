using System.Net;
using System.Text.Json.Nodes;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Media;

namespace OrchardSite.Tests.Api;

public sealed class ArticleLifeTests
{
    [Fact]
    public async Task A_program_that_knows_the_description_alone_brings_an_article_to_readers_and_takes_it_away()
    {
        await using var portal = await PortalApp.StartAsync();
        var writer = await portal.ProgramAsync(PortalApp.LangSon, Editors.Contributor, "EditOwn_Article", "DeleteOwn_Article", "ManageOwnMedia");
        var head = await portal.ProgramAsync(PortalApp.LangSon, Editors.Head, "PublishContent", "EditContent", "ListContent");
        var neighbour = await portal.ProgramAsync(PortalApp.VinhLong, Editors.Head, "PublishContent", "EditContent", "ListContent", "ManageMediaContent");

        var taxonomies = (await writer.CallAsync("listTaxonomies", null)).Should(200).Body!.AsArray();
        var category = taxonomies.Single(one => one!["alias"]?.ToString() == "categories")!["terms"]!.AsArray().First(term => term!["path"]!.ToString() == "thong-bao")!;
        var picture = (await writer.CallAsync("putMedia", Pictures.Png(1600, 900), null, ("path", "hinh-anh/chợ đêm.png"), ("If-None-Match", "*"), ("altText", "Chợ đêm Kỳ Lừa"))).Should(201);

        var article = Samples.Article("Chợ đêm Kỳ Lừa mở cửa");
        article["Article"]!["Category"]!["TermContentItemIds"] = new JsonArray(category["id"]!.DeepClone());
        article["Article"]!["Image"] = new JsonObject { ["Paths"] = new JsonArray(picture["path"]), ["MediaTexts"] = new JsonArray(picture["altText"]) };
        var made = (await writer.CallAsync("createContent", article, ("Idempotency-Key", "cho-dem"))).Should(201);
        var id = made["ContentItemId"];
        made.Response.Headers.Location!.ToString().ShouldBe($"/xttm-lang-son/api/v1/content/{id}");
        (await writer.CallAsync("createContent", article, ("Idempotency-Key", "cho-dem"))).Should(200)["ContentItemId"].ShouldBe(id);

        var mended = (await writer.CallAsync("patchContent", JsonNode.Parse("""{ "TitlePart": { "Title": "Chợ đêm Kỳ Lừa mở cửa trở lại" } }"""), ("id", id), ("If-Match", made.Tag), ("changeNote", "Sửa tít"))).Should(200);
        mended.Body!["Article"]!["Image"]!["Paths"]![0]!.ToString().ShouldBe("hinh-anh/chợ đêm.png");
        var late = (await writer.CallAsync("patchContent", new JsonObject { ["HtmlBodyPart"] = null }, ("id", id), ("If-Match", made.Tag))).Should(412);
        late.Body!["current"]!["TitlePart"]!["Title"]!.ToString().ShouldBe("Chợ đêm Kỳ Lừa mở cửa trở lại");
        late.Tag.ShouldBe(mended.Tag);

        // Nobody publishes what nobody else has seen.
        (await writer.CallAsync("publishContent", null, ("id", id), ("If-Match", mended.Tag))).Should(403);
        (await writer.CallAsync("listContentMoves", null, ("id", id))).Should(200).Body!.AsArray().Select(move => move!["name"]!.ToString()).ShouldContain("Submit");
        (await writer.CallAsync("moveContent", null, ("id", id), ("name", "Submit"), ("If-Match", mended.Tag))).Should(200);
        var seen = (await head.CallAsync("getContent", null, ("id", id))).Should(200);
        (await neighbour.CallAsync("getContent", null, ("id", id))).Should(404);
        var published = (await head.CallAsync("moveContent", null, ("id", id), ("name", "ApproveAndPublish"), ("If-Match", seen.Tag))).Should(200);
        published.Body!["Published"]!.GetValue<bool>().ShouldBeTrue();

        var address = "/xttm-lang-son/" + await portal.ReadAsync(PortalApp.LangSon, db => Task.FromResult(db.Set<OrchardSite.Content.ContentItem>().Single(row => row.Id == id).Path));
        (await portal.Http.GetPageAsync(address)).TextOf("h1").ShouldBe("Chợ đêm Kỳ Lừa mở cửa trở lại");
        (await portal.Http.GetPageAsync(address.Replace("lang-son", "vinh-long", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await neighbour.CallAsync("listContent", null, ("q", "chợ đêm Kỳ Lừa mở cửa"))).Should(200)["total"].ShouldBe("0");
        (await neighbour.CallAsync("getMedia", null, ("path", "hinh-anh/chợ đêm.png"))).Should(404);
        (await neighbour.CallAsync("deleteContent", null, ("id", id), ("If-Match", published.Tag))).Should(404);
        (await head.CallAsync("listContent", null, ("q", "cho dem ky lua"), ("state", "Published"), ("category", category["id"]!.ToString()))).Should(200)["total"].ShouldBe("1");

        var withdrawn = (await head.CallAsync("moveContent", null, ("id", id), ("name", "Withdraw"), ("choice", "Error"), ("If-Match", published.Tag))).Should(200);
        (await portal.Http.GetPageAsync(address)).Status.ShouldNotBe(HttpStatusCode.OK);
        (await writer.CallAsync("deleteContent", null, ("id", id), ("If-Match", withdrawn.Tag))).Should(204);
        (await writer.CallAsync("getContent", null, ("id", id))).Should(404);
    }
}
