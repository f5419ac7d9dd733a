using System.Globalization;

namespace OrchardSite;

/// <summary>Times as browsers send and show them, in the time zone of a site.</summary>
public static class LocalTimes
{
    private const string Format = "yyyy-MM-ddTHH:mm";

    /// <returns>Null for what is no time, or one that the zone leaves out.</returns>
    public static DateTime? ToUtc(string? typed, TimeZoneInfo zone) =>
        DateTime.TryParseExact(typed, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && !zone.IsInvalidTime(local)
            ? TimeZoneInfo.ConvertTimeToUtc(local, zone)
            : null;

    /// <param name="typed">A day, such as <c>2026-12-31</c>.</param>
    public static DateTime? EndOfDay(string? typed, TimeZoneInfo zone) => ToUtc(typed + "T23:59", zone);

    public static string ToForm(DateTime utc, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone).ToString(Format, CultureInfo.InvariantCulture);
}
