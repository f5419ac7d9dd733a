using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;
using OrchardSite.Tenants;

namespace OrchardSite.Search.Facets;

/// <summary>Articles, directives, pages.</summary>
internal sealed class TypeFacet(TenantCache<ContentDefinitions> definitions, IStringLocalizer localizer) : ISearchFacet
{
    public string Name => "type";

    public bool CrossesSites => true;

    public IEnumerable<string> Index(FacetItem item) => [item.Item.ContentType];

    public async ValueTask<FacetReading> ReadAsync(FacetSearch search)
    {
        var types = await definitions.GetAsync(search.Site);
        return new FacetReading { Title = localizer["Kind of content"], NameOf = type => types.Find(type)?.DisplayName ?? type };
    }
}
