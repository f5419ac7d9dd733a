using OrchardSite.Content;
using OrchardSite.Tenants;

namespace OrchardSite.Search.Facets;

/// <summary>
/// A way to narrow what readers have found, with how many there are of each value. Singleton; called from several threads.
/// The order in which facets are registered is the order in which readers see them.
/// </summary>
public interface ISearchFacet
{
    /// <summary>The parameter of the address, and the facet's name in the index. Lower case letters and hyphens.</summary>
    string Name { get; }

    /// <summary>False for one that says nothing outside its own site, such as its categories.</summary>
    bool CrossesSites { get; }

    /// <summary>What is indexed of an item: anything from which <see cref="ReadAsync"/> can tell the values.</summary>
    IEnumerable<string> Index(FacetItem item);

    /// <summary>Called once for each search, before anything is looked for.</summary>
    ValueTask<FacetReading> ReadAsync(FacetSearch search);
}

/// <param name="TermIds">The terms that it names itself.</param>
/// <param name="Settings">Of its site.</param>
public sealed record FacetItem(int TenantId, ContentView Item, IReadOnlyCollection<string> TermIds, SiteSettings Settings);

/// <param name="Site">The tenant on whose site somebody searches.</param>
/// <param name="Today">In the time zone of that site.</param>
/// <param name="CrossesSites">True when the content of all units is searched.</param>
public sealed record FacetSearch(int Site, IReadOnlyList<int> TenantIds, bool CrossesSites, DateOnly Today);

/// <summary>What a facet means in one search.</summary>
public sealed class FacetReading
{
    /// <summary>What the reader calls it.</summary>
    public required string Title { get; init; }

    /// <summary>The values that an indexed text stands for; none where it is not to be counted.</summary>
    public Func<string, IReadOnlyList<string>> ValuesOf { get; init; } = static indexed => [indexed];

    /// <summary>What the reader calls a value.</summary>
    public required Func<string, string> NameOf { get; init; }

    /// <summary>Orders values where not by their number: the smallest comes first.</summary>
    public Func<string, int>? Rank { get; init; }
}
