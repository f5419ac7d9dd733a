namespace OrchardSite;

/// <summary>Days as people of a place count them.</summary>
public static class LocalDays
{
    public static DateOnly TodayIn(this TimeProvider time, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime);
}
