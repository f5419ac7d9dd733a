using OrchardSite.Data.Counting;

namespace OrchardSite.Visits.Counting;

/// <summary>What was read on this node since it was written down last.</summary>
public sealed class VisitCounter
{
    // Only pages that were answered are counted, so more than these are those of thousands of sites within a minute.
    private const int MostCounts = 50_000;

    private readonly NodeCounter<(int TenantId, string Path, DateOnly Day), VisitNumbers> _numbers = new(MostCounts);

    public void Add(int tenantId, string path, DateOnly day, VisitNumbers numbers) => _numbers.Add((tenantId, path, day), numbers);

    /// <summary>Of all pages of a site together, what is not written down yet.</summary>
    internal VisitNumbers OfSite(int tenantId, DateOnly day) => _numbers.Find((tenantId, VisitCount.WholeSite, day));

    internal IReadOnlyList<VisitCount> Take() =>
    [
        .. _numbers.Take().Select(pair => new VisitCount
        {
            TenantId = pair.Key.TenantId,
            Path = pair.Key.Path,
            Day = pair.Key.Day,
            Views = pair.Value.Views,
            Visits = pair.Value.Visits,
        }),
    ];
}
