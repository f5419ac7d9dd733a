using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Content.Definitions;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Media;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Roles;

namespace OrchardSite.Tests.Content;

public sealed class FieldTests
{
    private const string Definition = """
        {
          "ContentTypes": [{
            "Name": "Survey", "DisplayName": "Khảo sát",
            "ContentTypePartDefinitionRecords": [{ "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "Survey", "Name": "Survey" }]
          }],
          "ContentParts": [{
            "Name": "Survey",
            "ContentPartFieldDefinitionRecords": [
              { "FieldName": "TextField", "Name": "Code", "Settings": { "OrchardSiteFieldSettings": { "MaxLength": 8, "Pattern": "^[A-ZĐ]+-\\d+$" } } },
              { "FieldName": "TextField", "Name": "Level", "Settings": { "TextFieldPredefinedListEditorSettings": { "Options": [{ "name": "Tỉnh", "value": "T" }, { "name": "Xã", "value": "X" }] } } },
              { "FieldName": "HtmlField", "Name": "Intro" },
              { "FieldName": "BooleanField", "Name": "IsOpen" },
              { "FieldName": "NumericField", "Name": "Rate", "Settings": { "OrchardSiteFieldSettings": { "Minimum": 0, "Maximum": 100 } } },
              { "FieldName": "DateField", "Name": "Day" },
              { "FieldName": "DateTimeField", "Name": "ClosesAt" },
              { "FieldName": "LinkField", "Name": "Site" },
              { "FieldName": "MediaField", "Name": "Files", "Settings": { "MediaFieldSettings": { "Multiple": true, "AllowedExtensions": [".pdf", ".xlsx"] } } },
              { "FieldName": "ContentPickerField", "Name": "Basis", "Settings": { "ContentPickerFieldSettings": { "Multiple": true, "DisplayedContentTypes": ["Directive"] } } },
              { "FieldName": "TaxonomyField", "Name": "Topic", "Settings": { "TaxonomyFieldSettings": { "TaxonomyContentItemId": "portalcategories0000000000", "Unique": true } } },
              { "FieldName": "UserPickerField", "Name": "Contact" }
            ]
          }]
        }
        """;

    [Theory]
    [InlineData("Code", """{ "Text": "ĐA-12" }""")]
    [InlineData("Level", """{ "Text": "X" }""")]
    [InlineData("Intro", """{ "Html": "<p>Xin chào</p>" }""")]
    [InlineData("IsOpen", """{ "Value": false }""")]
    [InlineData("Rate", """{ "Value": 0.5 }""")]
    [InlineData("Rate", """{ "Value": 100 }""")]
    [InlineData("Day", """{ "Value": "2026-02-05" }""")]
    [InlineData("ClosesAt", """{ "Value": "2026-02-05T03:00:00Z" }""")]
    [InlineData("Site", """{ "Url": "https://congthuong.example/a?b=c#d", "Text": "Trang" }""")]
    [InlineData("Site", """{ "Url": "~/van-ban" }""")]
    [InlineData("Files", """{ "Paths": ["van-ban/ke-hoach.pdf", "so-lieu.XLSX"] }""")]
    [InlineData("Basis", """{ "ContentItemIds": ["sctdirective00000000000001", "sctdirective00000000000002"] }""")]
    [InlineData("Topic", """{ "TermContentItemIds": ["termthongbao00000000000000"] }""")]
    public async Task A_good_value_is_stored_as_it_is(string field, string value)
    {
        await using var portal = await StartAsync();
        await portal.UploadAsync("van-ban/ke-hoach.pdf", "%PDF-1.7", PortalApp.Department);
        await portal.UploadAsync("so-lieu.XLSX", Pictures.Package("xl/workbook.xml"), PortalApp.Department);

        var saved = await portal.SaveAsync(PortalApp.Department, Item(field, value));

        saved.Refusals.ShouldBeEmpty();
        (await StoredAsync(portal, saved.Value.ContentItemId, field)).ShouldBe(JsonNode.Parse(value)!.ToJsonString());
    }

