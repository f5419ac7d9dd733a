using System.Globalization;
using Microsoft.Extensions.Localization;
using OrchardSite.Tenants;

namespace OrchardSite.Search.Facets;

/// <summary>Whose content it is, where that of all units is searched.</summary>
internal sealed class UnitFacet(TenantDirectory tenants, TenantCache<SiteSettings> settings, IStringLocalizer localizer) : ISearchFacet
{
    public string Name => "unit";

    public bool CrossesSites => true;

    public IEnumerable<string> Index(FacetItem item) => [item.TenantId.ToString(CultureInfo.InvariantCulture)];

    public async ValueTask<FacetReading> ReadAsync(FacetSearch search)
    {
        var units = new Dictionary<string, (string Name, string SiteName)>(StringComparer.Ordinal);
        foreach (var id in search.CrossesSites ? search.TenantIds : [])
        {
            if (tenants.Find(id) is { } tenant)
            {
                units.Add(id.ToString(CultureInfo.InvariantCulture), (tenant.Name, (await settings.GetAsync(id)).NameOf(tenant)));
            }
        }

        var names = units.Values.ToDictionary(unit => unit.Name, unit => unit.SiteName, StringComparer.Ordinal);
        return new FacetReading
        {
            Title = localizer["Unit"],
            // Addresses name a unit as people know it.
            ValuesOf = id => units.TryGetValue(id, out var unit) ? [unit.Name] : [],
            NameOf = name => names.GetValueOrDefault(name, name),
        };
    }
}
