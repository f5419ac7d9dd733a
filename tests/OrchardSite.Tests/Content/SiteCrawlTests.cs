using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Content;
using OrchardSite.Data;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Content;

public sealed partial class SiteCrawlTests
{
    private const int LargestPage = 60 * 1024;

    [Theory]
    [InlineData("")]
    [InlineData("/xttm-lang-son")]
    [InlineData("/xttm-vinh-long")]
    public async Task Every_link_and_file_of_a_site_stays_within_it_and_answers(string prefix)
    {
        await using var portal = await PortalApp.StartAsync();

        var crawl = await SiteCrawl.RunAsync(portal.Http, prefix);

        crawl.Strays.ShouldBeEmpty();
        crawl.Broken.ShouldBeEmpty();
        crawl.Pages.Count.ShouldBeGreaterThan(40);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/xttm-lang-son")]
    [InlineData("/xttm-vinh-long")]
    public async Task Every_page_of_a_site_is_whole(string prefix)
    {
        await using var portal = await PortalApp.StartAsync();

        foreach (var (address, page) in (await SiteCrawl.RunAsync(portal.Http, prefix)).Pages)
        {
            page.Document.DocumentElement.GetAttribute("lang").ShouldBe("vi", address);
            page.TextOf("title").ShouldNotBeNullOrEmpty(address);
            page.Document.QuerySelectorAll("h1").Length.ShouldBe(1, address);
            page.Document.QuerySelectorAll("link[rel=canonical]").Length.ShouldBe(1, address);
            page.Document.QuerySelectorAll("a:not([href]), a[href=''], img:not([alt])").ShouldBeEmpty(address);
            page.Body.ShouldNotContain("{{", customMessage: address);
            page.Body.ShouldNotContain("{%", customMessage: address);
            page.Body.IsNormalized(NormalizationForm.FormC).ShouldBeTrue(address);
            Encoding.UTF8.GetByteCount(page.Body).ShouldBeLessThan(LargestPage, address);
            Ids(page).ShouldBeUnique(address);
        }
    }

    [Theory]
    [InlineData(PortalApp.Department, "", PortalApp.LangSon, PortalApp.VinhLong)]
    [InlineData(PortalApp.LangSon, "/xttm-lang-son", PortalApp.Department, PortalApp.VinhLong)]
    [InlineData(PortalApp.VinhLong, "/xttm-vinh-long", PortalApp.Department, PortalApp.LangSon)]
    public async Task Nothing_of_another_site_is_on_any_page(string tenant, string prefix, params string[] others)
    {
        await using var portal = await PortalApp.StartAsync();
        var own = await TitlesAsync(portal, tenant);
        var foreign = new HashSet<string>();
        foreach (var other in others)
        {
            foreign.UnionWith(await TitlesAsync(portal, other));
        }

        foreign.ExceptWith(own);
        foreign.Count.ShouldBeGreaterThan(40);
        foreach (var (address, page) in (await SiteCrawl.RunAsync(portal.Http, prefix)).Pages)
        {
            var text = Spaces().Replace(page.Document.DocumentElement.TextContent, " ");
            foreign.Where(title => text.Contains(title, StringComparison.Ordinal)).ShouldBeEmpty(address);
        }
    }

    private static IEnumerable<string> Ids(Page page) => page.Document.QuerySelectorAll("[id]").Select(element => element.Id!);

    // A short title such as "Liên hệ" may be a word of anybody's page, and a unit in a register has the name of its site.
    private static Task<HashSet<string>> TitlesAsync(PortalApp portal, string tenant) => portal.InTenantAsync(tenant, async services =>
    {
        var titles = await services.GetRequiredService<SiteDbContext>().Set<ContentItem>()
            .Where(item => item.IsPublic && item.ContentType != "Unit" && item.DisplayText.Length > 20)
            .Select(item => item.DisplayText)
            .ToListAsync(TestContext.Current.CancellationToken);
        return titles.ToHashSet();
    });

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