    [Theory]
    [InlineData("Day", """{ "Value": "2026-02-05T00:00:00Z" }""", """{"Value":"2026-02-05"}""")]
    [InlineData("ClosesAt", """{ "Value": "2026-02-05T10:00:00+07:00" }""", """{"Value":"2026-02-05T03:00:00Z"}""")]
    [InlineData("ClosesAt", """{ "Value": "2026-02-05" }""", """{"Value":"2026-02-05T00:00:00Z"}""")]
    [InlineData("Intro", """{ "Html": "<p onclick=\"x()\">Xin chào<script>x()</script></p>" }""", """{"Html":"\u003Cp\u003EXin chào\u003C/p\u003E"}""")]
    public async Task A_value_is_brought_to_its_stored_form(string field, string value, string stored)
    {
        await using var portal = await StartAsync();

        var saved = (await portal.SaveAsync(PortalApp.Department, Item(field, value))).Value;

        JsonNode.DeepEquals(JsonNode.Parse(await StoredAsync(portal, saved.ContentItemId, field)), JsonNode.Parse(stored)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Code", """{ "Text": 5 }""", "Text")]
    [InlineData("Code", """{ "Text": ["A-1"] }""", "Text")]
    [InlineData("Code", """{ "Text": "ĐA-123456" }""", "Text")]
    [InlineData("Code", """{ "Text": "đa 12" }""", "Text")]
    [InlineData("Code", """ "ĐA-12" """, null)]
    [InlineData("Level", """{ "Text": "Tỉnh" }""", "Text")]
    [InlineData("Intro", """{ "Html": { } }""", "Html")]
    [InlineData("IsOpen", """{ "Value": "true" }""", "Value")]
    [InlineData("IsOpen", """{ "Value": 1 }""", "Value")]
    [InlineData("Rate", """{ "Value": "12" }""", "Value")]
    [InlineData("Rate", """{ "Value": -0.01 }""", "Value")]
    [InlineData("Rate", """{ "Value": 100.5 }""", "Value")]
    [InlineData("Rate", """{ "Value": 1e400 }""", "Value")]
    [InlineData("Day", """{ "Value": "05/02/2026" }""", "Value")]
    [InlineData("Day", """{ "Value": "2026-02-30" }""", "Value")]
    [InlineData("Day", """{ "Value": 20260205 }""", "Value")]
    [InlineData("ClosesAt", """{ "Value": "ngày mai" }""", "Value")]
    [InlineData("ClosesAt", """{ "Value": true }""", "Value")]
    [InlineData("Site", """{ "Url": "javascript:alert(1)" }""", "Url")]
    [InlineData("Site", """{ "Url": "data:text/html,x" }""", "Url")]
    [InlineData("Site", """{ "Url": "//evil.example" }""", "Url")]
    [InlineData("Site", """{ "Url": "~//evil.example" }""", "Url")]
    [InlineData("Site", """{ "Url": "~/\\evil.example" }""", "Url")]
    [InlineData("Site", """{ "Url": "congthuong.example" }""", "Url")]
    [InlineData("Site", """{ "Url": "https://a.example", "Text": 1 }""", "Text")]
    [InlineData("Files", """{ "Paths": "ke-hoach.pdf" }""", "Paths")]
    [InlineData("Files", """{ "Paths": [1] }""", "Paths")]
    [InlineData("Files", """{ "Paths": ["../../khac/ke-hoach.pdf"] }""", "Paths")]
    [InlineData("Files", """{ "Paths": ["/etc/ke-hoach.pdf"] }""", "Paths")]
    [InlineData("Files", """{ "Paths": ["a\\b.pdf"] }""", "Paths")]
    [InlineData("Files", """{ "Paths": ["chuong-trinh.exe"] }""", "Paths")]
    [InlineData("Files", """{ "Paths": ["a.pdf.html"] }""", "Paths")]
    [InlineData("Basis", """{ "ContentItemIds": ["khong-phai-id"] }""", "ContentItemIds")]
    [InlineData("Basis", """{ "ContentItemIds": ["0000000000000000000000none"] }""", "ContentItemIds")]
    [InlineData("Basis", """{ "ContentItemIds": ["xvldirective00000000000001"] }""", "ContentItemIds")]
    [InlineData("Basis", """{ "ContentItemIds": ["sctarticle0000000000000001"] }""", "ContentItemIds")]
    [InlineData("Topic", """{ "TermContentItemIds": ["termthongbao00000000000000", "termgioithieu0000000000000"] }""", "TermContentItemIds")]
    [InlineData("Topic", """{ "TermContentItemIds": ["termnongsanvinhlong0000000"] }""", "TermContentItemIds")]
    [InlineData("Topic", """{ "TermContentItemIds": ["termlvcongtacdang000000000"] }""", "TermContentItemIds")]
    [InlineData("Contact", """{ "UserIds": ["1", "2"] }""", "UserIds")]
    [InlineData("Contact", """{ "UserIds": ["999999"] }""", "UserIds")]
    [InlineData("Contact", """{ "UserIds": ["admin"] }""", "UserIds")]
    [InlineData("Unknown", """{ "Text": "x" }""", null)]
    public async Task A_bad_value_is_refused_with_its_place(string field, string value, string? member)
    {
        await using var portal = await StartAsync();

        var refused = await portal.SaveAsync(PortalApp.Department, Item(field, value));

        var place = member is null ? $"Survey.{field}" : $"Survey.{field}.{member}";
        refused.Refusals.ShouldNotBeEmpty();
        refused.Refusals.ShouldAllBe(refusal => refusal.Kind == RefusalKind.Invalid && refusal.Field == place);
        refused.Refusals.ShouldAllBe(refusal => refusal.Message.EndsWith('.'));
    }

    [Fact]
    public async Task A_person_can_be_chosen_who_belongs_to_the_site_and_no_other()
    {
        await using var portal = await StartAsync();
        var own = await AddMemberAsync(portal, PortalApp.Department, "dau.moi");
        var foreign = await AddMemberAsync(portal, PortalApp.LangSon, "nguoi.ngoai");

        (await portal.SaveAsync(PortalApp.Department, Item("Contact", $$"""{ "UserIds": ["{{own}}"], "UserNames": ["Đầu mối"] }"""))).Refusals.ShouldBeEmpty();
        (await portal.SaveAsync(PortalApp.Department, Item("Contact", $$"""{ "UserIds": ["{{foreign}}"] }"""))).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Survey.Contact.UserIds");
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        await using var portal = await StartAsync();
        var item = Item("Code", """{ "Text": "sai" }""");
        item["Survey"]!["Rate"] = JsonNode.Parse("""{ "Value": 200 }""");
        item["Survey"]!["Day"] = JsonNode.Parse("""{ "Value": "hôm qua" }""");
        item["TitlePart"] = JsonNode.Parse("""{ "Title": " " }""");
        item["ExtraPart"] = new JsonObject();

        var refused = await portal.SaveAsync(PortalApp.Department, item);

        refused.Refusals.Select(refusal => refusal.Field).ShouldBe(["TitlePart.Title", "Survey.Code.Text", "Survey.Rate.Value", "Survey.Day.Value", "ExtraPart"], ignoreOrder: true);
    }

    [Fact]
    public async Task Numbers_are_the_same_however_the_program_wrote_them()
    {
        await using var portal = await StartAsync();

        foreach (var value in new JsonNode[] { JsonValue.Create(7), JsonValue.Create(7.5m), JsonValue.Create(7.25), JsonValue.Create(7L) })
        {
            var item = Item("Rate", "{}");
            item["Survey"]!["Rate"] = new JsonObject { ["Value"] = value };
            (await portal.SaveAsync(PortalApp.Department, item)).Refusals.ShouldBeEmpty();
        }
    }

    private static async Task<PortalApp> StartAsync()
    {
        var portal = await PortalApp.StartAsync();
        await portal.InTenantAsync(PortalApp.Department, async services =>
        {
            var definitions = services.GetRequiredService<DefinitionStore>();
            var json = await definitions.ReadAsync(TestContext.Current.CancellationToken);
            var survey = JsonNode.Parse(Definition)!;
            json["ContentTypes"]!.AsArray().Add(survey["ContentTypes"]![0]!.DeepClone());
            json["ContentParts"]!.AsArray().Add(survey["ContentParts"]![0]!.DeepClone());
            return await definitions.SaveAsync(json, Editing.Editor, TestContext.Current.CancellationToken);
        });
        return portal;
    }

    private static JsonObject Item(string field, string value) => new()
    {
        ["ContentType"] = "Survey",
        ["TitlePart"] = new JsonObject { ["Title"] = "Khảo sát doanh nghiệp" },
        ["Survey"] = new JsonObject { [field] = JsonNode.Parse(value) },
    };

    private static Task<int> AddMemberAsync(PortalApp portal, string tenant, string name) => portal.ReadAsync(tenant, async db =>
    {
        await using var work = await db.BeginAsync();
        var account = new Account { UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, CreatedUtc = PortalApp.Morning.UtcDateTime };
        db.Add(account);
        await db.SaveChangesAsync();
        db.Add(new Membership { TenantId = db.TenantId, AccountId = account.Id, CreatedUtc = PortalApp.Morning.UtcDateTime });
        await work.CommitAsync();
        return account.Id;
    });

    private static async Task<string> StoredAsync(PortalApp portal, string id, string field) =>
        (await portal.OpenAsync(PortalApp.Department, id)).Item["Survey"]![field]!.ToJsonString();
}
