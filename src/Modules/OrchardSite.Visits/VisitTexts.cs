using System.Globalization;
using OrchardSite.Visits.Counting;
using OrchardSite.Visits.Figures;

namespace OrchardSite.Visits;

/// <summary>How figures are written in the dashboard.</summary>
public static class VisitTexts
{
    /// <summary>Such as <c>1.234</c>, as the person's language has it.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    public static string DayOf(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static VisitNumbers TotalOf(IEnumerable<VisitDay> days) => days.Aggregate(default(VisitNumbers), (sum, day) => sum + day.Numbers);
}
