using System.Net;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Theming;

public sealed class EvictionTests
{
    // An article of the category "Hội chợ, sự kiện" that leads the home page.
    private const string Article = "xvlarticle0000000000000015";
    private const string Path = "/xttm-vinh-long/vinh-long-chuan-bi-tuan-le-trai-cay-va-dac-san-nam-2026";

    [Fact]
    public async Task An_edited_title_is_on_every_page_that_shows_it_right_after_the_commit()
    {
        await using var portal = await PortalApp.StartAsync();
        var pages = new[]
        {
            Path, "/xttm-vinh-long/", "/xttm-vinh-long/xuc-tien", "/xttm-vinh-long/xuc-tien/hoi-cho-su-kien", "/xttm-vinh-long/rss.xml",
            "/xttm-vinh-long/xuc-tien/rss.xml", "/xttm-vinh-long/xuc-tien/hoi-cho-su-kien/rss.xml", "/xttm-vinh-long/phien-cho-dem-ven-song-hut-khach-dip-cuoi-nam",
        };
        foreach (var page in pages)
        {
            (await portal.Http.GetPageAsync(page)).Body.ShouldContain("Tuần lễ trái cây và đặc sản năm 2026", customMessage: page);
        }

        await portal.EditAsync(PortalApp.VinhLong, Article, item => item.SetTitle("Tuần lễ trái cây lùi sang tháng Giêng"));

        foreach (var page in pages)
        {
            var body = (await portal.Http.GetPageAsync(page)).Body;
            body.ShouldContain("Tuần lễ trái cây lùi sang tháng Giêng", customMessage: page);
            body.ShouldNotContain("Vĩnh Long chuẩn bị Tuần lễ trái cây", customMessage: page);
        }
    }

    [Fact]
    public async Task A_change_of_one_site_leaves_the_cached_pages_of_the_others_alone()
    {
        var renderings = new CountingZone.Count();
        await using var portal = await PortalApp.StartAsync(services: services => CountingZone.Add(services, renderings));
        await portal.Http.GetPageAsync("/thong-bao");
        await portal.Http.GetPageAsync("/xttm-lang-son/lien-he");
        await portal.Http.GetPageAsync("/xttm-vinh-long/");

        await portal.EditAsync(PortalApp.VinhLong, Article, item => item.SetTitle("Tuần lễ trái cây lùi sang tháng Giêng"));
        await portal.Http.GetPageAsync("/thong-bao");
        await portal.Http.GetPageAsync("/xttm-lang-son/lien-he");
        await portal.Http.GetPageAsync("/xttm-vinh-long/");

        renderings.Of("/thong-bao").ShouldBe(1);
        renderings.Of("/lien-he").ShouldBe(1);
        renderings.Of("/").ShouldBe(2);
    }

    [Fact]
    public async Task A_draft_and_a_page_that_does_not_show_the_item_leave_cached_pages_alone()
    {
        var renderings = new CountingZone.Count();
        await using var portal = await PortalApp.StartAsync(services: services => CountingZone.Add(services, renderings));
        await portal.Http.GetPageAsync("/xttm-vinh-long/lien-he");
        await portal.Http.GetPageAsync(Path);

        var (version, item) = await portal.OpenAsync(PortalApp.VinhLong, Article);
        item.SetTitle("Tuần lễ trái cây lùi sang tháng Giêng");
        var saved = (await portal.SaveAsync(PortalApp.VinhLong, item, version.VersionId)).Value;
        (await portal.Http.GetPageAsync(Path)).TextOf("h1").ShouldBe("Vĩnh Long chuẩn bị Tuần lễ trái cây và đặc sản năm 2026");
        renderings.Of(Path["/xttm-vinh-long".Length..]).ShouldBe(1);

        await portal.PublishAsync(PortalApp.VinhLong, saved);
        await portal.Http.GetPageAsync("/xttm-vinh-long/lien-he");

        renderings.Of("/lien-he").ShouldBe(1);
    }

