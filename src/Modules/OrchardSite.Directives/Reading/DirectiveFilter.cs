using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using OrchardSite.Theming;

namespace OrchardSite.Directives;

/// <summary>What a reader has chosen, with the other choices there are.</summary>
internal sealed record DirectiveFilter(string? Type, int? Year, IReadOnlyList<DirectiveCount> Counts)
{
    private const string TypeKey = "type";
    private const string YearKey = "year";

    public int Total => Counts.Where(IsChosen).Sum(count => count.Count);

    public string Query => QueryOf(Type, Year);

    /// <returns>Null when a type or year is asked for that no directive has.</returns>
    public static DirectiveFilter? Read(IQueryCollection query, IReadOnlyList<DirectiveCount> counts)
    {
        string? type = query.TryGetValue(TypeKey, out var asked) ? asked.ToString() : null;
        string? yearText = query.TryGetValue(YearKey, out asked) ? asked.ToString() : null;
        var year = counts.FirstOrDefault(count => TextOf(count.Year) == yearText)?.Year;
        return (type is null || counts.Any(count => count.DocumentType == type)) && (yearText is null || year is not null)
            ? new DirectiveFilter(type, year, counts)
            : null;
    }

    public IEnumerable<Shape> Types(DirectiveVocabulary vocabulary, string address)
    {
        var found = Counts.Where(count => Year is null || count.Year == Year)
            .GroupBy(count => count.DocumentType)
            .ToDictionary(group => group.Key, group => group.Sum(count => count.Count), StringComparer.Ordinal);
        return vocabulary.Types.Union(found.Keys)
            .Where(type => found.ContainsKey(type) || type == Type)
            .Select(type => Choice(vocabulary.TypeName(type), address + QueryOf(type, Year), found.GetValueOrDefault(type), type == Type));
    }

    public IEnumerable<Shape> Years(string address)
    {
        var found = Counts.Where(count => Type is null || count.DocumentType == Type)
            .GroupBy(count => count.Year)
            .ToDictionary(group => group.Key, group => group.Sum(count => count.Count));
        return found.Keys.Union(Year is { } chosen ? [chosen] : [])
            .OrderDescending()
            .Select(year => Choice(TextOf(year), address + QueryOf(Type, year), found.GetValueOrDefault(year), year == Year));
    }

    private bool IsChosen(DirectiveCount count) => (Type is null || count.DocumentType == Type) && (Year is null || count.Year == Year);

    private static Shape Choice(string text, string url, int count, bool isCurrent) =>
        new() { ["Text"] = text, ["Url"] = url, ["Count"] = count, ["IsCurrent"] = isCurrent };

    private static string QueryOf(string? type, int? year)
    {
        var query = type is null ? "" : QueryHelpers.AddQueryString("", TypeKey, type);
        return year is { } number ? QueryHelpers.AddQueryString(query, YearKey, TextOf(number)) : query;
    }

    private static string TextOf(int year) => year.ToString(CultureInfo.InvariantCulture);
}
