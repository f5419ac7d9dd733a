using Microsoft.AspNetCore.Mvc;
using OrchardSite.Admin;
using OrchardSite.Content.Settings;
using OrchardSite.Directives.Delivery;

namespace OrchardSite.Directives.Pages.Admin;

/// <summary>By which days of a month the unit has to be done with what was sent to it, and which of them are no working days.</summary>
public sealed class ReceivedCalendarModel(DeliveryReader reader, TimeProvider time) : AdminPage
{
    private WorkCalendar _work = null!;

    public CalendarMonth Month { get; private set; }

    public ILookup<DateOnly, DirectiveDelivery> Days { get; private set; } = Array.Empty<DirectiveDelivery>().ToLookup(_ => default(DateOnly));

    public DateOnly Today => time.TodayIn(Site.TimeZone);

    /// <param name="month">Such as <c>2026-12</c>; the present one where nothing sensible is given.</param>
    public async Task<IActionResult> OnGetAsync(string? month, CancellationToken cancellationToken)
    {
        if (!DeliveryPermissions.MaySeeReceived(Actor))
        {
            return Forbidden(DeliveryPermissions.ReceiveDirectives.Description);
        }

        Month = CalendarMonth.Read(month) ?? CalendarMonth.Of(Today);
        _work = WorkCalendar.Of(Site);
        Days = (await reader.DueAsync(Month.First, Month.Until, cancellationToken)).ToLookup(row => row.DueOn!.Value);
        return Page();
    }

    /// <summary>True for a weekend or a holiday; of the unit's own calendar.</summary>
    public bool IsFree(DateOnly day) => !_work.IsWorkday(day);

    public string AddressOf(int months) => Url.Content("~/Admin/Directives/Calendar?month=") + Month.Key(months);
}
