using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Directives;

/// <summary>The numbers that an issuer has given in a year, series by series. Scoped.</summary>
public sealed class DirectiveRegister(SiteDbContext db)
{
    /// <summary>The years in which something was issued, the newest first.</summary>
    public Task<List<int>> YearsAsync(CancellationToken cancellationToken) =>
        db.Set<DirectiveRow>().Select(row => row.Year).Distinct().OrderByDescending(year => year).ToListAsync(cancellationToken);

    /// <summary>Who has issued something in a year: who has issued most first.</summary>
    public Task<List<string>> IssuersAsync(int year, CancellationToken cancellationToken) =>
        db.Set<DirectiveRow>().Where(row => row.Year == year).GroupBy(row => row.Issuer).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Select(group => group.Key).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<NumberSeries>> ReadAsync(int year, string issuer, CancellationToken cancellationToken)
    {
        var rows = await db.Set<DirectiveRow>().AsNoTracking().Where(row => row.Year == year && row.Issuer == issuer).ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(row => (row.System, row.Symbol)).OrderBy(group => group.Key.Symbol, StringComparer.CurrentCulture)
                .Select(group => SeriesOf(group.Key.System, group.Key.Symbol, [.. group.OrderByDescending(row => row.Ordinal).ThenByDescending(row => row.Number, StringComparer.Ordinal)])),
        ];
    }

    private static NumberSeries SeriesOf(string system, string symbol, IReadOnlyList<DirectiveRow> rows)
    {
        var taken = rows.Select(row => row.Ordinal).Append(0).Distinct().Order().ToArray();
        var gaps = taken.Zip(taken.Skip(1)).Where(pair => pair.Second - pair.First > 1).Select(pair => Range(pair.First + 1, pair.Second - 1)).ToArray();
        return new NumberSeries(symbol, DirectiveNumber.Format(system, DirectiveNumber.Written(taken[^1] + 1), symbol), gaps, rows);
    }

    private static string Range(int first, int last) => first == last ? DirectiveNumber.Written(first) : $"{DirectiveNumber.Written(first)}–{DirectiveNumber.Written(last)}";
}

/// <summary>The numbers with one symbol.</summary>
/// <param name="Next">The next free number.</param>
/// <param name="Gaps">Numbers below the last one that no published directive has, such as <c>03</c> or <c>05–08</c>.</param>
/// <param name="Rows">The last number first.</param>
public sealed record NumberSeries(string Symbol, string Next, IReadOnlyList<string> Gaps, IReadOnlyList<DirectiveRow> Rows);
