using Microsoft.AspNetCore.Mvc;
using OrchardSite.Admin;
using OrchardSite.Directives.Delivery;

namespace OrchardSite.Directives.Pages.Admin;

/// <summary>For leaders: how many of the directives that were due in a month the units had carried out by their day.</summary>
public sealed class ReportModel(DeliveryReport report, TimeProvider time) : AdminPage
{
    private const double TallestBar = 150;

    public CalendarMonth Month { get; private set; }

    public IReadOnlyList<ReportRow> Months { get; private set; } = [];

    public IReadOnlyList<ReportRow> Units { get; private set; } = [];

    public DateOnly Today => time.TodayIn(Site.TimeZone);

    public ReportRow All => new("", "", Units.Sum(row => row.Due), Units.Sum(row => row.InTime), Units.Sum(row => row.Late));

    /// <param name="month">Such as <c>2026-11</c>; this one where there is none.</param>
    public async Task<IActionResult> OnGetAsync(string? month, CancellationToken cancellationToken)
    {
        if (!DeliveryPermissions.MaySeeBoard(Actor))
        {
            return Forbidden(DeliveryPermissions.FollowDirectives.Description);
        }

        var today = Today;
        if ((month is null ? CalendarMonth.Of(today) : CalendarMonth.Read(month)) is not { } asked)
        {
            return NotFound();
        }

        Month = asked;
        Months = await report.ByMonthAsync(asked.First, today, cancellationToken);
        Units = await report.ByUnitAsync(asked.First, today, cancellationToken);
        return Page();
    }

    /// <summary>The height of a part of a bar; the month with the most fills its own.</summary>
    public int Height(int count) => (int)Math.Round(count * TallestBar / Math.Max(1, Months.Max(row => row.Due)));
}