    [Fact]
    public async Task A_new_article_is_in_its_category_at_home_and_in_feeds_and_maps_at_once()
    {
        await using var portal = await PortalApp.StartAsync();
        var pages = new[] { "/", "/thong-bao", "/rss.xml", "/thong-bao/rss.xml", "/sitemap.xml" };
        foreach (var page in pages)
        {
            (await portal.Http.GetPageAsync(page)).Body.ShouldNotContain("/khai-mac-hoi-cho-hang-viet-ve-nong-thon", customMessage: page);
        }

        await portal.AddAsync(PortalApp.Department, Samples.Article());

        foreach (var page in pages)
        {
            (await portal.Http.GetPageAsync(page)).Body.ShouldContain("/khai-mac-hoi-cho-hang-viet-ve-nong-thon", customMessage: page);
        }
    }

    [Fact]
    public async Task An_article_that_moves_to_another_category_leaves_the_first_and_joins_the_second()
    {
        await using var portal = await PortalApp.StartAsync();
        (await portal.Http.GetPageAsync("/xttm-vinh-long/xuc-tien/hoi-cho-su-kien")).Body.ShouldContain(Path);
        (await portal.Http.GetPageAsync("/xttm-vinh-long/thong-bao")).Body.ShouldNotContain(Path);

        await portal.EditAsync(PortalApp.VinhLong, Article, item =>
            item.Set("Article", "Category", new { TaxonomyContentItemId = Samples.Categories, TermContentItemIds = new[] { Samples.Notices } }));

        (await portal.Http.GetPageAsync("/xttm-vinh-long/xuc-tien/hoi-cho-su-kien")).TextsOf(".story-title").ShouldNotContain("Vĩnh Long chuẩn bị Tuần lễ trái cây và đặc sản năm 2026");
        (await portal.Http.GetPageAsync("/xttm-vinh-long/thong-bao")).TextsOf(".story-title")[0].ShouldBe("Vĩnh Long chuẩn bị Tuần lễ trái cây và đặc sản năm 2026");
    }

    [Fact]
    public async Task An_article_leaves_lists_within_two_minutes_of_its_expiry()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.Department, Samples.Article().Set("Article", "ExpiresAt", new { Value = "2026-11-24T03:30:00Z" }));
        portal.Clock.Advance(TimeSpan.FromMinutes(29.5));
        foreach (var page in new[] { "/", "/thong-bao", "/rss.xml" })
        {
            (await portal.Http.GetPageAsync(page)).Body.ShouldContain("Khai mạc hội chợ hàng Việt", customMessage: page);
        }

        portal.Clock.Advance(TimeSpan.FromMinutes(2.5));

        foreach (var page in new[] { "/", "/thong-bao", "/rss.xml" })
        {
            (await portal.Http.GetPageAsync(page)).Body.ShouldNotContain("Khai mạc hội chợ hàng Việt", customMessage: page);
        }
    }

    [Fact]
    public async Task A_withdrawn_article_is_gone_from_its_page_and_every_list()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.Http.GetPageAsync(Path);
        await portal.Http.GetPageAsync("/xttm-vinh-long/");
        var (version, _) = await portal.OpenAsync(PortalApp.VinhLong, Article);

        (await portal.UnpublishAsync(PortalApp.VinhLong, version)).Succeeded.ShouldBeTrue();

        (await portal.Http.GetPageAsync(Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var page in new[] { "/xttm-vinh-long/", "/xttm-vinh-long/xuc-tien", "/xttm-vinh-long/rss.xml", "/xttm-vinh-long/sitemap.xml", "/xttm-vinh-long/phien-cho-dem-ven-song-hut-khach-dip-cuoi-nam" })
        {
            (await portal.Http.GetPageAsync(page)).Body.ShouldNotContain(Path, customMessage: page);
        }
    }
}
