using System.Net;
using System.Text.Json.Nodes;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Directives;

public sealed class DirectiveRuleTests
{
    private const string Path = "/van-ban/301-qd-sct-2026";

    [Fact]
    public async Task A_directive_gets_an_address_of_its_number_and_leads_the_list()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.Http.GetPageAsync("/van-ban");

        await portal.AddAsync(PortalApp.Department, Samples.Directive());

        (await portal.Http.GetPageAsync(Path)).TextOf("h1").ShouldBe("Quyết định 301/QĐ-SCT");
        (await portal.Http.GetPageAsync("/van-ban")).TextOf(".directive-row .directive-number").ShouldBe("Quyết định 301/QĐ-SCT");
        (await portal.Http.GetPageAsync("/")).TextOf(".newest-directives .directive-number").ShouldBe("Quyết định 301/QĐ-SCT");
    }

    [Theory]
    [InlineData("Number", """{ "Text": "5" }""", "Directive.Number.Text")]
    [InlineData("Number", """{ "Text": "ba" }""", "Directive.Number.Text")]
    [InlineData("Symbol", """{ "Text": "qđ/sct" }""", "Directive.Symbol.Text")]
    [InlineData("Symbol", """{ "Text": "QÐ-SCT" }""", "Directive.Symbol.Text")]
    [InlineData("Secrecy", """{ "Text": "Mat" }""", "Directive.Secrecy.Text")]
    [InlineData("Secrecy", """{ "Text": "ToiMat" }""", "Directive.Secrecy.Text")]
    [InlineData("Secrecy", """{ "Text": "" }""", "Directive.Secrecy")]
    [InlineData("IssuedOn", """{ "Value": "2026-11-25" }""", "Directive.IssuedOn.Value")]
    [InlineData("IssuedOn", """{ "Value": null }""", "Directive.IssuedOn")]
    [InlineData("EffectiveTo", """{ "Value": "2026-11-19" }""", "Directive.EffectiveTo.Value")]
    [InlineData("DueOn", """{ "Value": "2026-11-19" }""", "Directive.DueOn.Value")]
    [InlineData("System", """{ "Text": "Khac" }""", "Directive.System.Text")]
    [InlineData("DocumentType", """{ "Text": "XX" }""", "Directive.DocumentType.Text")]
    [InlineData("Issuer", """{ "Text": "" }""", "Directive.Issuer")]
    [InlineData("Visibility", """{ "Text": "" }""", "Directive.Visibility")]
    [InlineData("Files", """{ "Paths": ["van-ban/ma-doc.exe"] }""", "Directive.Files.Paths")]
    [InlineData("Fields", """{ "TermContentItemIds": ["termthongbao00000000000000"] }""", "Directive.Fields.TermContentItemIds")]
    public async Task What_no_directive_may_be_is_refused(string field, string value, string place)
    {
        await using var portal = await PortalApp.StartAsync();
        var item = Samples.Directive();
        item["Directive"]![field] = JsonNode.Parse(value);

        var refused = await portal.SaveAsync(PortalApp.Department, item);

        refused.Refusals.ShouldNotBeEmpty();
        refused.Refusals.ShouldAllBe(refusal => refusal.Field == place);
    }

    [Fact]
    public async Task A_malformed_number_is_refused_with_the_right_one()
    {
        await using var portal = await PortalApp.StartAsync();

        (await portal.SaveAsync(PortalApp.Department, Samples.Directive("301", "QĐ/SCT"))).Refusals.ShouldHaveSingleItem().Message.ShouldContain("301/QĐ-SCT");
    }

    [Fact]
    public async Task A_document_dated_today_in_Vietnam_is_not_of_the_future()
    {
        await using var portal = await PortalApp.StartAsync();
        portal.Clock.Advance(new TimeSpan(14, 30, 0));

        (await portal.SaveAsync(PortalApp.Department, Samples.Directive().Set("Directive", "IssuedOn", new { Value = "2026-11-25" }))).Refusals.ShouldBeEmpty();
        (await portal.SaveAsync(PortalApp.Department, Samples.Directive().Set("Directive", "IssuedOn", new { Value = "2026-11-26" }))).Refusals.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_issuer_gives_a_number_once_a_year()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.Department, Samples.Directive());

        var again = await portal.PublishAsync(PortalApp.Department, (await portal.SaveAsync(PortalApp.Department, Samples.Directive())).Value);
        var refusal = again.Refusals.ShouldHaveSingleItem();
        (refusal.Kind, refusal.Field).ShouldBe((RefusalKind.Conflict, "Directive.Number.Text"));

        await portal.AddAsync(PortalApp.Department, Samples.Directive().Set("Directive", "IssuedOn", new { Value = "2025-11-20" }));
        await portal.AddAsync(PortalApp.Department, Samples.Directive().Set("Directive", "Issuer", new { Text = "Sở Công Thương Quảng Ninh" }));
        await portal.AddAsync(PortalApp.LangSon, Samples.Directive());
        (await portal.ImportAsync(PortalApp.VinhLong, Samples.Directive("77"), Samples.Directive("77"))).Refusals.ShouldHaveSingleItem().Field.ShouldBe("[1].Directive.Number.Text");
    }

    [Fact]
    public async Task A_directive_may_be_published_again_under_its_own_number()
    {
        await using var portal = await PortalApp.StartAsync();
        var saved = await portal.AddAsync(PortalApp.Department, Samples.Directive());

        await portal.EditAsync(PortalApp.Department, saved.ContentItemId, item => item.Set("Directive", "Subject", new { Text = "Về việc kiện toàn Ban Biên tập, Tổ Thư ký" }));

        (await portal.Http.GetPageAsync(Path)).TextOf(".sapo").ShouldBe("Về việc kiện toàn Ban Biên tập, Tổ Thư ký");
    }

    [Fact]
    public async Task A_new_relation_changes_the_page_and_the_validity_of_its_target_at_once()
    {
        await using var portal = await PortalApp.StartAsync();
        (await portal.Http.GetPageAsync("/van-ban/15-qd-sct-2026")).TextOf(".article-about .validity").ShouldBe("Còn hiệu lực");

        var saved = await portal.AddAsync(PortalApp.Department, WithRelation("ThayThe", "sctdirective00000000000011"));

        var target = await portal.Http.GetPageAsync("/van-ban/15-qd-sct-2026");
        target.TextOf(".article-about .validity").ShouldBe("Hết hiệu lực toàn bộ");
        target.TextsOf(".relations li").ShouldContain(text => text.StartsWith("Được thay thế bởi Quyết định 301/QĐ-SCT ngày 20/11/2026"));

        await portal.UnpublishAsync(PortalApp.Department, saved);
        target = await portal.Http.GetPageAsync("/van-ban/15-qd-sct-2026");
        target.TextOf(".article-about .validity").ShouldBe("Còn hiệu lực");
        target.Body.ShouldNotContain("301/QĐ-SCT");
    }

    [Fact]
    public async Task A_directive_that_readers_may_not_see_has_no_public_effect_and_is_named_nowhere()
    {
        await using var portal = await PortalApp.StartAsync();

        await portal.AddAsync(PortalApp.Department, WithRelation("ThayThe", "sctdirective00000000000011").Set("Directive", "Visibility", new { Text = "NoiBo" }));

        (await portal.Http.GetPageAsync(Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        var target = await portal.Http.GetPageAsync("/van-ban/15-qd-sct-2026");
        target.TextOf(".article-about .validity").ShouldBe("Còn hiệu lực");
        target.Body.ShouldNotContain("301/QĐ-SCT");
        (await portal.Http.GetPageAsync("/van-ban")).TextOf(".total").ShouldBe("19 văn bản");
    }

    [Fact]
    public async Task A_directive_that_becomes_internal_disappears()
    {
        await using var portal = await PortalApp.StartAsync();
        var saved = await portal.AddAsync(PortalApp.Department, Samples.Directive());
        (await portal.Http.GetPageAsync("/van-ban")).TextOf(".total").ShouldBe("20 văn bản");

        await portal.EditAsync(PortalApp.Department, saved.ContentItemId, item => item.Set("Directive", "Visibility", new { Text = "NoiBo" }));

        (await portal.Http.GetPageAsync(Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Http.GetPageAsync("/van-ban")).TextOf(".total").ShouldBe("19 văn bản");
    }

    [Theory]
    [InlineData(null, null, "Target")]
    [InlineData(null, "  ", "Target")]
    [InlineData("testdirective000000000001a", null, "Target")]
    [InlineData("xvldirective00000000000001", null, "Target.ContentItemIds")]
    [InlineData("sctarticle0000000000000001", null, "Target.ContentItemIds")]
    public async Task A_relation_without_an_honest_target_is_refused(string? target, string? text, string field)
    {
        await using var portal = await PortalApp.StartAsync();
        var item = WithRelation("ThayThe", target, text);
        item["ContentItemId"] = "testdirective000000000001a";

        (await portal.SaveAsync(PortalApp.Department, item)).Refusals.ShouldHaveSingleItem().Field.ShouldBe($"Relations.ContentItems[0].DirectiveRelation.{field}");
    }

    private static JsonObject WithRelation(string kind, string? target, string? text = null)
    {
        var item = Samples.Directive();
        var relation = new JsonObject { ["Kind"] = Samples.Text(kind), ["TargetText"] = Samples.Text(text ?? "") };
        if (target is not null)
        {
            relation["Target"] = new JsonObject { ["ContentItemIds"] = new JsonArray(target) };
        }

        item["Relations"] = new JsonObject
        {
            ["ContentItems"] = new JsonArray(new JsonObject { ["ContentItemId"] = UniqueId.New(), ["ContentType"] = "DirectiveRelation", ["DirectiveRelation"] = relation }),
        };
        return item;
    }
}
