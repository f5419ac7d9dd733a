using System.Globalization;
using System.Text.Json;
using OrchardSite.Tenants;

namespace OrchardSite.Directives.Delivery;

/// <summary>The working days of a site: Monday to Friday, but for holidays and for weekends that make up for one. Both are data of the site.</summary>
public sealed class WorkCalendar(IReadOnlySet<DateOnly> holidays, IReadOnlySet<DateOnly> workingWeekends)
{
    /// <summary>Name of the custom settings, and of their part.</summary>
    public const string Settings = "WorkCalendar";

    private const string DateFormat = "dd/MM/yyyy";

    public static WorkCalendar Of(SiteSettings site) => site.Custom.TryGetValue(Settings, out var item)
        && item.TryGetProperty(Settings, out var part)
            ? new WorkCalendar(Days(part, "Holidays"), Days(part, "WorkingWeekends"))
            : new WorkCalendar(new HashSet<DateOnly>(), new HashSet<DateOnly>());

    public bool IsWorkday(DateOnly day) =>
        !holidays.Contains(day) && (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) || workingWeekends.Contains(day));

    /// <summary>The day itself, or the next one on which people work.</summary>
    public DateOnly OnWorkday(DateOnly day)
    {
        while (!IsWorkday(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <param name="count">How many working days later; the day itself does not count.</param>
    public DateOnly AddWorkdays(DateOnly day, int count)
    {
        for (var left = count; left > 0; left--)
        {
            day = OnWorkday(day.AddDays(1));
        }

        return day;
    }

    /// <summary>How many working days a day is past another; 0 when it is not past it.</summary>
    public int WorkdaysBetween(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from; day < to; day = day.AddDays(1))
        {
            count += IsWorkday(day.AddDays(1)) ? 1 : 0;
        }

        return count;
    }

    // Each line begins with a date; what follows says for people which it is.
    private static HashSet<DateOnly> Days(JsonElement part, string field)
    {
        var days = new HashSet<DateOnly>();
        if (part.TryGetProperty(field, out var value) && value.TryGetProperty("Text", out var text) && text.ValueKind == JsonValueKind.String)
        {
            foreach (var line in text.GetString()!.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.Length >= DateFormat.Length && DateOnly.TryParseExact(line[..DateFormat.Length], DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                {
                    days.Add(day);
                }
            }
        }

        return days;
    }
}
