using OrchardSite.Data;

namespace OrchardSite.Visits.Counting;

/// <summary>How many readers a site had a moment ago on one node.</summary>
[GlobalEntity("A node writes down those of all sites at once, each minute.")]
public sealed class OnlineCount
{
    public required int TenantId { get; init; }

    /// <summary>Made up when the node starts.</summary>
    public required string Node { get; init; }

    public required int Readers { get; init; }

    /// <summary>When they were counted.</summary>
    public required DateTime AtUtc { get; init; }
}
