using Microsoft.AspNetCore.Http;
using OrchardSite.Content;
using OrchardSite.Content.Feeds;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Theming;

namespace OrchardSite.Articles.Feeds;

/// <summary>The newest articles of a site, and the newest content of each category, as RSS.</summary>
internal sealed class Feed(PageRenderer pages, ContentReader reader, TenantCache<TermTree> terms)
{
    public const string SitePath = "rss.xml";

    /// <summary>What follows the address of a category.</summary>
    public const string CategorySuffix = "/" + SitePath;

    private const int MostItems = 30;

    public async Task SendSiteAsync(HttpContext context)
    {
        var page = await pages.BeginAsync(context);
        page.Shows(CacheTag.ListOf(Article.ContentType));
        var channel = new FeedChannel(page.Settings.SiteName, page.Settings.SiteName, "", SitePath);
        await SendAsync(page, channel, await reader.NewestAsync(Article.ContentType, MostItems));
    }

    public async Task SendCategoryAsync(HttpContext context, string path)
    {
        var page = await pages.BeginAsync(context);
        var categoryPath = path[..^CategorySuffix.Length].ToLowerInvariant();
        if ((await terms.GetAsync(page.Tenant!.Id)).FindByPath(categoryPath) is not { } category)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        page.Shows(CacheTag.Term(category.Id));
        var channel = new FeedChannel($"{category.DisplayText} - {page.Settings.SiteName}", category.DisplayText, category.Path, category.Path + CategorySuffix);
        await SendAsync(page, channel, await reader.NewestInTermAsync(category.Id, MostItems));
    }

    private async Task SendAsync(PageRendering page, FeedChannel channel, List<ContentView> items)
    {
        page.Shows(items.Select(item => CacheTag.Item(item.Id)));
        var tree = await terms.GetAsync(page.Tenant!.Id);
        await FeedWriter.SendAsync(page, channel, items.ConvertAll(item => new FeedEntry(item.Id, item.DisplayText, item.Path, item.Text(Article.Part, "Sapo"), item.PublishedUtc, item.ModifiedUtc, tree.Find(item.CategoryId())?.DisplayText)));
    }
}
