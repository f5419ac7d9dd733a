using OrchardSite.Content.Settings;

namespace OrchardSite.Tests.Directives;

public sealed class WorkCalendarTests
{
    // The sample of 2026: the days around Vietnam's National Day, with a Saturday worked for a Monday off.
    private static readonly WorkCalendar Calendar = new(
        new HashSet<DateOnly> { new(2026, 8, 31), new(2026, 9, 1), new(2026, 9, 2) },
        new HashSet<DateOnly> { new(2026, 8, 22) });

    [Theory]
    [InlineData("2026-08-28", "2026-08-28")]
    [InlineData("2026-08-29", "2026-09-03")]
    [InlineData("2026-08-31", "2026-09-03")]
    [InlineData("2026-08-22", "2026-08-22")]
    [InlineData("2026-08-23", "2026-08-24")]
    public void A_day_off_moves_on_to_the_next_working_day(string day, string expected) => Calendar.OnWorkday(DateOnly.Parse(day)).ShouldBe(DateOnly.Parse(expected));

    [Theory]
    [InlineData("2026-08-21", 1, "2026-08-22")]
    [InlineData("2026-08-21", 2, "2026-08-24")]
    [InlineData("2026-08-28", 1, "2026-09-03")]
    [InlineData("2026-08-28", 0, "2026-08-28")]
    public void Working_days_are_counted_past_days_off(string day, int count, string expected) => Calendar.AddWorkdays(DateOnly.Parse(day), count).ShouldBe(DateOnly.Parse(expected));
}
