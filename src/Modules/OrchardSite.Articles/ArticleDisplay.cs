using OrchardSite.Content;
using OrchardSite.Content.Display;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Theming;

namespace OrchardSite.Articles;

/// <summary>The article page: the category, what else is in it, and the directives that the article is about.</summary>
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

        if ((await terms.GetAsync(page.Tenant!.Id)).Find(item.CategoryId()) is { } category)
        {
            page.Shows(CacheTag.Term(category.Id));
            shape["Category"] = category;
            shape["SameCategory"] = await OthersAsync(item, category);
        }

        var directives = item.Texts(Article.Part, "RelatedDirectives", "ContentItemIds").ToArray();
        if (directives.Length > 0)
        {
            page.Shows(directives.Select(CacheTag.Item));
            shape["RelatedDirectives"] = await reader.FindManyAsync(directives);
        }
    }

    private async Task<List<ContentView>> OthersAsync(ContentView item, Term category)
    {
        var others = await reader.NewestInTermAsync(category.Id, MostOfCategory + 1);
        if (others.RemoveAll(other => other.Id == item.Id) == 0 && others.Count > MostOfCategory)
        {
            others.RemoveAt(MostOfCategory);
        }

        return others;
    }
}
