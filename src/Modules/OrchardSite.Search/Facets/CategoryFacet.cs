using Microsoft.Extensions.Localization;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Tenants;

namespace OrchardSite.Search.Facets;

/// <summary>The site's sections, each with all that is in those below it.</summary>
internal sealed class CategoryFacet(TenantCache<TermTree> terms, IStringLocalizer localizer) : ISearchFacet
{
    public string Name => "category";

    public bool CrossesSites => false;

    public IEnumerable<string> Index(FacetItem item) => item.TermIds;

    public async ValueTask<FacetReading> ReadAsync(FacetSearch search)
    {
        var tree = await terms.GetAsync(search.Site);
        var sections = tree.Categories.SelectMany(root => root.Subtree()).Select(term => term.Id).ToHashSet(StringComparer.Ordinal);
        return new FacetReading
        {
            Title = localizer["Category"],
            ValuesOf = id => tree.Find(id) is { } term ? [.. term.Ancestors.Append(term).Select(each => each.Id).Where(sections.Contains)] : [],
            NameOf = id => tree.Find(id)?.DisplayText ?? id,
        };
    }
}
