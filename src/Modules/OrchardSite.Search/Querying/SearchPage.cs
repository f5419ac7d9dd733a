using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Content.Display;
using OrchardSite.Data;
using OrchardSite.Search.Indexing;
using OrchardSite.Theming;

namespace OrchardSite.Search.Querying;

/// <summary>The page on which readers search a site. Scoped.</summary>
public sealed class SearchPage(PageRenderer renderer, ContentSearch search, SiteDbContext db)
{
    public const string Path = "tim-kiem";

    private const string QueryKey = "q";

    public async Task SendAsync(HttpContext context)
    {
        var page = await renderer.BeginAsync(context);
        // There are as many of these pages as there are questions: none is kept, and no search engine needs them.
        page.IsPrivate = true;
        var query = SearchQuery.Read(context.Request.Query[QueryKey]);
        if (Pager.Read(page) is not { } pager)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var found = query.IsEmpty || pager.Skip >= ContentSearch.MostHits ? new SearchHits([], 0) : search.Find(page.Tenant!.Id, query, pager.Skip, pager.Size);
        var hits = found ?? new SearchHits([], 0);
        if (!pager.Exists(hits.Total))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await renderer.SendAsync(page, new Shape("Search")
        {
            ["Query"] = query.Text,
            ["IsSearch"] = !query.IsEmpty,
            ["IsReady"] = found is not null,
            ["LongestQuery"] = SearchQuery.LongestText,
            ["Results"] = await ResultsAsync(hits.ItemIds, query, context.RequestAborted),
            ["Pager"] = pager.Build(hits.Total, page.Url(Path) + new QueryBuilder { { QueryKey, query.Text } }),
        });
    }

    // What is shown is read from the tables: a text that was taken down this moment is not shown, whatever the index says.
    private async Task<IReadOnlyList<Shape>> ResultsAsync(IReadOnlyList<string> ids, SearchQuery query, CancellationToken cancellationToken)
    {
        var rows = await (
            from item in db.Set<ContentItem>().AsNoTracking()
            join version in db.Set<ContentVersion>().AsNoTracking() on item.PublishedVersionId equals version.Id
            where ids.Contains(item.Id) && item.IsPublic && item.Path != null && item.DeletedUtc == null
            select new { Item = item, version.Json }).ToDictionaryAsync(row => row.Item.Id, StringComparer.Ordinal, cancellationToken);
        return [.. ids.Where(rows.ContainsKey).Select(id => new Shape
        {
            ["ContentItem"] = new ContentView(rows[id].Item),
            ["Title"] = Snippet.Mark(rows[id].Item.DisplayText, query),
            ["Snippet"] = Snippet.Of(ItemText.Of(rows[id].Json), query),
        })];
    }
}
