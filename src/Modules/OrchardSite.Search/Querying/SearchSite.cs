using System.Text.Json;
using OrchardSite.Data;
using OrchardSite.Search.Facets;
using OrchardSite.Tenants;

namespace OrchardSite.Search.Querying;

/// <summary>What a search of a site's readers takes: whose content, the words that mean the same there, the facets.</summary>
/// <param name="TenantIds">Whose content is searched.</param>
/// <param name="CrossesSites">True when that is the content of all units.</param>
/// <param name="Facets">With what the reader has chosen.</param>
internal sealed record SiteSearch(SearchScope Scope, IReadOnlyList<int> TenantIds, bool CrossesSites, Synonyms Synonyms, IReadOnlyList<FacetCounter> Facets);

/// <summary>Prepares searches of a site's readers.</summary>
internal sealed class SearchSite(
    TenantDirectory tenants, TenantCache<SiteSettings> settings, TenantCache<Synonyms> synonyms, IEnumerable<ISearchFacet> facets, TimeProvider time)
{
    /// <summary>Member of the site's settings.</summary>
    private const string SettingsMember = "SearchSettings";

    /// <summary>True where a search is over all units unless the reader says otherwise: the department's site.</summary>
    public async ValueTask<bool> IsOverAllUnitsAsync(int site) =>
        (await settings.GetAsync(site)).Find(SettingsMember) is { ValueKind: JsonValueKind.Object } own
        && own.TryGetProperty("AllUnits", out var all) && all.ValueKind == JsonValueKind.True;

    /// <param name="chosen">The value that the reader has chosen in a facet, by its name.</param>
    public async ValueTask<SiteSearch> PrepareAsync(int site, bool crossesSites, Func<string, string?> chosen)
    {
        var now = time.GetUtcNow();
        int[] tenantIds = crossesSites ? [.. tenants.All.Where(tenant => tenant.State == TenantState.Running).Select(tenant => tenant.Id)] : [site];
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, (await settings.GetAsync(site)).TimeZone).DateTime);
        var search = new FacetSearch(site, tenantIds, crossesSites, today);
        var counters = new List<FacetCounter>();
        foreach (var facet in facets.Where(facet => !crossesSites || facet.CrossesSites))
        {
            counters.Add(new FacetCounter(facet.Name, await facet.ReadAsync(search), chosen(facet.Name)));
        }

        return new SiteSearch(SearchScope.OfReaders(tenantIds, now), tenantIds, crossesSites, await synonyms.GetAsync(site), counters);
    }
}
