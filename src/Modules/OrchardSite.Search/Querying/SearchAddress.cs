using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace OrchardSite.Search.Querying;

/// <summary>What the address of a search page asks for.</summary>
internal sealed record SearchAddress
{
    private const string QueryKey = "q";
    private const string ExactKey = "exact";
    private const string OrderKey = "sort";
    private const string Newest = "newest";
    private const string UnitsKey = "units";
    private const string AllUnits = "all";
    private const string OwnUnit = "own";
    private const string Yes = "1";
    private const int LongestChoice = 100;

    private static readonly string[] OwnKeys = [QueryKey, ExactKey, OrderKey, UnitsKey];

    // Of a site that searches all units anyway the address need not say so.
    public required bool IsOverAllByDefault { get; init; }

    public required IReadOnlyDictionary<string, string> Choices { get; init; }

    public required SearchQuery Query { get; init; }

    public required SearchOrder Order { get; init; }

    public required bool CrossesSites { get; init; }

    public bool IsNarrowed => Choices.Count > 0;

    public static SearchAddress Read(IQueryCollection query, bool isOverAllByDefault) => new()
    {
        IsOverAllByDefault = isOverAllByDefault,
        Query = SearchQuery.Read(query[QueryKey], query[ExactKey] == Yes),
        Order = query[OrderKey] == Newest ? SearchOrder.Newest : SearchOrder.Best,
        CrossesSites = query[UnitsKey].ToString() switch
        {
            AllUnits => true,
            OwnUnit => false,
            _ => isOverAllByDefault,
        },
        Choices = query
            .Where(pair => !OwnKeys.Contains(pair.Key) && pair.Key != Content.Display.Pager.QueryKey && pair.Value.ToString() is { Length: > 0 and <= LongestChoice })
            .ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal),
    };

    /// <summary>The value that is chosen in a facet; null where none is.</summary>
    public string? Chosen(string facet) => Choices.GetValueOrDefault(facet);

    public SearchAddress With(SearchQuery query) => this with { Query = query };

    public SearchAddress In(SearchOrder order) => this with { Order = order };

    /// <summary>Without what is no choice in these facets, such as what a newsletter or another site adds to its links.</summary>
    public SearchAddress Among(IEnumerable<string> facets) => this with { Choices = Choices.Where(pair => facets.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal) };

    /// <summary>Other sites have other values, so choices do not go along.</summary>
    public SearchAddress Over(bool allUnits) => this with { CrossesSites = allUnits, Choices = new Dictionary<string, string>() };

    public SearchAddress Choose(string facet, string? value) => this with
    {
        Choices = Choices.Where(pair => pair.Key != facet).Concat(value is null ? [] : [KeyValuePair.Create(facet, value)]).ToDictionary(StringComparer.Ordinal),
    };

    /// <summary>The query of the address, with its question mark.</summary>
    public string ToQuery() => new QueryBuilder(Hidden().Prepend(KeyValuePair.Create(QueryKey, Query.Text)).Concat(Exact())).ToString();

    public string WithoutChoices() => (this with { Choices = new Dictionary<string, string>() }).ToQuery();

    /// <summary>What a form that asks for other words is to send along.</summary>
    public IEnumerable<KeyValuePair<string, string>> Hidden()
    {
        if (Order == SearchOrder.Newest)
        {
            yield return KeyValuePair.Create(OrderKey, Newest);
        }

        if (CrossesSites != IsOverAllByDefault)
        {
            yield return KeyValuePair.Create(UnitsKey, CrossesSites ? AllUnits : OwnUnit);
        }

        foreach (var choice in Choices)
        {
            yield return choice;
        }
    }

    private IEnumerable<KeyValuePair<string, string>> Exact() => Query.IsExact ? [KeyValuePair.Create(ExactKey, Yes)] : [];
}
