using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Content.Display;
using OrchardSite.Data;
using OrchardSite.Theming;

namespace OrchardSite.Articles;

/// <summary>The widget of featured articles: the newest of them first, filled up with the newest of the others.</summary>
internal sealed class FeaturedArticles(SiteDbContext db) : IContentDisplay
{
    private const int DefaultCount = 5;

    private static readonly Func<SiteDbContext, DateTime, int, IAsyncEnumerable<ContentItem>> FeaturedQuery = EF.CompileAsyncQuery(
        (SiteDbContext db, DateTime now, int take) => (
            from article in db.Set<ArticleRow>().AsNoTracking()
                .Where(row => row.ExpiresUtc == null || row.ExpiresUtc > now)
                .OrderByDescending(row => row.IsFeatured).ThenByDescending(row => row.PublishedUtc).ThenByDescending(row => row.ItemId)
                .Take(take)
            join item in db.Set<ContentItem>().AsNoTracking() on article.ItemId equals item.Id
            orderby article.IsFeatured descending, article.PublishedUtc descending, article.ItemId descending
            select item));

    public string ContentType => "FeaturedArticles";

    public async ValueTask BuildAsync(Shape shape, ContentView item, string displayType, PageRendering page)
    {
        page.Shows(CacheTag.ListOf(Article.ContentType));
        var articles = new List<ContentView>();
        await foreach (var row in FeaturedQuery(db, page.Now, item.Number("FeaturedArticles", "Count") ?? DefaultCount))
        {
            articles.Add(new ContentView(row));
        }

        shape["Items"] = articles;
    }
}
