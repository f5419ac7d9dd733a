using OrchardSite.Data.Counting;

namespace OrchardSite.Visits.Counting;

/// <summary>What was read on this node since it was written down last.</summary>
public sealed class VisitCounter
{
    // Only pages that were answered are counted, so more than these are those of thousands of sites within a minute.
    private const int MostCounts = 50_000;

    private readonly NodeCounter<(int TenantId, string Path, DateOnly Day), VisitNumbers> _numbers = new(MostCounts);

    // The counter that readers see goes on from what is being written, and never back.
    private Dictionary<(int TenantId, DateOnly Day), int> _beingWritten = [];

    public void Add(int tenantId, string path, DateOnly day, VisitNumbers numbers) => _numbers.Add((tenantId, path, day), numbers);

    /// <summary>Visits of all pages of a site together that are not written down yet.</summary>
    internal int VisitsOf(int tenantId, DateOnly day) =>
        _numbers.Find((tenantId, VisitCount.WholeSite, day)).Visits + _beingWritten.GetValueOrDefault((tenantId, day));

    internal IReadOnlyList<VisitCount> Take()
    {
        var taken = _numbers.Take();
        _beingWritten = taken.Where(pair => pair.Key.Path == VisitCount.WholeSite).ToDictionary(pair => (pair.Key.TenantId, pair.Key.Day), pair => pair.Value.Visits);
        return
        [
            .. taken.Select(pair => new VisitCount
            {
                TenantId = pair.Key.TenantId,
                Path = pair.Key.Path,
                Day = pair.Key.Day,
                Views = pair.Value.Views,
                Visits = pair.Value.Visits,
            }),
        ];
    }

    /// <summary>What was taken is written.</summary>
    internal void Finish() => _beingWritten = [];
}
