using System.Globalization;
using OrchardSite.Admin;
using OrchardSite.Workflows.Schedules;

namespace OrchardSite.Workflows.Pages.Admin;

/// <summary>What is to come on the site, by days of a month in the site's time zone.</summary>
public sealed class CalendarModel(ReadCalendar calendar, TimeProvider time) : AdminPage
{
    public CalendarMonth Month { get; private set; }

    public DateOnly Today { get; private set; }

    public ILookup<DateOnly, CalendarEntry> Days { get; private set; } = Array.Empty<CalendarEntry>().ToLookup(_ => default(DateOnly));

    /// <param name="month">Such as <c>2026-12</c>; the present one where nothing sensible is given.</param>
    public async Task OnGetAsync(string? month, CancellationToken cancellationToken)
    {
        Today = DayOf(time.GetUtcNow().UtcDateTime);
        Month = CalendarMonth.Read(month) ?? CalendarMonth.Of(Today);
        var entries = await calendar.RunAsync(StartOf(Month.First), StartOf(Month.Until), Actor, cancellationToken);
        Days = entries.ToLookup(entry => DayOf(entry.AtUtc));
    }

    public string AddressOf(int months) => Url.Content("~/Admin/EditorialCalendar?month=") + Month.Key(months);

    public string TimeOf(CalendarEntry entry) => TimeZoneInfo.ConvertTimeFromUtc(entry.AtUtc, Site.TimeZone).ToString("HH:mm", CultureInfo.InvariantCulture);

    private DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Site.TimeZone));

    private DateTime StartOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Site.TimeZone);
}
