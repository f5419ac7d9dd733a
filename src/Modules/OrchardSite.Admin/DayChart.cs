namespace OrchardSite.Admin;

/// <param name="Whole">The height of the bar.</param>
/// <param name="Part">How much of it is drawn in front, in another colour.</param>
public readonly record struct DayBar(DateOnly Day, int Whole, int Part = 0);

/// <summary>Numbers of days as bars; the page has the same numbers in a table.</summary>
/// <param name="Label">What it shows, for those who do not see it.</param>
/// <param name="WholeName">What the bars count, as the legend has it.</param>
/// <param name="PartName">What their part in front counts; null: there is none.</param>
public sealed record DayChart(string Label, string WholeName, string? PartName, IReadOnlyList<DayBar> Bars)
{
    public const int Width = 720;

    private const double TallestBar = 150;
    private const int MostDates = 8;

    public double Step => (double)Width / Math.Max(1, Bars.Count);

    public int Most => Bars.Count == 0 ? 0 : Bars.Max(bar => Math.Max(bar.Whole, bar.Part));

    /// <summary>What is not nothing is to be seen.</summary>
    public double Height(int number) => number == 0 ? 0 : Math.Max(2, Math.Round(number * TallestBar / Math.Max(1, Most)));

    public bool HasDate(int place) => place % (int)Math.Ceiling((double)Bars.Count / MostDates) == 0;
}
