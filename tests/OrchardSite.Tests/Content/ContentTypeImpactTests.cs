using System.Net;
using System.Text.Json.Nodes;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;
using static OrchardSite.Tests.Content.TypeEditor;

namespace OrchardSite.Tests.Content;

/// <summary>What a change of a type means for the items that there are.</summary>
public sealed class ContentTypeImpactTests
{
    [Fact]
    public async Task A_field_with_values_goes_only_when_its_name_is_typed_and_its_values_come_back_with_it()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        await admin.CreateProceduresAsync();
        var item = await portal.AddAsync(PortalApp.LangSon, Procedure("Cấp giấy chứng nhận", "Không thu", 5));
        (await portal.SaveAsync(PortalApp.LangSon, Procedure("Bản nháp", "Có thu"))).Succeeded.ShouldBeTrue();

        var plan = await admin.RemovalPageAsync("Procedure", "Fee");
        plan.TextOf("#plan").ShouldNotBeNull().ShouldContain("“Lệ phí” bị bỏ cùng các giá trị: 1 đã xuất bản, 1 bản nháp, 0 trong thùng rác.");
        var refused = await admin.ConfirmRemovalAsync(plan, ("Typed", "Phí"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf("#refusals").ShouldNotBeNull().ShouldContain("Fee");
        (await portal.Http.GetPageAsync("/xttm-lang-son/cap-giay-chung-nhan")).Body.ShouldContain("Không thu");

        (await admin.ConfirmRemovalAsync(refused, ("Typed", "Fee"))).Status.ShouldBe(HttpStatusCode.Found);
        (await portal.Http.GetPageAsync("/xttm-lang-son/cap-giay-chung-nhan")).Body.ShouldNotContain("Không thu");
        (await portal.AuditOfAsync(PortalApp.LangSon, "RemoveContentField")).ShouldHaveSingleItem().Detail.ShouldNotBeNull().ShouldContain("Fee");

        // Whoever edits the item meanwhile neither loses the value nor is kept from saving.
        await portal.EditAsync(PortalApp.LangSon, item.ContentItemId, json => json["Procedure"]!["Days"]!["Value"] = 7);
        (await admin.AddFieldAsync("Procedure", "Fee", "Lệ phí", "TextField")).Status.ShouldBe(HttpStatusCode.Found);
        (await portal.Http.GetPageAsync("/xttm-lang-son/cap-giay-chung-nhan")).Body.ShouldContain("Không thu");
    }

    [Fact]
    public async Task A_field_without_values_goes_when_that_is_confirmed()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        await admin.CreateProceduresAsync();

        var plan = await admin.RemovalPageAsync("Procedure", "Fee");

        plan.Document.QuerySelector("[name=Typed]").ShouldBeNull();
        (await admin.ConfirmRemovalAsync(plan)).Status.ShouldBe(HttpStatusCode.Found);
        (await admin.FieldPageAsync("Procedure", "Fee")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Fee", "Required", "true", "1 đã xuất bản, 0 bản nháp")]
    [InlineData("Fee", "MaxLength", "6", "1 đã xuất bản, 1 bản nháp")]
    [InlineData("Fee", "Options", "Không thu\nMiễn", "0 đã xuất bản, 1 bản nháp")]
    [InlineData("Fee", "Pattern", "^K", "0 đã xuất bản, 1 bản nháp")]
    [InlineData("Days", "Maximum", "4", "1 đã xuất bản, 0 bản nháp")]
    public async Task Who_demands_more_sees_first_how_many_items_would_not_fulfil_it(string field, string setting, string value, string counts)
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        await admin.CreateProceduresAsync();
        await portal.AddAsync(PortalApp.LangSon, Procedure("Cấp giấy chứng nhận", "Không thu", 5));
        await portal.AddAsync(PortalApp.LangSon, Procedure("Thủ tục không ghi lệ phí", null, 3));
        (await portal.SaveAsync(PortalApp.LangSon, Procedure("Bản nháp", "Có thu theo quy định", 2))).Succeeded.ShouldBeTrue();

        var plan = await admin.SendFieldAsync(await admin.FieldPageAsync("Procedure", field), (setting, value));

        plan.Status.ShouldBe(HttpStatusCode.OK);
        plan.TextOf("#plan").ShouldNotBeNull().ShouldContain(counts);
        (await portal.AuditOfAsync(PortalApp.LangSon, "SaveContentField")).ShouldBeEmpty();
        (await admin.SendFieldAsync(plan)).Status.ShouldBe(HttpStatusCode.Found);
        (await portal.AuditOfAsync(PortalApp.LangSon, "SaveContentField")).ShouldHaveSingleItem().Detail.ShouldNotBeNull().ShouldContain(setting);
        (await portal.Http.GetPageAsync("/xttm-lang-son/cap-giay-chung-nhan")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_was_planned_is_what_is_confirmed()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        await admin.CreateProceduresAsync();
        await portal.AddAsync(PortalApp.LangSon, Procedure("Cấp giấy chứng nhận", "Không thu", 5));
        var plan = await admin.SendFieldAsync(await admin.FieldPageAsync("Procedure", "Fee"), ("MaxLength", "6"));

        var other = await admin.SendFieldAsync(plan, ("MaxLength", "5"));

        other.Status.ShouldBe(HttpStatusCode.Conflict);
        other.TextOf("#plan").ShouldNotBeNullOrEmpty();
        (await portal.AuditOfAsync(PortalApp.LangSon, "SaveContentField")).ShouldBeEmpty();
        (await admin.SendFieldAsync(other)).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Theory]
    [InlineData("Remove/Article")]
    [InlineData("Remove/Article?part=Article&field=Category")]
    [InlineData("Remove/Article?part=HtmlBodyPart")]
    [InlineData("Remove/Banner?part=Banner&field=Image")]
    [InlineData("Remove/Directive?part=Recipients")]
    [InlineData("Remove/DirectiveRelation?part=DirectiveRelation&field=Kind")]
    [InlineData("Remove/Page")]
    [InlineData("Remove/Category")]
    public async Task What_a_module_or_an_item_needs_stays(string path)
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        await portal.AddAsync(PortalApp.LangSon, Samples.Page());
        var before = await portal.DefinitionsAsync(PortalApp.LangSon);

        var refused = await admin.GetPageAsync($"{Pages}/{path}");

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.TextOf("#refusals").ShouldNotBeNullOrEmpty();
        refused.Document.QuerySelector(".settings-form").ShouldBeNull();
        JsonNode.DeepEquals(before, await portal.DefinitionsAsync(PortalApp.LangSon)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_field_that_the_site_gave_a_module_type_goes_again_and_so_does_a_type_without_items()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        await admin.CreateProceduresAsync();
        (await admin.AddFieldAsync("Article", "Photographer", "Người chụp ảnh", "TextField")).Status.ShouldBe(HttpStatusCode.Found);
        (await admin.GetPageAsync(DashboardContent.NewArticle)).Body.ShouldContain("Article.Photographer.Text");

        (await admin.ConfirmRemovalAsync(await admin.RemovalPageAsync("Article", "Photographer"))).Status.ShouldBe(HttpStatusCode.Found);
        (await admin.ConfirmRemovalAsync(await admin.GetPageAsync($"{Pages}/Remove/Procedure"))).Location().ShouldBe($"{Pages}/List");

        (await admin.GetPageAsync(DashboardContent.NewArticle)).Body.ShouldNotContain("Article.Photographer.Text");
        (await portal.SaveAsync(PortalApp.LangSon, Procedure("Thủ tục"))).Refusals.ShouldHaveSingleItem().Field.ShouldBe("ContentType");
    }

    [Fact]
    public async Task Parts_are_added_set_and_removed_and_a_shorter_title_is_told_first()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        await admin.CreateProceduresAsync();
        await portal.AddAsync(PortalApp.LangSon, Procedure("Cấp giấy chứng nhận"));
        const string add = "#add-part button.btn-primary";

        (await admin.PressAsync(await admin.TypePageAsync("Procedure"), add, ("partName", "HtmlBodyPart"))).Status.ShouldBe(HttpStatusCode.Found);
        (await admin.GetPageAsync("/xttm-lang-son/Admin/Contents/ContentTypes/Procedure/Create")).Body.ShouldContain("HtmlBodyPart.Html");
        (await admin.PressAsync(await admin.TypePageAsync("Procedure"), add, ("partName", "BagPart"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await admin.PressAsync(await admin.TypePageAsync("Procedure"), add, ("partName", "BagPart"), ("bagName", "Steps"))).Status.ShouldBe(HttpStatusCode.Found);

        var title = await admin.GetPageAsync($"{Pages}/Procedure/Parts/TitlePart");
        (await admin.PressAsync(title, ".settings-form button.btn-primary", ("MaxLength", "không"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var plan = await admin.PressAsync(title, ".settings-form button.btn-primary", ("MaxLength", "10"));
        plan.TextOf("#plan").ShouldNotBeNull().ShouldContain("1 đã xuất bản");
        (await admin.PressAsync(plan, ".settings-form button.btn-primary")).Status.ShouldBe(HttpStatusCode.Found);
        (await portal.SaveAsync(PortalApp.LangSon, Procedure("Tiêu đề dài quá mười"))).Refusals.ShouldHaveSingleItem().Field.ShouldBe("TitlePart.Title");

        var route = await admin.GetPageAsync($"{Pages}/Procedure/Parts/AutoroutePart");
        (await admin.PressAsync(route, ".settings-form button.btn-primary", ("Pattern", "{{ ContentItem | "))).TextOf("#Pattern-errors").ShouldNotBeNullOrEmpty();
        (await admin.ConfirmRemovalAsync(await admin.GetPageAsync($"{Pages}/Remove/Procedure?part=Steps"))).Status.ShouldBe(HttpStatusCode.Found);
        (await admin.GetPageAsync($"{Pages}/Remove/Procedure?part=Procedure")).Status.ShouldBe(HttpStatusCode.Conflict);
    }
}
