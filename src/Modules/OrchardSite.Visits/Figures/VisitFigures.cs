using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Visits.Counting;

namespace OrchardSite.Visits.Figures;

/// <param name="Total">Of all days since the site has counted.</param>
public sealed record VisitSummary(int Online, VisitSum Today, VisitSum Yesterday, VisitSum Month, VisitSum Total);

public readonly record struct VisitSum(long Views, long Visits);

public sealed record VisitDay(DateOnly Day, VisitNumbers Numbers);

/// <param name="Path">As it was when the page was read.</param>
public sealed record PathVisits(string Path, VisitNumbers Numbers);

/// <summary>How much the current site was read, up to now. Scoped.</summary>
public sealed class VisitFigures(SiteDbContext db, KeepVisitCounts keep, SiteTotals totals)
{
    public async Task<VisitSummary> SummaryAsync(DateOnly today, CancellationToken cancellationToken)
    {
        await keep.RunAsync(cancellationToken);
        var month = new DateOnly(today.Year, today.Month, 1);
        var yesterday = today.AddDays(-1);
        var first = month < yesterday ? month : yesterday;
        var ofSite = db.Set<VisitCount>().Where(row => row.Path == VisitCount.WholeSite);
        var recent = await ofSite.Where(row => row.Day >= first && row.Day <= today).AsNoTracking().ToListAsync(cancellationToken);
        var all = await ofSite.GroupBy(_ => 1).Select(rows => new { Views = rows.Sum(row => (long)row.Views), Visits = rows.Sum(row => (long)row.Visits) }).SingleOrDefaultAsync(cancellationToken);
        return new VisitSummary(
            (await totals.OfAsync(db.TenantId)).Online,
            Sum(recent.Where(row => row.Day == today)),
            Sum(recent.Where(row => row.Day == yesterday)),
            Sum(recent.Where(row => row.Day >= month)),
            new VisitSum(all?.Views ?? 0, all?.Visits ?? 0));
    }

    /// <summary>Day by day, with those on which nothing was read.</summary>
    /// <param name="paths">All addresses that the page has had; or <see cref="VisitCount.WholeSite"/>.</param>
    public async Task<IReadOnlyList<VisitDay>> ByDayAsync(IReadOnlyList<string> paths, DateOnly since, DateOnly until, CancellationToken cancellationToken)
    {
        await keep.RunAsync(cancellationToken);
        var counts = await db.Set<VisitCount>().Where(row => paths.Contains(row.Path) && row.Day >= since && row.Day <= until)
            .GroupBy(row => row.Day)
            .Select(rows => new { rows.Key, Views = rows.Sum(row => row.Views), Visits = rows.Sum(row => row.Visits) })
            .ToDictionaryAsync(row => row.Key, row => new VisitNumbers(row.Views, row.Visits), cancellationToken);
        return [.. Enumerable.Range(0, until.DayNumber - since.DayNumber + 1).Select(since.AddDays).Select(day => new VisitDay(day, counts.GetValueOrDefault(day)))];
    }

    /// <summary>The addresses that were read most, the most read first.</summary>
    public async Task<IReadOnlyList<PathVisits>> MostReadAsync(DateOnly since, int most, CancellationToken cancellationToken)
    {
        var rows = await db.Set<VisitCount>().Where(row => row.Day >= since && row.Path != VisitCount.WholeSite)
            .GroupBy(row => row.Path)
            .Select(rows => new { Path = rows.Key, Views = rows.Sum(row => row.Views), Visits = rows.Sum(row => row.Visits) })
            .OrderByDescending(row => row.Views).ThenBy(row => row.Path)
            .Take(most)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new PathVisits(row.Path, new VisitNumbers(row.Views, row.Visits)));
    }

    private static VisitSum Sum(IEnumerable<VisitCount> rows) => rows.Aggregate(default(VisitSum), (sum, row) => new VisitSum(sum.Views + row.Views, sum.Visits + row.Visits));
}
