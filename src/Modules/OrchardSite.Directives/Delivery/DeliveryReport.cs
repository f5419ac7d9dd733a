using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Directives.Delivery;

/// <summary>How many directives with a last day units have dealt with in time. Scoped: works for the issuer's site.</summary>
public sealed class DeliveryReport(SiteDbContext db)
{
    /// <summary>The units that had a last day in a month: those with the lowest rate first.</summary>
    /// <param name="month">Its first day.</param>
    /// <param name="today">What has no report by then, and was due before, is late.</param>
    public async Task<IReadOnlyList<ReportRow>> ByUnitAsync(DateOnly month, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await Due(month, month.AddMonths(1)).GroupBy(row => new { row.UnitId, row.UnitName })
            .Select(group => new { group.Key.UnitId, group.Key.UnitName, Due = group.Count(), InTime = group.Count(row => row.FinishedOn <= row.DueOn), Late = group.Count(row => row.FinishedOn > row.DueOn || (row.FinishedOn == null && row.DueOn < today)) })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new ReportRow(row.UnitId, row.UnitName, row.Due, row.InTime, row.Late)).OrderBy(row => row.Rate).ThenBy(row => row.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>Each month of a year back from one, that one last; all are there.</summary>
    public async Task<IReadOnlyList<ReportRow>> ByMonthAsync(DateOnly lastMonth, DateOnly today, CancellationToken cancellationToken)
    {
        var first = lastMonth.AddMonths(-11);
        var rows = await Due(first, lastMonth.AddMonths(1)).GroupBy(row => new { row.DueOn!.Value.Year, row.DueOn!.Value.Month })
            .Select(group => new { group.Key.Year, group.Key.Month, Due = group.Count(), InTime = group.Count(row => row.FinishedOn <= row.DueOn), Late = group.Count(row => row.FinishedOn > row.DueOn || (row.FinishedOn == null && row.DueOn < today)) })
            .ToListAsync(cancellationToken);
        var known = rows.ToDictionary(row => new DateOnly(row.Year, row.Month, 1));
        return
        [
            .. Enumerable.Range(0, 12).Select(first.AddMonths).Select(month => known.TryGetValue(month, out var row)
                ? new ReportRow(month.ToString("yyyy-MM", null), month.ToString("MM/yyyy", null), row.Due, row.InTime, row.Late)
                : new ReportRow(month.ToString("yyyy-MM", null), month.ToString("MM/yyyy", null), 0, 0, 0)),
        ];
    }

    private IQueryable<DirectiveDelivery> Due(DateOnly from, DateOnly until) =>
        db.Set<DirectiveDelivery>().Where(row => row.TenantId == db.TenantId && row.DueOn >= from && row.DueOn < until && row.State != DeliveryState.Recalled);
}

/// <param name="Key">Id of the unit, or the month as <c>2026-11</c>.</param>
/// <param name="Due">How many had their last day then.</param>
/// <param name="InTime">How many of these the unit had done its part of by that day.</param>
/// <param name="Late">How many it had not; what is neither has its day still to come.</param>
public sealed record ReportRow(string Key, string Name, int Due, int InTime, int Late)
{
    /// <summary>In hundredths of what is decided; null where nothing is.</summary>
    public int? Rate => InTime + Late == 0 ? null : (int)Math.Round(InTime * 100.0 / (InTime + Late));
}
