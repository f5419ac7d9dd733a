using System.Text.Json;
using OrchardSite.Tenants;

namespace OrchardSite.Content.Settings;

/// <summary>The working days of a site: Monday to Friday, but for holidays and for weekends that make up for one. Both are data of the site.</summary>
public sealed class WorkCalendar(IReadOnlySet<DateOnly> holidays, IReadOnlySet<DateOnly> workingWeekends)
{
    /// <summary>Name of the custom settings, and of their part.</summary>
    public const string Settings = "WorkCalendar";

    private const int MostDays = 30;

    /// <summary>How many working days before the last day of a directive people are reminded of it.</summary>
    public int RemindDays { get; init; } = 2;

    /// <summary>How many working days after it those hear of it who follow the boards.</summary>
    public int EscalateDays { get; init; } = 3;

    public static WorkCalendar Of(SiteSettings site) => DayLines.PartOf(site, Settings) is { } part
        ? new WorkCalendar(DayLines.Of(part, "Holidays").ToHashSet(), DayLines.Of(part, "WorkingWeekends").ToHashSet()) { RemindDays = Count(part, "RemindDays") ?? 2, EscalateDays = Count(part, "EscalateDays") ?? 3 }
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

    private static int? Count(JsonElement part, string field) =>
        part.TryGetProperty(field, out var value) && value.TryGetProperty("Value", out var number) && number.ValueKind == JsonValueKind.Number ? Math.Clamp((int)number.GetDecimal(), 0, MostDays) : null;
}
