using System.Globalization;
using Microsoft.Extensions.Localization;

namespace OrchardSite.Search.Facets;

/// <summary>The year in which something was published, the newest first.</summary>
internal sealed class YearFacet(IStringLocalizer localizer) : ISearchFacet
{
    public string Name => "year";

    public bool CrossesSites => true;

    public IEnumerable<string> Index(FacetItem item) =>
        [TimeZoneInfo.ConvertTimeFromUtc(item.Item.PublishedUtc, item.Settings.TimeZone).Year.ToString(CultureInfo.InvariantCulture)];

    public ValueTask<FacetReading> ReadAsync(FacetSearch search) => new(new FacetReading
    {
        Title = localizer["Year"],
        NameOf = year => year,
        Rank = year => -int.Parse(year, CultureInfo.InvariantCulture),
    });
}
