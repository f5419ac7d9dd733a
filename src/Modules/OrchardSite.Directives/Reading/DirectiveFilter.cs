using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using OrchardSite.Text;
using OrchardSite.Theming;

namespace OrchardSite.Directives;

/// <summary>One thing by which readers choose directives.</summary>
/// <param name="Key">Query parameter.</param>
/// <param name="Title">In the reader's language.</param>
/// <param name="IsAlwaysShown">False: only where there is something to choose.</param>
internal sealed record DirectiveFacet(string Key, string Title, bool IsAlwaysShown, Func<CatalogEntry, IEnumerable<string>> ValuesOf, Func<string, string> NameOf, Func<string, int> Rank);

/// <summary>What a reader has chosen, and what else there is to choose with how many directives it leaves.</summary>
internal sealed class DirectiveFilter
{
    public const string WordsKey = "q";
    public const string OrderKey = "sort";
    public const string OldestFirst = "oldest";

    private const int LongestWords = 100;

    // Of issuers and signers there may be hundreds; those with few directives are found by words.
    private const int MostChoices = 15;

    private readonly IReadOnlyList<DirectiveFacet> _facets;
    private readonly IReadOnlyDictionary<string, string> _chosen;
    private readonly CatalogEntry[] _worded;

    private DirectiveFilter(IReadOnlyList<DirectiveFacet> facets, IReadOnlyDictionary<string, string> chosen, string words, bool isOldestFirst, DirectiveCatalog catalog)
    {
        (_facets, _chosen, Words, IsOldestFirst) = (facets, chosen, words, isOldestFirst);
        _worded = words.Length == 0 ? [.. catalog.Entries] : [.. catalog.Entries.Where(Matches(words))];
        var found = _worded.Where(entry => facets.All(facet => Fits(facet, entry)));
        Found = isOldestFirst ? [.. found.Reverse()] : [.. found];
    }

    /// <summary>As typed.</summary>
    public string Words { get; }

    public bool IsOldestFirst { get; }

    /// <summary>In the order that was chosen.</summary>
    public IReadOnlyList<CatalogEntry> Found { get; }

    public bool IsNarrowed => _chosen.Count > 0 || Words.Length > 0;

    /// <summary>The address's query for what was chosen, with its question mark, or empty.</summary>
    public string Query => QueryOf(_chosen, IsOldestFirst);

    /// <summary>What a form has to send again besides the words.</summary>
    public IEnumerable<Shape> Hidden => _facets.Where(facet => _chosen.ContainsKey(facet.Key)).Select(facet => new Shape { ["Name"] = facet.Key, ["Value"] = _chosen[facet.Key] })
        .Concat(IsOldestFirst ? [new Shape { ["Name"] = OrderKey, ["Value"] = OldestFirst }] : []);

    /// <returns>Null when something is asked for that no directive has.</returns>
    public static DirectiveFilter? Read(IQueryCollection query, IReadOnlyList<DirectiveFacet> facets, DirectiveCatalog catalog)
    {
        var chosen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var facet in facets.Where(facet => query.ContainsKey(facet.Key)))
        {
            var value = query[facet.Key].ToString();
            if (!catalog.Entries.Any(entry => facet.ValuesOf(entry).Contains(value)))
            {
                return null;
            }

            chosen[facet.Key] = value;
        }

        var words = VietnameseText.ToNfc(query[WordsKey].ToString()).Trim();
        var order = query[OrderKey].ToString();
        return words.Length > LongestWords || order is not ("" or OldestFirst) ? null : new DirectiveFilter(facets, chosen, words, order == OldestFirst, catalog);
    }

    public IEnumerable<Shape> Facets(string address)
    {
        foreach (var facet in _facets)
        {
            var others = _worded.Where(entry => _facets.All(other => other == facet || Fits(other, entry)));
            var counts = others.SelectMany(facet.ValuesOf).GroupBy(value => value).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
            var current = _chosen.GetValueOrDefault(facet.Key);
            var values = counts.Keys.Union(current is null ? [] : [current])
                .OrderBy(value => value == current ? 0 : 1).ThenBy(facet.Rank).ThenByDescending(value => counts.GetValueOrDefault(value)).ThenBy(facet.NameOf, StringComparer.CurrentCulture)
                .Take(MostChoices).OrderBy(facet.Rank).ThenByDescending(value => counts.GetValueOrDefault(value)).ThenBy(facet.NameOf, StringComparer.CurrentCulture)
                .Select(value => Choice(facet.NameOf(value), address, With(facet.Key, value), IsOldestFirst, counts.GetValueOrDefault(value), value == current))
                .ToArray();
            if (values.Length > 1 || current is not null || (facet.IsAlwaysShown && values.Length > 0))
            {
                yield return new Shape { ["Title"] = facet.Title, ["Values"] = values };
            }
        }
    }

    public IEnumerable<Shape> Orders(string address, IStringLocalizer localizer) =>
    [
        Choice(localizer["Newest first"], address, _chosen, isOldestFirst: false, Found.Count, !IsOldestFirst),
        Choice(localizer["Oldest first"], address, _chosen, isOldestFirst: true, Found.Count, IsOldestFirst),
    ];

    private static Func<CatalogEntry, bool> Matches(string words)
    {
        var key = VietnameseText.NumberKey(words);
        var syllables = VietnameseText.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return entry => (key.Length > 0 && entry.NumberKey.Contains(key, StringComparison.Ordinal)) || (syllables.Length > 0 && syllables.All(syllable => entry.Words.Contains(syllable, StringComparison.Ordinal)));
    }

    private bool Fits(DirectiveFacet facet, CatalogEntry entry) => !_chosen.TryGetValue(facet.Key, out var value) || facet.ValuesOf(entry).Contains(value);

    private Dictionary<string, string> With(string key, string value) => new(_chosen, StringComparer.Ordinal) { [key] = value };

    // Search engines need not go through the thousands of ways to combine filters: all documents are on the pages of the list.
    private Shape Choice(string text, string address, IReadOnlyDictionary<string, string> chosen, bool isOldestFirst, int count, bool isCurrent) => new()
    {
        ["Text"] = text,
        ["Url"] = address + QueryOf(chosen, isOldestFirst),
        ["Count"] = count,
        ["IsCurrent"] = isCurrent,
        ["IsDeep"] = chosen.Count > 1 || isOldestFirst || Words.Length > 0,
    };

    private string QueryOf(IReadOnlyDictionary<string, string> chosen, bool isOldestFirst)
    {
        var query = "";
        foreach (var facet in _facets.Where(facet => chosen.ContainsKey(facet.Key)))
        {
            query = QueryHelpers.AddQueryString(query, facet.Key, chosen[facet.Key]);
        }

        query = Words.Length > 0 ? QueryHelpers.AddQueryString(query, WordsKey, Words) : query;
        return isOldestFirst ? QueryHelpers.AddQueryString(query, OrderKey, OldestFirst) : query;
    }
}
