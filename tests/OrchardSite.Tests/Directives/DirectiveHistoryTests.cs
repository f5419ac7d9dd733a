using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrchardSite.Content.Operations;
using OrchardSite.Directives;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Directives;

public sealed class DirectiveHistoryTests
{
    [Fact]
    public void Each_day_on_which_validity_changes_is_named_once()
    {
        var effects = new DirectiveEffects([
            new DirectiveEffect("a", RelationEffect.SuspendsForce, "b", new ForcePeriod(new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 30))),
            new DirectiveEffect("a", RelationEffect.EndsForce, "c", new ForcePeriod(new DateOnly(2026, 9, 1), null)),
            new DirectiveEffect("c", RelationEffect.EndsForceInPart, "d", new ForcePeriod(new DateOnly(2026, 10, 1), null)),
        ]);

        DirectiveValidity.History("a", new ForcePeriod(new DateOnly(2026, 1, 1), null), effects).ShouldBe([
            (new DateOnly(2026, 1, 1), Validity.InForce),
            (new DateOnly(2026, 3, 1), Validity.Suspended),
            (new DateOnly(2026, 5, 1), Validity.InForce),
            (new DateOnly(2026, 9, 1), Validity.NoLongerInForce),
        ]);
    }

    [Fact]
    public async Task Readers_and_programs_ask_whether_a_directive_was_in_force_on_a_day()
    {
        await using var portal = await PortalApp.StartAsync();
        await AddAsync(portal, "301", from: "2024-01-01");
        await AddAsync(portal, "302", from: "2026-06-01", Replaces((await FindAsync(portal, "301")).ContentItemId));

        var page = await portal.Http.GetPageAsync("/van-ban/301-qd-sct-2026?on=2026-05-31");
        page.TextsOf(".validity-history li").ShouldBe(["Từ 01/01/2024 Còn hiệu lực", "Từ 01/06/2026 Hết hiệu lực toàn bộ"]);
        page.TextOf(".validity-history [role=status]").ShouldBe("Vào ngày 31/05/2026: Còn hiệu lực");
        (await portal.Http.GetPageAsync("/van-ban/301-qd-sct-2026?on=2026-06-01")).TextOf(".validity-history [role=status]").ShouldBe("Vào ngày 01/06/2026: Hết hiệu lực toàn bộ");
        (await portal.Http.GetPageAsync("/van-ban/301-qd-sct-2026")).TextOf(".validity-history [role=status]").ShouldBeNull();
        (await portal.Http.GetPageAsync("/van-ban/301-qd-sct-2026?on=2026-02-30")).TextOf(".validity-history [role=status]").ShouldBe("Hãy nhập một ngày có trong lịch.");

        (await AskAsync(portal, "/api/directives/validity?number=301%20qd%20sct&on=2026-05-31")).ShouldBe(("2026-05-31", "301/QĐ-SCT", "in-force"));
        (await AskAsync(portal, "/api/directives/validity?number=301/Q%C4%90-SCT")).ShouldBe(("2026-11-24", "301/QĐ-SCT", "no-longer-in-force"));
        (await portal.Http.GetPageAsync("/api/directives/validity?number=301/Q%C4%90-SCT&on=hom-nay")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await portal.Http.GetPageAsync("/api/directives/validity")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        JsonNode.Parse((await portal.Http.GetPageAsync("/xttm-lang-son/api/directives/validity?number=301/Q%C4%90-SCT")).Body)!["directives"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_for_every_reader_is_not_answered_for()
    {
        await using var portal = await PortalApp.StartAsync();
        var item = Samples.Directive();
        item.Set("Directive", "Visibility", new { Text = "NoiBo" });
        await portal.AddAsync(PortalApp.Department, item);

        JsonNode.Parse((await portal.Http.GetPageAsync("/api/directives/validity?number=301/Q%C4%90-SCT")).Body)!["directives"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Directives_do_not_replace_each_other_in_a_circle()
    {
        await using var portal = await PortalApp.StartAsync();
        var first = await AddAsync(portal, "301", "2026-01-01");
        var second = await AddAsync(portal, "302", "2026-02-01", Replaces(first.ContentItemId));
        var third = await AddAsync(portal, "303", "2026-03-01", Replaces(second.ContentItemId));

        var circle = Item("301", "2026-01-01", Replaces(third.ContentItemId));
        circle["ContentItemId"] = first.ContentItemId;
        var draft = await portal.SaveAsync(PortalApp.Department, circle, first.VersionId);
        var refused = (await portal.PublishAsync(PortalApp.Department, draft.Value)).Refusals.ShouldHaveSingleItem();

        (refused.Kind, refused.Field).ShouldBe((RefusalKind.Conflict, "Relations.ContentItems[0].DirectiveRelation.Target"));
        refused.Message.ShouldStartWith("“Quyết định 301/QĐ-SCT” would end its own force");
        // To name what replaced it as related is no circle.
        circle["Relations"] = Relation("LienQuan", third.ContentItemId);
        var related = await portal.SaveAsync(PortalApp.Department, circle, draft.Value.VersionId);
        (await portal.PublishAsync(PortalApp.Department, related.Value)).Succeeded.ShouldBeTrue();
    }

    private static JsonObject Item(string number, string from, JsonObject? relations = null)
    {
        var item = Samples.Directive(number);
        item.Set("Directive", "EffectiveFrom", new { Value = from });
        if (relations is not null)
        {
            item["Relations"] = relations;
        }

        return item;
    }

    private static Task<SavedContent> AddAsync(PortalApp portal, string number, string from, JsonObject? relations = null) => portal.AddAsync(PortalApp.Department, Item(number, from, relations));

    private static JsonObject Replaces(string target) => Relation("ThayThe", target);

    private static JsonObject Relation(string kind, string target) => new()
    {
        ["ContentItems"] = new JsonArray(new JsonObject
        {
            ["ContentItemId"] = UniqueId.New(),
            ["ContentType"] = "DirectiveRelation",
            ["DirectiveRelation"] = new JsonObject { ["Kind"] = Samples.Text(kind), ["Target"] = new JsonObject { ["ContentItemIds"] = new JsonArray(target) } },
        }),
    };

    private static async Task<SavedContent> FindAsync(PortalApp portal, string number)
    {
        var id = await portal.ReadAsync(PortalApp.Department, db => Task.FromResult(db.Set<DirectiveRow>().Single(row => row.Number == number + "/QĐ-SCT").ItemId));
        return (await portal.OpenAsync(PortalApp.Department, id)).Version;
    }

    private static async Task<(string, string, string)> AskAsync(PortalApp portal, string address)
    {
        var answer = JsonElement.Parse((await portal.Http.GetPageAsync(address)).Body);
        var directive = answer.GetProperty("directives").EnumerateArray().Single();
        return (answer.GetProperty("on").GetString()!, directive.GetProperty("number").GetString()!, directive.GetProperty("validity").GetString()!);
    }
}
