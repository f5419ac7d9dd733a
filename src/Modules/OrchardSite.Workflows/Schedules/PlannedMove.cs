using OrchardSite.Data;

namespace OrchardSite.Workflows.Schedules;

public enum PlannedKind
{
    /// <summary>Readers see the version that was approved.</summary>
    Publish,

    /// <summary>Readers no longer see the item.</summary>
    Expire,

    /// <summary>Whoever it waits for is reminded before the deadline.</summary>
    RemindSoon,

    /// <summary>Whoever it waits for is reminded that the deadline has passed.</summary>
    RemindLate,

    /// <summary>Whoever may edit it is told that it is to be read again.</summary>
    ReadAgain,
}

/// <summary>
/// What is done with an item when its time has come. Whoever does it takes the row away in the same transaction: of several
/// nodes, and of two runs with a crash between them, only one finds it.
/// </summary>
[GlobalEntity("What is due is looked for across tenants, each second.")]
public sealed class PlannedMove
{
    public required int TenantId { get; init; }

    public required string ItemId { get; init; }

    public required PlannedKind Kind { get; init; }

    public required DateTime AtUtc { get; set; }
}
