using System.Text.Json.Nodes;
using OrchardSite.Content.Operations;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Directives;

public sealed class RelationGraphTests
{
    [Fact]
    public async Task A_directive_stands_between_what_acts_on_it_and_what_it_acts_on()
    {
        await using var portal = await PortalApp.StartAsync();
        var grounds = await AddAsync(portal, "301");
        var directive = await AddAsync(portal, "302", ("CanCu", grounds));
        var replacing = await AddAsync(portal, "303", ("ThayThe", directive));
        await AddAsync(portal, "304", ("BaiBo", replacing));
        await AddAsync(portal, "305", ("DinhChinh", directive));
        // What is only for some, and what another site has under the same number, is in no reader's picture.
        await AddAsync(portal, "306", "NoiBo", PortalApp.Department, ("HuongDan", directive));
        await AddAsync(portal, "307", "DonViNhan", PortalApp.Department, ("ThayThe", replacing), ("GiaiThich", directive));
        var other = await AddAsync(portal, "302", "CongKhai", PortalApp.LangSon);
        await AddAsync(portal, "308", "CongKhai", PortalApp.LangSon, ("HuongDan", other));

        var page = await portal.Http.GetPageAsync("/van-ban/302-qd-sct-2026");

        Boxes(page).ShouldBe(["Quyết định 305/QĐ-SCT", "Quyết định 304/QĐ-SCT", "Quyết định 303/QĐ-SCT", "Quyết định 302/QĐ-SCT", "Quyết định 301/QĐ-SCT"]);
        page.TextOf(".relation-graph .own").ShouldBe("Quyết định 302/QĐ-SCT");
        page.TextsOf(".relation-graph .kind").ShouldBe(["Được đính chính bởi", "Bị bãi bỏ bởi", "Được thay thế bởi", "Căn cứ"]);
        page.Document.QuerySelectorAll(".relation-graph a").Select(link => link.GetAttribute("href")).ShouldBe(
            ["/van-ban/305-qd-sct-2026", "/van-ban/304-qd-sct-2026", "/van-ban/303-qd-sct-2026", "/van-ban/301-qd-sct-2026"]);
        foreach (var hidden in new[] { "306/QĐ-SCT", "307/QĐ-SCT", "308/QĐ-SCT" })
        {
            page.Body.ShouldNotContain(hidden);
        }

        // One relation needs no picture.
        (await portal.Http.GetPageAsync("/van-ban/301-qd-sct-2026")).Document.QuerySelector(".relation-graph").ShouldBeNull();
        (await portal.Http.GetPageAsync("/xttm-lang-son/van-ban/302-qd-sct-2026")).TextsOf(".relations li").ShouldHaveSingleItem().ShouldContain("308/QĐ-SCT");
    }

    [Fact]
    public async Task What_would_make_the_picture_too_long_is_counted()
    {
        await using var portal = await PortalApp.StartAsync();
        var directive = await AddAsync(portal, "301");
        for (var number = 302; number < 312; number++)
        {
            await AddAsync(portal, $"{number}", ("CanCu", directive));
        }

        var page = await portal.Http.GetPageAsync("/van-ban/301-qd-sct-2026");

        Boxes(page).Count.ShouldBe(9);
        page.TextsOf(".relation-graph .kind").ShouldContain("và 2 văn bản khác");
        page.Document.QuerySelectorAll(".relations li").Length.ShouldBe(10);
    }

    private static IReadOnlyList<string> Boxes(Page page) => page.TextsOf(".relation-graph g text");

    private static Task<SavedContent> AddAsync(PortalApp portal, string number, params (string Kind, SavedContent Target)[] relations) =>
        AddAsync(portal, number, "CongKhai", PortalApp.Department, relations);

    private static Task<SavedContent> AddAsync(PortalApp portal, string number, string visibility, string tenant, params (string Kind, SavedContent Target)[] relations)
    {
        var item = Samples.Directive(number);
        item.Set("Directive", "Visibility", new { Text = visibility });
        item["Relations"] = new JsonObject
        {
            ["ContentItems"] = new JsonArray([.. relations.Select(relation => new JsonObject
            {
                ["ContentItemId"] = UniqueId.New(),
                ["ContentType"] = "DirectiveRelation",
                ["DirectiveRelation"] = new JsonObject
                {
                    ["Kind"] = Samples.Text(relation.Kind),
                    ["Target"] = new JsonObject { ["ContentItemIds"] = new JsonArray(relation.Target.ContentItemId) },
                },
            })]),
        };
        return portal.AddAsync(tenant, item);
    }
}
