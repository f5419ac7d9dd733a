using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Content.Operations;
using OrchardSite.Data;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Content;

public sealed class ImportTests
{
    [Fact]
    public async Task An_import_brings_items_in_once_and_changes_nothing_the_second_time()
    {
        await using var portal = await PortalApp.StartAsync();
        var items = Enumerable.Range(1, 3).Select(number => With(Samples.Page($"Trang thứ {number}"), $"importtrang00000000000000{number}")).ToArray();

        var first = await portal.ImportAsync(PortalApp.VinhLong, items);
        var before = await LastChangeAsync(portal);
        var second = await portal.ImportAsync(PortalApp.VinhLong, items);

        first.Value.ShouldAllBe(item => item.Effect == ImportEffect.Created);
        second.Value.ShouldAllBe(item => item.Effect == ImportEffect.Unchanged);
        (await LastChangeAsync(portal)).ShouldBe(before);
        (await portal.Http.GetPageAsync("/xttm-vinh-long/trang-thu-2")).Status.ShouldBe(HttpStatusCode.OK);
        (await portal.Http.GetPageAsync("/xttm-lang-son/trang-thu-2")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_later_edit_outlives_the_import_of_the_version_before_it()
    {
        await using var portal = await PortalApp.StartAsync();
        var item = With(Samples.Page("Nội quy cơ quan"), "importnoiquy00000000000000");
        item["ContentItemVersionId"] = "importnoiquyv0000000000000";
        await portal.ImportAsync(PortalApp.Department, item.DeepClone().AsObject());
        await portal.EditAsync(PortalApp.Department, "importnoiquy00000000000000", edited => edited.SetTitle("Nội quy cơ quan sửa đổi"));

        var again = await portal.ImportAsync(PortalApp.Department, item);

        again.Value.ShouldHaveSingleItem().Effect.ShouldBe(ImportEffect.Unchanged);
        (await portal.Http.GetPageAsync("/noi-quy-co-quan-sua-doi")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task All_items_of_an_import_come_in_or_none()
    {
        await using var portal = await PortalApp.StartAsync();
        var bad = Samples.Article("Bài thiếu chuyên mục hợp lệ", "termnongsanvinhlong0000000");

        var refused = await portal.ImportAsync(PortalApp.Department, Samples.Page("Trang tốt"), bad, Samples.Page(""));

        refused.Refusals.Select(refusal => refusal.Field).ShouldBe(["[1].Article.Category.TermContentItemIds", "[2].TitlePart.Title"]);
        (await portal.Http.GetPageAsync("/trang-tot")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("ContentItemId", "QUÁ-NGẮN", "[0].ContentItemId")]
    [InlineData("ContentType", "Khong", "[0].ContentType")]
    [InlineData("ContentType", null, "[0].ContentType")]
    public async Task An_item_without_a_good_identity_is_refused(string member, string? value, string field)
    {
        await using var portal = await PortalApp.StartAsync();
        var item = Samples.Page();
        item[member] = value;

        (await portal.ImportAsync(PortalApp.Department, item)).Refusals.ShouldHaveSingleItem().Field.ShouldBe(field);
    }

    [Fact]
    public async Task An_item_cannot_come_twice_in_one_import_but_two_may_ask_for_one_version_id()
    {
        await using var portal = await PortalApp.StartAsync();
        var one = With(Samples.Page("Trang một"), "importtrang000000000000001");
        var two = With(Samples.Page("Trang hai"), "importtrang000000000000002");
        one["ContentItemVersionId"] = "importtrangv00000000000001";
        two["ContentItemVersionId"] = "importtrangv00000000000001";

        (await portal.ImportAsync(PortalApp.Department, one, one.DeepClone().AsObject())).Refusals.ShouldHaveSingleItem().Field.ShouldBe("[1].ContentItemId");
        (await portal.ImportAsync(PortalApp.Department, one, two)).Refusals.ShouldBeEmpty();
        (await portal.Http.GetPageAsync("/trang-hai")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Names_that_no_column_holds_are_refused()
    {
        await using var portal = await PortalApp.StartAsync();
        var widget = new JsonObject { ["ContentType"] = "HomePage", ["TitlePart"] = new JsonObject { ["Title"] = "Trang chủ mới" }, ["Author"] = new string('a', 257) };
        var menu = new JsonObject
        {
            ["ContentType"] = "Menu",
            ["TitlePart"] = new JsonObject { ["Title"] = "Menu" },
            ["AliasPart"] = new JsonObject { ["Alias"] = new string('a', 101) },
            ["MenuPart"] = new JsonObject(),
        };

        (await portal.ImportAsync(PortalApp.Department, widget, menu)).Refusals.Select(refusal => refusal.Field).ShouldBe(["[0].Author", "[1].AliasPart.Alias"]);
    }

    [Fact]
    public async Task Text_is_stored_composed_wherever_it_stands()
    {
        await using var portal = await PortalApp.StartAsync();
        var item = JsonNode.Parse(Samples.Article("Khai mạc Tuần lễ trái cây ở Vĩnh Long").ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
            .Normalize(NormalizationForm.FormD))!.AsObject();

        var saved = await portal.AddAsync(PortalApp.Department, item);

        var (_, stored) = await portal.OpenAsync(PortalApp.Department, saved.ContentItemId);
        stored["TitlePart"]!["Title"]!.GetValue<string>().ShouldBe("Khai mạc Tuần lễ trái cây ở Vĩnh Long");
        Texts(stored).ShouldAllBe(text => text.IsNormalized(NormalizationForm.FormC));
        var row = await portal.ReadAsync(PortalApp.Department, db => db.Set<ContentItem>().SingleAsync(row => row.Id == saved.ContentItemId));
        row.DisplayText.ShouldBe("Khai mạc Tuần lễ trái cây ở Vĩnh Long");
        row.Path.ShouldBe("khai-mac-tuan-le-trai-cay-o-vinh-long");
    }

    [Fact]
    public async Task Many_items_tell_the_change_feed_once_and_each_its_audit()
    {
        await using var portal = await PortalApp.StartAsync();
        var before = await LastChangeAsync(portal);

        await portal.ImportAsync(PortalApp.Department, [.. Enumerable.Range(1, 60).Select(number => Samples.Page($"Trang thứ {number}"))]);

        (await portal.ReadAsync(PortalApp.Department, db => db.Changes.Where(change => change.Sequence > before).ToListAsync()))
            .ShouldHaveSingleItem().Tags.ShouldBeNull();
        (await portal.ReadAsync(PortalApp.Department, db => db.AuditEntries.CountAsync(entry => entry.Actor == Editing.Editor.Name))).ShouldBe(60);
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(member => Texts(member.Value)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private static JsonObject With(JsonObject item, string id)
    {
        item["ContentItemId"] = id;
        return item;
    }

    private static Task<long> LastChangeAsync(PortalApp portal) => portal.ReadAsync(PortalApp.Department, db => db.Changes.MaxAsync(change => change.Sequence));
}
