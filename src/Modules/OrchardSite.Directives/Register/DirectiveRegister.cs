using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Directives;

/// <summary>The numbers that an issuer has given in a year, or, for the Party's, in the term that it belongs to, series by series. Scoped.</summary>
public sealed class DirectiveRegister(SiteDbContext db, TenantCache<SiteSettings> settings)
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
        NumberPeriod? term = null;
        if (rows.Exists(row => row.System == DirectiveNumber.PartySystem))
        {
            var period = await PeriodAsync(DirectiveNumber.PartySystem, rows.Where(row => row.System == DirectiveNumber.PartySystem).Max(row => row.IssuedOn));
            rows.RemoveAll(row => row.System == DirectiveNumber.PartySystem);
            rows.AddRange(await Given(DirectiveNumber.PartySystem, issuer, period).ToListAsync(cancellationToken));
            term = period.IsTerm ? period : null;
        }

        return
        [
            .. rows.GroupBy(row => (row.System, row.Symbol)).OrderBy(group => group.Key.Symbol, StringComparer.CurrentCulture)
                .Select(group => SeriesOf(group.Key.System, group.Key.Symbol, group.Key.System == DirectiveNumber.PartySystem ? term?.From : null, [.. group.OrderByDescending(row => row.Ordinal).ThenByDescending(row => row.Number, StringComparer.Ordinal)])),
        ];
    }

    /// <summary>The next free number of a series on a day, without its symbol.</summary>
    public async Task<string> NextAsync(string system, string symbol, string issuer, DateOnly day, CancellationToken cancellationToken) => DirectiveNumber.Written(
        1 + (await Given(system, issuer, await PeriodAsync(system, day)).Where(row => row.Symbol == symbol).Select(row => (int?)row.Ordinal).MaxAsync(cancellationToken) ?? 0));

    private async Task<NumberPeriod> PeriodAsync(string system, DateOnly day) => NumberPeriods.Of(await settings.GetAsync(db.TenantId)).Of(system, day);

    private IQueryable<DirectiveRow> Given(string system, string issuer, NumberPeriod period) =>
        db.Set<DirectiveRow>().AsNoTracking().Where(row => row.System == system && row.Issuer == issuer && row.IssuedOn >= period.From && row.IssuedOn < period.Until);

    private static NumberSeries SeriesOf(string system, string symbol, DateOnly? term, IReadOnlyList<DirectiveRow> rows)
    {
        var taken = rows.Select(row => row.Ordinal).Append(0).Distinct().Order().ToArray();
        var gaps = taken.Zip(taken.Skip(1)).Where(pair => pair.Second - pair.First > 1).Select(pair => Range(pair.First + 1, pair.Second - 1)).ToArray();
        return new NumberSeries(symbol, term, DirectiveNumber.Format(system, DirectiveNumber.Written(taken[^1] + 1), symbol), gaps, rows);
    }

    private static string Range(int first, int last) => first == last ? DirectiveNumber.Written(first) : $"{DirectiveNumber.Written(first)}–{DirectiveNumber.Written(last)}";
}

/// <summary>The numbers with one symbol.</summary>
/// <param name="Term">First day of the Party's term in which they run; null: they run by years.</param>
/// <param name="Next">The next free number.</param>
/// <param name="Gaps">Numbers below the last one that no published directive has, such as <c>03</c> or <c>05–08</c>.</param>
/// <param name="Rows">The last number first.</param>
public sealed record NumberSeries(string Symbol, DateOnly? Term, string Next, IReadOnlyList<string> Gaps, IReadOnlyList<DirectiveRow> Rows);
