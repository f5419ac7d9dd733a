using OrchardSite.Content;
using OrchardSite.Content.Display;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Theming;

namespace OrchardSite.Articles;

/// <summary>The article page: the category, what else is in it around the same time, and the directives that the article is about.</summary>
internal sealed class ArticleDisplay(ContentReader reader, TenantCache<TermTree> terms) : IContentDisplay
{
    private const int MostOfCategory = 10;

    public string ContentType => Article.ContentType;

    public async ValueTask BuildAsync(Shape shape, ContentView item, string displayType, PageRendering page)
    {
        if (displayType != DisplayTypes.Detail)
        {
            return;
        }

        var directives = item.Texts(Article.Part, "RelatedDirectives", "ContentItemIds").ToArray();
        page.Shows(directives.Select(CacheTag.Item));
        List<string> others = [];
        if ((await terms.GetAsync(page.Tenant!.Id)).Find(item.CategoryId()) is { } category)
        {
            page.Shows(CacheTag.Term(category.Id));
            shape["Category"] = category;
            others = await reader.NeighboursInTermAsync(category.Id, item, MostOfCategory);
        }

        var shown = await reader.FindManyAsync([.. directives, .. others]);
        shape["RelatedDirectives"] = shown.FindAll(one => directives.Contains(one.Id));
        shape["SameCategory"] = shown.FindAll(one => others.Contains(one.Id));
    }
}
