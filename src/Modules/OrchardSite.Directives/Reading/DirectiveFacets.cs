using System.Globalization;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;
using OrchardSite.Search.Facets;
using OrchardSite.Tenants;

namespace OrchardSite.Directives;

/// <summary>Decisions, plans, official letters: the types that the site's definitions name.</summary>
internal sealed class DocumentTypeFacet(TenantCache<ContentDefinitions> definitions, IStringLocalizer localizer) : ISearchFacet
{
    public string Name => "document-type";

    public bool CrossesSites => true;

    public IEnumerable<string> Index(FacetItem item) =>
        item.Item.ContentType == DirectiveData.ContentType && DirectiveData.Of(item.Item).DocumentType is { Length: > 0 } type ? [type] : [];

    public async ValueTask<FacetReading> ReadAsync(FacetSearch search)
    {
        var vocabulary = new DirectiveVocabulary(await definitions.GetAsync(search.Site));
        return new FacetReading { Title = localizer["Type of document"], NameOf = vocabulary.TypeName };
    }
}

/// <summary>Whether directives have force on the day of the search.</summary>
internal sealed class ValidityFacet(TenantCache<DirectiveEffects> effects, IStringLocalizer localizer) : ISearchFacet
{
    private const char Separator = '|';
    private const string DateFormat = "yyyyMMdd";

    public string Name => "validity";

    public bool CrossesSites => true;

    // What makes a directive's validity is indexed, not the validity itself: that changes as days go by.
    public IEnumerable<string> Index(FacetItem item)
    {
        if (item.Item.ContentType != DirectiveData.ContentType)
        {
            return [];
        }

        var force = DirectiveData.Of(item.Item).Force;
        return [string.Create(CultureInfo.InvariantCulture, $"{force.From:yyyyMMdd}{Separator}{force.Until:yyyyMMdd}{Separator}{item.TenantId}{Separator}{item.Item.Id}")];
    }

    public async ValueTask<FacetReading> ReadAsync(FacetSearch search)
    {
        var effectsOf = new Dictionary<string, DirectiveEffects>(StringComparer.Ordinal);
        foreach (var tenantId in search.TenantIds)
        {
            effectsOf.Add(tenantId.ToString(CultureInfo.InvariantCulture), await effects.GetAsync(tenantId));
        }

        return new FacetReading
        {
            Title = localizer["Validity"],
            ValuesOf = indexed => indexed.Split(Separator) is [var from, var until, var tenantId, var itemId] && effectsOf.TryGetValue(tenantId, out var own)
                ? [DirectiveFacts.CodeOf(DirectiveValidity.On(search.Today, itemId, new ForcePeriod(Read(from) ?? DateOnly.MinValue, Read(until)), own))]
                : [],
            NameOf = code => DirectiveFacts.NameOf(code, localizer),
        };
    }

    private static DateOnly? Read(string date) =>
        DateOnly.TryParseExact(date, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
