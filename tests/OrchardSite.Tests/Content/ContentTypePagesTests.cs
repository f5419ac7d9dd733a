using System.Net;
using System.Text.Json.Nodes;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Workflows;
using static OrchardSite.Tests.Content.TypeEditor;

namespace OrchardSite.Tests.Content;

public sealed class ContentTypePagesTests
{
    [Fact]
    public async Task A_type_with_fields_is_made_written_and_read_on_one_site_alone()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        var others = await portal.DefinitionsAsync(PortalApp.VinhLong);

        await admin.CreateProceduresAsync();
        var form = await admin.GetPageAsync("/xttm-lang-son/Admin/Contents/ContentTypes/Procedure/Create");
        form.Status.ShouldBe(HttpStatusCode.OK);
        var published = await admin.PressAsync(form, DashboardContent.PublishButton, ("TitlePart.Title", "Cấp giấy chứng nhận"), ("Procedure.Fee.Text", "Không thu"), ("Procedure.Days.Value", "5"));
        published.Status.ShouldBe(HttpStatusCode.Found);

        var page = await portal.Http.GetPageAsync("/xttm-lang-son/cap-giay-chung-nhan");
        page.TextOf(".facts").ShouldNotBeNull().ShouldContain("Lệ phí");
        page.TextOf(".facts").ShouldNotBeNull().ShouldContain("Không thu");
        (await admin.GetPageAsync("/xttm-lang-son/Admin/Contents/ContentItems/Procedure")).Body.ShouldContain("Cấp giấy chứng nhận");
        (await admin.GetPageAsync($"{Pages}/List")).Body.ShouldContain("Thủ tục hành chính");
        JsonNode.DeepEquals(others, await portal.DefinitionsAsync(PortalApp.VinhLong)).ShouldBeTrue();
        (await portal.SaveAsync(PortalApp.VinhLong, Procedure("Thủ tục"))).Refusals.ShouldHaveSingleItem().Field.ShouldBe("ContentType");
        (await portal.AuditOfAsync(PortalApp.LangSon, "AddContentField")).Count.ShouldBe(2);
        (await portal.AuditOfAsync(PortalApp.LangSon, "CreateContentType")).ShouldHaveSingleItem().Detail.ShouldNotBeNull().ShouldContain("Procedure");
    }

    [Fact]
    public async Task Roles_are_given_rights_on_the_new_type_at_once()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        await admin.CreateProceduresAsync();

        var role = await admin.GetPageAsync($"/xttm-lang-son/Admin/Roles/Edit?name={Uri.EscapeDataString(Editors.Editor)}");

        role.Body.ShouldContain("Publish_Procedure");
    }

    [Theory]
    [InlineData("", "Thủ tục", "Name")]
    [InlineData("Thủ tục", "Thủ tục", "Name")]
    [InlineData("1Procedure", "Thủ tục", "Name")]
    [InlineData("TitlePart", "Thủ tục", "Name")]
    [InlineData("article", "Thủ tục", "Name")]
    [InlineData("DisplayText", "Thủ tục", "Name")]
    [InlineData("Procedure", " ", "DisplayName")]
    public async Task A_name_that_cannot_be_is_refused_beside_its_field(string name, string displayName, string field)
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);

        var refused = await admin.PressAsync(await admin.GetPageAsync($"{Pages}/Create"), ".settings-form button.btn-primary", ("Name", name), ("DisplayName", displayName));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf($"#{field}-errors").ShouldNotBeNullOrEmpty();
        refused.ValueOf("Name").ShouldBe(name);
        (await admin.TypePageAsync("Procedure")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Tên", "Tên", "TextField")]
    [InlineData("fee", "Lệ phí khác", "TextField")]
    [InlineData("Other", "", "TextField")]
    [InlineData("Other", "Khác", "ColourField")]
    public async Task A_field_that_cannot_be_is_refused(string name, string displayName, string kind)
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);
        await admin.Browser.CreateProceduresAsync();
        var before = await portal.DefinitionsAsync(PortalApp.LangSon);

        var stamp = (await admin.Browser.TypePageAsync("Procedure")).ValueOf("Stamp")!;
        var refused = await admin.PostAsync("Admin/ContentTypes/Edit/Procedure?handler=AddField", ("Stamp", stamp), ("fieldName", name), ("fieldDisplayName", displayName), ("kind", kind));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.ValueOf("fieldName").ShouldBe(name);
        JsonNode.DeepEquals(before, await portal.DefinitionsAsync(PortalApp.LangSon)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Fee", "MaxLength", "nhiều")]
    [InlineData("Fee", "Pattern", "(")]
    [InlineData("Fee", "Options", "A | Một\nA | Hai")]
    [InlineData("Fee", "DisplayName", "")]
    [InlineData("Days", "Minimum", "ít")]
    public async Task A_setting_that_cannot_be_is_refused_and_stays_typed(string field, string setting, string value)
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        await admin.CreateProceduresAsync();

        var refused = await admin.SendFieldAsync(await admin.FieldPageAsync("Procedure", field), (setting, value));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf($"#{setting}-errors").ShouldNotBeNullOrEmpty();
        refused.ValueOf(setting).ShouldBe(value);
    }

    [Fact]
    public async Task Fields_and_parts_change_places_and_the_form_follows()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        await admin.CreateProceduresAsync();

        var page = await admin.TypePageAsync("Procedure");
        (await admin.PressAsync(page, "form:has([name=field][value=Days]) button[value=true]")).Status.ShouldBe(HttpStatusCode.Found);

        var form = (await admin.GetPageAsync("/xttm-lang-son/Admin/Contents/ContentTypes/Procedure/Create")).Body;
        form.IndexOf("Procedure.Days.Value", StringComparison.Ordinal).ShouldBeLessThan(form.IndexOf("Procedure.Fee.Text", StringComparison.Ordinal));
        var fields = (await portal.DefinitionsAsync(PortalApp.LangSon))["ContentParts"]!.AsArray().Single(part => part!["Name"]!.ToString() == "Procedure")!["ContentPartFieldDefinitionRecords"]!.AsArray();
        fields.Select(field => $"{field!["Name"]} {field["Settings"]!["ContentPartFieldSettings"]!["Position"]}").ShouldBe(["Days 0", "Fee 1"]);

        page = await admin.TypePageAsync("Procedure");
        (await admin.PressAsync(page, "form:has([name=part][value=AutoroutePart]) button[value=true]")).Status.ShouldBe(HttpStatusCode.Found);
        (await admin.TypePageAsync("Procedure")).Document.QuerySelectorAll("h3[id^=part-]")[0].Id.ShouldBe("part-AutoroutePart");
    }

    [Fact]
    public async Task A_type_travels_as_a_recipe_to_another_site()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        await admin.CreateProceduresAsync();
        await admin.SendFieldAsync(await admin.FieldPageAsync("Procedure", "Fee"), ("Options", "Free | Không thu\nPaid | Có thu"), ("Hint", "Theo quy định"));

        var step = await portal.DefinitionsAsync(PortalApp.LangSon);
        step["name"] = "ContentDefinition";
        await RecipeFiles.RunAsync(portal, PortalApp.VinhLong, step);

        (await portal.SaveAsync(PortalApp.VinhLong, Procedure("Thủ tục", "Free"))).Succeeded.ShouldBeTrue();
        (await portal.SaveAsync(PortalApp.VinhLong, Procedure("Thủ tục", "Khác"))).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Procedure.Fee.Text");
    }

    [Fact]
    public async Task Of_two_who_change_a_field_at_once_the_second_sees_both_states()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        await admin.CreateProceduresAsync();
        var (first, second) = (await admin.FieldPageAsync("Procedure", "Fee"), await admin.FieldPageAsync("Procedure", "Fee"));
        await admin.SendFieldAsync(first, ("Hint", "Gợi ý thứ nhất"));

        var late = await admin.SendFieldAsync(second, ("Hint", "Gợi ý thứ hai"));

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.TextOf(".conflict").ShouldNotBeNull().ShouldContain("Gợi ý thứ nhất");
        late.ValueOf("Hint").ShouldBe("Gợi ý thứ hai");
        (await admin.SendFieldAsync(late)).Status.ShouldBe(HttpStatusCode.Found);
        (await admin.FieldPageAsync("Procedure", "Fee")).ValueOf("Hint").ShouldBe("Gợi ý thứ hai");
    }

    [Fact]
    public async Task Who_may_not_change_types_changes_none()
    {
        await using var portal = await PortalApp.StartAsync();
        using var editor = await portal.HireAsync(PortalApp.LangSon, "Lê Văn Biên Tập", Editors.Head);

        foreach (var path in new[] { "List", "Create", "Edit/Page", "Page/Parts/TitlePart", "Remove/Page", "Article/Article/Fields/Sapo" })
        {
            (await editor.GetAsync("Admin/ContentTypes/" + path)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        (await editor.PostAsync("Admin/ContentTypes/Create", ("Name", "Procedure"), ("DisplayName", "Thủ tục"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await portal.SaveAsync(PortalApp.LangSon, Procedure("Thủ tục"))).Succeeded.ShouldBeFalse();
    }
}
