using System.Globalization;

namespace OrchardSite.Admin;

/// <summary>A month that a page shows.</summary>
/// <param name="First">Its first day.</param>
public readonly record struct CalendarMonth(DateOnly First)
{
    private const string KeyFormat = "yyyy-MM";

    /// <summary>The first day of the next one.</summary>
    public DateOnly Until => First.AddMonths(1);

    /// <summary>As people write it: <c>12/2026</c>.</summary>
    public string Name => First.ToString("MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>How many days of the week come before its first, from Monday.</summary>
    public int Blank => ((int)First.DayOfWeek + 6) % 7;

    public IEnumerable<DateOnly> Days
    {
        get
        {
            for (var day = First; day < Until; day = day.AddDays(1))
            {
                yield return day;
            }
        }
    }

    public static CalendarMonth Of(DateOnly day) => new(new DateOnly(day.Year, day.Month, 1));

    /// <param name="text">As addresses have it, such as <c>2026-12</c>.</param>
    /// <returns>Null for what is no month, or none of these times.</returns>
    public static CalendarMonth? Read(string? text) =>
        DateOnly.TryParseExact(text, KeyFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is > 2000 and < 2200 ? new CalendarMonth(first) : null;

    /// <summary>For addresses; of the month that is so many months later.</summary>
    public string Key(int later = 0) => First.AddMonths(later).ToString(KeyFormat, CultureInfo.InvariantCulture);
}
