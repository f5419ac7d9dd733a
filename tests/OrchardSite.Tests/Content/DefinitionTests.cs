using System.Text.Json.Nodes;
using OrchardSite.Recipes;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Content;

public sealed class DefinitionTests
{
    [Theory]
    [InlineData("""{ "ContentTypes": { "Name": "Survey" } }""", "$.steps[0].ContentTypes")]
    [InlineData("""{ "ContentTypes": ["Survey"] }""", "$.steps[0].ContentTypes")]
    [InlineData("""{ "ContentTypes": [{ "DisplayName": "Khảo sát" }] }""", "$.steps[0].ContentTypes[0]")]
    [InlineData("""{ "ContentTypes": [{ "Name": "Khảo sát" }] }""", "$.steps[0].ContentTypes[0]")]
    [InlineData("""{ "ContentTypes": [{ "Name": "Survey" }, { "Name": "Survey" }] }""", "$.steps[0].ContentTypes[1]")]
    [InlineData("""{ "ContentTypes": [{ "Name": "Survey", "Settings": "Creatable" }] }""", "$.steps[0].ContentTypes[0].Settings")]
    [InlineData("""{ "ContentTypes": [{ "Name": "Survey", "ContentTypePartDefinitionRecords": [{ "PartName": "NoPart", "Name": "NoPart" }] }] }""", "$.steps[0].ContentTypes[0].ContentTypePartDefinitionRecords[0]")]
    [InlineData("""{ "ContentTypes": [{ "Name": "Survey", "ContentTypePartDefinitionRecords": [{ "PartName": "TitlePart" }] }] }""", "$.steps[0].ContentTypes[0].ContentTypePartDefinitionRecords[0]")]
    [InlineData("""{ "ContentTypes": [{ "Name": "Survey", "ContentTypePartDefinitionRecords": "TitlePart" }] }""", "$.steps[0].ContentTypes[0].ContentTypePartDefinitionRecords")]
    [InlineData("""{ "ContentTypes": [{ "Name": "Survey", "ContentTypePartDefinitionRecords": [{ "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": { "AutoroutePartSettings": { "Pattern": "{{ ContentItem | " } } }] }] }""", "$.steps[0].ContentTypes[0].ContentTypePartDefinitionRecords[0].Settings.AutoroutePartSettings.Pattern")]
    [InlineData("""{ "ContentParts": [{ "Name": "Survey", "ContentPartFieldDefinitionRecords": [{ "FieldName": "ColourField", "Name": "Colour" }] }] }""", "$.steps[0].ContentParts[0].ContentPartFieldDefinitionRecords[0]")]
    [InlineData("""{ "ContentParts": [{ "Name": "Survey", "ContentPartFieldDefinitionRecords": [{ "FieldName": "TextField" }] }] }""", "$.steps[0].ContentParts[0].ContentPartFieldDefinitionRecords[0]")]
    [InlineData("""{ "ContentParts": [{ "Name": "Survey", "ContentPartFieldDefinitionRecords": [{ "FieldName": "TextField", "Name": "Code", "Settings": { "OrchardSiteFieldSettings": { "Pattern": "(" } } }] }] }""", "$.steps[0].ContentParts[0].ContentPartFieldDefinitionRecords[0].Settings.OrchardSiteFieldSettings.Pattern")]
    [InlineData("""{ "ContentParts": [{ "Name": "Survey", "ContentPartFieldDefinitionRecords": [null] }] }""", "$.steps[0].ContentParts[0].ContentPartFieldDefinitionRecords")]
    public async Task A_bad_definition_is_refused_at_its_place_and_nothing_is_saved(string step, string path)
    {
        await using var portal = await PortalApp.StartAsync();

        var error = await Should.ThrowAsync<RecipeException>(() => RunAsync(portal, step));

        error.Path.ShouldBe(path);
        (await portal.SaveAsync(PortalApp.VinhLong, new JsonObject { ["ContentType"] = "Survey" })).Refusals.ShouldHaveSingleItem().Field.ShouldBe("ContentType");
    }

    [Fact]
    public async Task A_definition_of_one_site_is_no_other_sites()
    {
        await using var portal = await PortalApp.StartAsync();
        await RunAsync(portal, """{ "ContentTypes": [{ "Name": "Survey", "ContentTypePartDefinitionRecords": [{ "PartName": "TitlePart", "Name": "TitlePart" }] }] }""");
        var survey = new JsonObject { ["ContentType"] = "Survey", ["TitlePart"] = new JsonObject { ["Title"] = "Khảo sát" } };

        (await portal.SaveAsync(PortalApp.VinhLong, survey.DeepClone().AsObject())).Succeeded.ShouldBeTrue();
        (await portal.SaveAsync(PortalApp.LangSon, survey)).Refusals.ShouldHaveSingleItem().Field.ShouldBe("ContentType");
    }

    [Fact]
    public async Task A_definition_is_laid_over_what_the_site_has_and_holds_at_once()
    {
        await using var portal = await PortalApp.StartAsync();

        await RunAsync(portal, """{ "ContentTypes": [{ "Name": "Page", "ContentTypePartDefinitionRecords": [{ "PartName": "TitlePart", "Name": "TitlePart", "Settings": { "OrchardSiteTitleSettings": { "MaxLength": 20 } } }] }] }""");

        (await portal.SaveAsync(PortalApp.VinhLong, Samples.Page("Quy chế tiếp công dân ở Trung tâm"))).Refusals.ShouldHaveSingleItem().Field.ShouldBe("TitlePart.Title");
        var page = await portal.AddAsync(PortalApp.VinhLong, Samples.Page("Tiếp công dân"));
        (await portal.Http.GetPageAsync("/xttm-vinh-long/tiep-cong-dan")).TextOf(".prose").ShouldNotBeNullOrEmpty();
        (await portal.SaveAsync(PortalApp.LangSon, Samples.Page("Quy chế tiếp công dân ở Trung tâm"))).Succeeded.ShouldBeTrue();
        page.ContentItemId.Length.ShouldBe(UniqueId.Length);
    }

    private static async Task RunAsync(PortalApp portal, string step)
    {
        var json = JsonNode.Parse(step)!.AsObject();
        json["name"] = "ContentDefinition";
        await RecipeFiles.RunAsync(portal, PortalApp.VinhLong, json);
    }
}
