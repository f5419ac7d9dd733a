using System.Globalization;

namespace OrchardSite.Benchmarks.Report;

/// <summary>How figures are summed up and written.</summary>
internal static class Figure
{
    public static double Median(this IEnumerable<double> values) => values.Percentile(0.5);

    /// <param name="part">From 0 to 1.</param>
    public static double Percentile(this IEnumerable<double> values, double part)
    {
        var sorted = values.Order().ToArray();
        var place = part * (sorted.Length - 1);
        var below = sorted[(int)Math.Floor(place)];
        var above = sorted[(int)Math.Ceiling(place)];
        return below + ((above - below) * (place - Math.Floor(place)));
    }

    public static string Rate(double perSecond) => Text($"{perSecond:#,0}/s");

    public static string Percent(double part) => Text($"{part * 100:0} %");

    public static string Seconds(double seconds) => seconds < 0.1 ? Text($"{seconds * 1000:0.0} ms") : Text($"{seconds:0.00} s");

    public static string Megabytes(double megabytes) => megabytes < 1 ? Text($"{megabytes:0.000} MB") : Text($"{megabytes:0} MB");

    public static string Times(double ratio) => ratio < 10 ? Text($"{ratio:0.0}×") : Text($"{ratio:0}×");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
