namespace OrchardSite.Workflows.Moves;

/// <param name="VersionId">The version that the person saw; refused when there is a newer one.</param>
/// <param name="Transition">Its name.</param>
public sealed record MoveRequest(string ItemId, string VersionId, string Transition)
{
    /// <summary>For colleagues; in the item's history.</summary>
    public string? Reason { get; init; }

    /// <summary>Name of one of the transition's reasons.</summary>
    public string? Choice { get; init; }

    /// <summary>What has changed since the version that readers saw before.</summary>
    public string? ChangeNote { get; init; }

    /// <summary>True when readers are told what has changed, too.</summary>
    public bool TellsReaders { get; init; }

    /// <summary>Name of the colleague in whose place the person acts; found out by the portal.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>When it is to be published.</summary>
    public DateTime? AtUtc { get; init; }

    /// <summary>What readers are told at the address of an item that is taken down; null: that there is nothing.</summary>
    public string? Notice { get; init; }
}
