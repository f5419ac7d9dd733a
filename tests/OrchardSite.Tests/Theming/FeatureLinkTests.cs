using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Tenants;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Theming;

public sealed class FeatureLinkTests
{
    [Theory]
    [InlineData("OrchardSite.Directives", "/van-ban")]
    [InlineData("OrchardSite.Articles", "/rss.xml")]
    public async Task A_feature_that_is_off_has_no_page_and_no_link_in_the_theme(string feature, string path)
    {
        await using var portal = await PortalApp.StartAsync();
        (await LinksAsync(portal, "/xttm-lang-son")).ShouldContain("/xttm-lang-son" + path);

        await portal.InTenantAsync(PortalApp.LangSon, services =>
            services.GetRequiredService<SwitchFeatures>().RunAsync([], [feature], Editing.Editor, TestContext.Current.CancellationToken));

        (await portal.Http.GetPageAsync("/xttm-lang-son" + path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await LinksAsync(portal, "/xttm-lang-son")).ShouldNotContain("/xttm-lang-son" + path);
        (await portal.Http.GetPageAsync("/xttm-lang-son/lien-he")).Status.ShouldBe(HttpStatusCode.OK);
        (await portal.Http.GetPageAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
        (await LinksAsync(portal, "")).ShouldContain(path);
    }

    [Fact]
    public async Task A_category_offers_its_feed_only_where_there_are_feeds()
    {
        await using var portal = await PortalApp.StartAsync();
        (await FeedsAsync(portal, "/xttm-lang-son/thong-bao")).ShouldBe(4);

        await portal.InTenantAsync(PortalApp.LangSon, services =>
            services.GetRequiredService<SwitchFeatures>().RunAsync([], ["OrchardSite.Articles"], Editing.Editor, TestContext.Current.CancellationToken));

        (await FeedsAsync(portal, "/xttm-lang-son/thong-bao")).ShouldBe(0);
        (await FeedsAsync(portal, "/thong-bao")).ShouldBe(4);
    }

    // The menus are the editors': what they lead to is theirs to say.
    private static async Task<int> FeedsAsync(PortalApp portal, string path) =>
        (await portal.Http.GetPageAsync(path)).Document.QuerySelectorAll("[href$='rss.xml']").Count(link => link.Closest(".footer-menu, .main-menu") is null);

    private static async Task<IEnumerable<string?>> LinksAsync(PortalApp portal, string prefix)
    {
        var page = await portal.Http.GetPageAsync(prefix + "/so-do-trang");
        return page.Document.QuerySelectorAll(".top-links a, .site-map a, head link[rel=alternate], .newest-directives a").Select(link => link.GetAttribute("href"));
    }
}
