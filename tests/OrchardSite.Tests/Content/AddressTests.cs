using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Content;

public sealed class AddressTests
{
    [Fact]
    public async Task An_address_is_made_of_the_title_and_numbered_when_it_is_taken()
    {
        await using var portal = await PortalApp.StartAsync();

        var ids = new List<string>();
        for (var count = 0; count < 3; count++)
        {
            ids.Add((await portal.AddAsync(PortalApp.Department, Samples.Page("Đường dây nóng: Ủy quyền & ĐƠN THƯ"))).ContentItemId);
        }

        (await PathsAsync(portal, ids)).ShouldBe(["duong-day-nong-uy-quyen-don-thu", "duong-day-nong-uy-quyen-don-thu-2", "duong-day-nong-uy-quyen-don-thu-3"]);
    }

    [Fact]
    public async Task Two_sites_may_have_the_same_address()
    {
        await using var portal = await PortalApp.StartAsync();

        await portal.AddAsync(PortalApp.Department, Samples.Page("Lịch công tác"));
        await portal.AddAsync(PortalApp.LangSon, Samples.Page("Lịch công tác"));

        (await portal.Http.GetPageAsync("/lich-cong-tac")).TextOf(".unit-name").ShouldBe("Sở Công Thương tỉnh Hải Dương");
        (await portal.Http.GetPageAsync("/xttm-lang-son/lich-cong-tac")).TextOf(".unit-name").ShouldBe("Trung tâm Xúc tiến thương mại Lạng Sơn");
        (await portal.Http.GetPageAsync("/xttm-vinh-long/lich-cong-tac")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Many_of_one_title_in_one_import_each_get_an_address_beside_those_there_are()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.Department, Samples.Page("Lịch công tác 2"));

        var imported = await portal.ImportAsync(PortalApp.Department, [.. Enumerable.Range(0, 3).Select(_ => Samples.Page("Lịch công tác"))]);

        imported.Refusals.ShouldBeEmpty();
        (await PathsAsync(portal, imported.Value.Select(item => item.ContentItemId))).ShouldBe(["lich-cong-tac", "lich-cong-tac-3", "lich-cong-tac-4"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("Sơ đồ trang", "so-do-trang-2", "so-do-trang-3")]
    [InlineData("Admin", "admin-2", "admin-3")]
    [InlineData("Văn bản", "van-ban-2", "van-ban-3")]
    [InlineData("Tin tức - sự kiện", "tin-tuc-su-kien-2", "tin-tuc-su-kien-3")]
    public async Task A_title_like_a_page_of_the_portal_or_a_section_takes_neither(string title, string first, string second)
    {
        await using var portal = await PortalApp.StartAsync();

        var ids = new[]
        {
            (await portal.AddAsync(PortalApp.Department, Samples.Page(title))).ContentItemId, (await portal.AddAsync(PortalApp.Department, Samples.Page(title))).ContentItemId,
        };

        (await PathsAsync(portal, ids)).ShouldBe([first, second]);
    }

    [Fact]
    public async Task A_title_without_a_letter_still_gets_an_address()
    {
        await using var portal = await PortalApp.StartAsync();

        var saved = await portal.AddAsync(PortalApp.Department, Samples.Page("??? – !!!"));

        (await portal.Http.GetPageAsync("/" + saved.ContentItemId)).TextOf("h1").ShouldBe("??? – !!!");
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("admin/quan-tri")]
    [InlineData("api/v1")]
    [InlineData("media/anh.png")]
    [InlineData("so-do-trang")]
    [InlineData("van-ban")]
    [InlineData("van-ban/lich")]
    [InlineData("sign-in")]
    [InlineData("rss.xml")]
    [InlineData("robots.txt")]
    [InlineData("sitemap.xml")]
    [InlineData("xttm-lang-son")]
    [InlineData("xttm-lang-son/lich-cong-tac")]
    [InlineData("lien-he")]
    [InlineData("thong-bao")]
    public async Task An_address_of_the_portal_of_another_site_or_of_another_item_is_refused(string path)
    {
        await using var portal = await PortalApp.StartAsync();
        var saved = (await portal.SaveAsync(PortalApp.Department, At(path))).Value;

        var published = await portal.PublishAsync(PortalApp.Department, saved);

        var refusal = published.Refusals.ShouldHaveSingleItem();
        (refusal.Kind, refusal.Field).ShouldBe((RefusalKind.Conflict, "AutoroutePart.Path"));
        (await portal.ImportAsync(PortalApp.Department, Samples.Page(), At(path))).Refusals.ShouldHaveSingleItem().Field.ShouldBe("[1].AutoroutePart.Path");
        (await PathsAsync(portal, [saved.ContentItemId])).ShouldBe([null]);
    }

    [Fact]
    public async Task A_prefix_of_another_site_is_a_good_address_on_a_site_with_a_prefix()
    {
        await using var portal = await PortalApp.StartAsync();

        await portal.AddAsync(PortalApp.VinhLong, Samples.Page("XTTM Lạng Sơn"));
        var ofDepartment = await portal.AddAsync(PortalApp.Department, Samples.Page("XTTM Lạng Sơn"));

        (await portal.Http.GetPageAsync("/xttm-vinh-long/xttm-lang-son")).TextOf("h1").ShouldBe("XTTM Lạng Sơn");
        (await PathsAsync(portal, [ofDepartment.ContentItemId])).ShouldBe(["xttm-lang-son-2"]);
    }

    [Theory]
    [InlineData("Lịch-công-tác")]
    [InlineData("lich cong tac")]
    [InlineData("lich--cong-tac")]
    [InlineData("-lich")]
    [InlineData("lich/../admin")]
    [InlineData("lich//cong-tac")]
    [InlineData("a/b/c/d/e/f/g/h/i")]
    [InlineData("lich?a=1")]
    [InlineData("lich#a")]
    [InlineData("lich%2fcong")]
    [InlineData("https://a.example")]
    [InlineData("_theme/lich")]
    public async Task What_cannot_be_an_address_is_refused(string path)
    {
        await using var portal = await PortalApp.StartAsync();

        (await portal.SaveAsync(PortalApp.Department, At(path))).Refusals.ShouldHaveSingleItem().Field.ShouldBe("AutoroutePart.Path");
        (await portal.SaveAsync(PortalApp.Department, At(new string('a', 401)))).Refusals.ShouldHaveSingleItem().Field.ShouldBe("AutoroutePart.Path");
    }

    [Fact]
    public async Task Former_addresses_lead_to_the_newest_one_at_once()
    {
        await using var portal = await PortalApp.StartAsync();
        var page = await portal.AddAsync(PortalApp.LangSon, Samples.Page("Lịch công tác"));

        await portal.EditAsync(PortalApp.LangSon, page.ContentItemId, item => item.SetTitle("Lịch công tác tuần"));
        await portal.EditAsync(PortalApp.LangSon, page.ContentItemId, item => item.SetTitle("Lịch làm việc"));

        (await LocationAsync(portal, "/xttm-lang-son/lich-cong-tac")).ShouldBe("/xttm-lang-son/lich-lam-viec");
        (await LocationAsync(portal, "/xttm-lang-son/lich-cong-tac-tuan?a=1")).ShouldBe("/xttm-lang-son/lich-lam-viec?a=1");
        (await portal.Http.GetPageAsync("/xttm-lang-son/lich-lam-viec")).Status.ShouldBe(HttpStatusCode.OK);
        (await portal.Http.GetPageAsync("/lich-cong-tac")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Http.GetPageAsync("/xttm-lang-son/sitemap.xml")).Body.ShouldNotContain("lich-cong-tac");
    }

    [Fact]
    public async Task An_item_that_takes_its_former_address_back_answers_there_again()
    {
        await using var portal = await PortalApp.StartAsync();
        var page = await portal.AddAsync(PortalApp.Department, Samples.Page("Lịch công tác"));
        await portal.EditAsync(PortalApp.Department, page.ContentItemId, item => item.SetTitle("Lịch làm việc"));
        (await LocationAsync(portal, "/lich-cong-tac")).ShouldBe("/lich-lam-viec");

        await portal.EditAsync(PortalApp.Department, page.ContentItemId, item => item.SetTitle("Lịch công tác"));

        (await portal.Http.GetPageAsync("/lich-cong-tac")).Status.ShouldBe(HttpStatusCode.OK);
        (await LocationAsync(portal, "/lich-lam-viec")).ShouldBe("/lich-cong-tac");
    }

    [Fact]
    public async Task An_address_that_was_given_up_may_be_taken_over_by_another_item()
    {
        await using var portal = await PortalApp.StartAsync();
        var first = await portal.AddAsync(PortalApp.Department, Samples.Page("Lịch công tác"));
        await portal.EditAsync(PortalApp.Department, first.ContentItemId, item => item.SetTitle("Lịch làm việc"));

        var second = await portal.AddAsync(PortalApp.Department, Samples.Page("Lịch công tác"));

        (await PathsAsync(portal, [first.ContentItemId, second.ContentItemId])).ShouldBe(["lich-lam-viec", "lich-cong-tac"]);
        (await portal.Http.GetPageAsync("/lich-cong-tac")).TextOf("h1").ShouldBe("Lịch công tác");
        await portal.EditAsync(PortalApp.Department, first.ContentItemId, item => item.SetTitle("Lịch công tác"));
        (await PathsAsync(portal, [first.ContentItemId, second.ContentItemId])).ShouldBe(["lich-cong-tac-2", "lich-cong-tac"]);
    }

    [Fact]
    public async Task The_address_of_a_withdrawn_item_stays_its_own()
    {
        await using var portal = await PortalApp.StartAsync();
        var first = await portal.AddAsync(PortalApp.Department, Samples.Page("Lịch công tác"));
        await portal.UnpublishAsync(PortalApp.Department, first);

        var second = await portal.AddAsync(PortalApp.Department, Samples.Page("Lịch công tác"));
        await portal.PublishAsync(PortalApp.Department, first);

        (await PathsAsync(portal, [first.ContentItemId, second.ContentItemId])).ShouldBe(["lich-cong-tac", "lich-cong-tac-2"]);
    }

    private static async Task<string> LocationAsync(PortalApp portal, string path)
    {
        var page = await portal.Http.GetPageAsync(path);
        page.Status.ShouldBe(HttpStatusCode.MovedPermanently, path);
        return page.Response.Headers.Location!.OriginalString;
    }

    private static JsonObject At(string path)
    {
        var item = Samples.Page("Lịch công tác");
        item["AutoroutePart"] = new JsonObject { ["Path"] = path };
        return item;
    }

    private static async Task<IReadOnlyList<string?>> PathsAsync(PortalApp portal, IEnumerable<string> ids)
    {
        var paths = await portal.ReadAsync(PortalApp.Department, db => db.Set<ContentItem>().ToDictionaryAsync(item => item.Id, item => item.Path));
        return ids.Select(id => paths[id]).ToArray();
    }
}
