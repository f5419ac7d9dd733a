using OrchardSite.Data;

namespace OrchardSite.Workflows.Proposals;

public enum ProposalState
{
    Waiting,
    Accepted,
    Returned,

    /// <summary>The unit has taken it back, or down, before it was answered.</summary>
    CalledOff,
}

/// <summary>What the department is asked for.</summary>
public enum ProposalKind
{
    /// <summary>To take what the unit has published over for its own site.</summary>
    TakeOver,

    /// <summary>To approve a version besides the unit, before readers see it; asked by a <see cref="CoApprovalRule"/>.</summary>
    CoApproval,
}

/// <summary>What has happened to an original since its copy was made, and has not reached the copy yet.</summary>
public enum OriginalNews
{
    None,
    Corrected,
    Withdrawn,
}

/// <summary>An item that a unit puts before the department, and what became of it.</summary>
[GlobalEntity("It goes from one site to another.")]
public sealed class Proposal
{
    public const int LongestText = 500;

    public string Id { get; init; } = UniqueId.New();

    public ProposalKind Kind { get; init; }

    public required int FromTenantId { get; init; }

    public required string FromItemId { get; init; }

    /// <summary>The version that the unit saw when it asked; only that one is co-approved.</summary>
    public required string FromVersionId { get; init; }

    public required int ToTenantId { get; init; }

    /// <summary>The copy; null until it is accepted.</summary>
    public string? ToItemId { get; set; }

    /// <summary>The copy's version that was made from the original last; a later one was edited by the department.</summary>
    public string? CopiedVersionId { get; set; }

    public required string ContentType { get; init; }

    public required string Title { get; set; }

    /// <summary>Null where no person did, such as for what was approved before the department asked for it.</summary>
    public int? ProposedById { get; init; }

    public required string ProposedBy { get; init; }

    public required DateTime ProposedUtc { get; init; }

    public string? Note { get; init; }

    public ProposalState State { get; set; }

    public string? AnsweredBy { get; set; }

    public DateTime? AnsweredUtc { get; set; }

    /// <summary>Why it was returned.</summary>
    public string? Answer { get; set; }

    public OriginalNews News { get; set; }

    /// <summary>False while the unit has not been told of the answer.</summary>
    public bool IsUnitTold { get; set; }

    public int Revision { get; set; }
}

/// <summary>A unit publishes nothing in a category, or below it, that the department has not approved too.</summary>
[GlobalEntity("The department sets it for a unit.")]
public sealed class CoApprovalRule
{
    public string Id { get; init; } = UniqueId.New();

    /// <summary>The unit's site.</summary>
    public required int TenantId { get; init; }

    /// <summary>The category, on the unit's site.</summary>
    public required string TermId { get; init; }

    public required string AskedBy { get; init; }

    public required DateTime AskedUtc { get; init; }
}
