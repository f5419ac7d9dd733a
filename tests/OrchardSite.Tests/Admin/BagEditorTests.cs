using System.Net;
using System.Text.Json.Nodes;
using OrchardSite.Content.Operations;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Directives;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Admin;

public sealed class BagEditorTests
{
    [Fact]
    public async Task Recipients_and_relations_are_added_changed_and_taken_out_in_the_form()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        var draft = await sending.Issuer.WriteAsync(Sending.Directive(null, Sending.To("ChuTri", Sending.LangSonUnit)));
        var address = $"/Admin/Contents/ContentItems/{draft.ContentItemId}/Edit";

        var form = await sending.Issuer.Browser.GetPageAsync(address);
        form.TextsOf(".bag > legend").ShouldBe(["Quan hệ văn bản", "Nơi nhận"]);
        form.TextsOf(".bag-line > legend").ShouldBe(["Thêm: Quan hệ văn bản", "Đơn vị nhận 1", "Thêm: Đơn vị nhận"]);
        form.TextOf(".bag-line .form-check-label[for$=sctunitlangson000000000001]").ShouldBe("Trung tâm Xúc tiến thương mại Lạng Sơn");
        // What is left empty is none.
        (await SaveAsync(form)).Count.ShouldBe(1);

        form = await sending.Issuer.Browser.GetPageAsync(address);
        var lines = await SaveAsync(form, ("Recipients.ContentItems[1].DirectiveRecipient.Role.Text", "PhoiHop"), ("Recipients.ContentItems[1].DirectiveRecipient.Units.ContentItemIds", Sending.VinhLongUnit));
        lines.Select(line => line["DirectiveRecipient"]!["Role"]!["Text"]!.ToString()).ShouldBe(["ChuTri", "PhoiHop"]);
        lines.Select(line => line["DirectiveRecipient"]!["Units"]!["ContentItemIds"]![0]!.ToString()).ShouldBe([Sending.LangSonUnit, Sending.VinhLongUnit]);

        form = await sending.Issuer.Browser.GetPageAsync(address);
        lines = await SaveAsync(form, ("Recipients.ContentItems[0].Remove", "true"));
        lines.ShouldHaveSingleItem()["DirectiveRecipient"]!["Role"]!["Text"]!.ToString().ShouldBe("PhoiHop");

        // A line without its role is refused beside its field, and what was typed stays.
        form = await sending.Issuer.Browser.GetPageAsync(address);
        var refused = await sending.Issuer.Browser.PressAsync(form, ".item-buttons button[value=Save]", ("Recipients.ContentItems[1].DirectiveRecipient.Others.Text", "Lưu: VT"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf("#Recipients-ContentItems-1-DirectiveRecipient-Role-errors").ShouldNotBeNull();
        refused.Document.QuerySelector("#Recipients-ContentItems-1-DirectiveRecipient-Others")!.GetAttribute("value").ShouldBe("Lưu: VT");
        (await LinesAsync()).Count.ShouldBe(1);

        async Task<IReadOnlyList<JsonObject>> SaveAsync(Page page, params (string Name, string Value)[] typed)
        {
            var saved = await sending.Issuer.Browser.PressAsync(page, ".item-buttons button[value=SaveAndClose]", typed);
            saved.Status.ShouldBe(HttpStatusCode.Found, saved.TextOf("#refusals"));
            return await LinesAsync();
        }

        async Task<IReadOnlyList<JsonObject>> LinesAsync()
        {
            var version = await portal.ReadAsync(PortalApp.Department, db => Task.FromResult(db.Set<OrchardSite.Content.ContentItem>().Single(item => item.Id == draft.ContentItemId).LatestVersionId));
            var json = await portal.ReadAsync(PortalApp.Department, db => Task.FromResult(db.Set<OrchardSite.Content.ContentVersion>().Single(one => one.Id == version).Json));
            return [.. JsonNode.Parse(json)!["Recipients"]!["ContentItems"]!.AsArray().OfType<JsonObject>()];
        }
    }
}
