using OrchardSite.Content;
using OrchardSite.Content.Display;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Theming;

namespace OrchardSite.Articles;

/// <summary>The widget of the newest articles of one category and those below it.</summary>
internal sealed class CategoryArticles(ContentReader reader, TenantCache<TermTree> terms) : IContentDisplay
{
    private const string Part = "CategoryArticles";
    private const int DefaultCount = 5;

    public string ContentType => "CategoryArticles";

    public async ValueTask BuildAsync(Shape shape, ContentView item, string displayType, PageRendering page)
    {
        var categoryId = item.Texts(Part, "Category", "TermContentItemIds").FirstOrDefault();
        if ((await terms.GetAsync(page.Tenant!.Id)).Find(categoryId) is { } category)
        {
            page.Shows(CacheTag.Term(category.Id));
            shape["Category"] = category;
            shape["Items"] = await reader.NewestInTermAsync(category.Id, item.Number(Part, "Count") ?? DefaultCount);
        }
    }
}
