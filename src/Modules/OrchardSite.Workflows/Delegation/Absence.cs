using OrchardSite.Data;

namespace OrchardSite.Workflows.Delegation;

/// <summary>While somebody is away, a colleague on the same site may do in their place what the workflow lets them do.</summary>
public sealed class Absence : ITenantOwned
{
    public int TenantId { get; set; }

    public string Id { get; init; } = UniqueId.New();

    public required int PersonId { get; init; }

    public required string Person { get; init; }

    public required int DelegateId { get; init; }

    public required string Delegate { get; init; }

    public required DateTime FromUtc { get; init; }

    public required DateTime UntilUtc { get; init; }
}
