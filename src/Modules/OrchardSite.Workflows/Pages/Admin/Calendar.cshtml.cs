using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OrchardSite.Admin;
using OrchardSite.Workflows.Schedules;

namespace OrchardSite.Workflows.Pages.Admin;

/// <summary>What is to come on the site, by days of a month in the site's time zone.</summary>
public sealed class CalendarModel(ReadCalendar calendar, TimeProvider time) : AdminPage
{
    private const string MonthFormat = "yyyy-MM";

    /// <summary>The month, such as <c>2026-12</c>; the present one where nothing sensible is given.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    public DateOnly First { get; private set; }

    public DateOnly Today { get; private set; }

    public ILookup<DateOnly, CalendarEntry> Days { get; private set; } = Array.Empty<CalendarEntry>().ToLookup(_ => default(DateOnly));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Today = DayOf(time.GetUtcNow().UtcDateTime);
        First = DateOnly.TryParseExact(Month, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year is > 2000 and < 2200
            ? month
            : new DateOnly(Today.Year, Today.Month, 1);
        var entries = await calendar.RunAsync(StartOf(First), StartOf(First.AddMonths(1)), Actor, cancellationToken);
        Days = entries.ToLookup(entry => DayOf(entry.AtUtc));
    }

    public string AddressOf(int months) => Url.Content("~/Admin/EditorialCalendar?month=") + First.AddMonths(months).ToString(MonthFormat, CultureInfo.InvariantCulture);

    public string TimeOf(CalendarEntry entry) => TimeZoneInfo.ConvertTimeFromUtc(entry.AtUtc, Site.TimeZone).ToString("HH:mm", CultureInfo.InvariantCulture);

    private DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Site.TimeZone));

    private DateTime StartOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Site.TimeZone);
}
