namespace OrchardSite.Tenants.Figures;

/// <summary>Counts the requests of a tenant on this node since they were written down last; no more than an addition for each.</summary>
public sealed class RequestTally
{
    private long _times;

    public void Add() => Interlocked.Increment(ref _times);

    /// <summary>All that was counted; from now on it is counted anew.</summary>
    internal long Take() => Interlocked.Exchange(ref _times, 0);

    internal void GiveBack(long times) => Interlocked.Add(ref _times, times);
}
