using System.Globalization;

namespace OrchardSite.Text;

/// <summary>The ways a Vietnamese state portal writes dates.</summary>
public static class VietnameseDates
{
    private static readonly string[] Weekdays = ["chủ nhật", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy"];

    /// <summary><c>thứ tư, ngày 28/7/2021</c>; in another culture that culture's weekday before the same figures.</summary>
    public static string Long(DateTime local, CultureInfo culture) => IsVietnamese(culture)
        ? string.Create(CultureInfo.InvariantCulture, $"{Weekdays[(int)local.DayOfWeek]}, ngày {local.Day}/{local.Month}/{local.Year}")
        : string.Create(CultureInfo.InvariantCulture, $"{culture.DateTimeFormat.GetDayName(local.DayOfWeek)}, {local.Day}/{local.Month}/{local.Year}");

    /// <summary><c>ngày 05 tháng 02 năm 2026</c>: days below 10 and months 1 and 2 have a leading zero, as documents of state do.</summary>
    public static string InDocument(DateOnly date) => string.Create(
        CultureInfo.InvariantCulture,
        $"ngày {date.Day:00} tháng {(date.Month <= 2 ? $"0{date.Month}" : $"{date.Month}")} năm {date.Year}");

    private static bool IsVietnamese(CultureInfo culture) => culture.TwoLetterISOLanguageName == "vi";
}
