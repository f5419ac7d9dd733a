using Microsoft.AspNetCore.Http;
using OrchardSite.Content;
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
    private const string ContentType = "application/rss+xml; charset=utf-8";

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
        // A host header may be well-formed and yet make no address, such as one with port 99999.
        if (!Uri.TryCreate(page.Origin, UriKind.Absolute, out _))
        {
            page.Http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        page.Shows(items.Select(item => CacheTag.Item(item.Id)));
        var rss = FeedWriter.Write(page, channel, items, await terms.GetAsync(page.Tenant!.Id));
        await PageResponse.SendAsync(page.Http, rss, ContentType, page.Tags);
    }
}

/// <param name="Path">Address inside the site of the page that shows the same.</param>
/// <param name="FeedPath">Address inside the site of the feed itself.</param>
internal sealed record FeedChannel(string Title, string Description, string Path, string FeedPath);
