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

/// <summary>What has happened to an original since its copy was made, and has not reached the copy yet.</summary>
public enum OriginalNews
{
    None,
    Corrected,
    Withdrawn,
}

/// <summary>An item that a unit proposes to the department's site, and what became of it.</summary>
[GlobalEntity("It goes from one site to another.")]
public sealed class Proposal
{
    public const int LongestText = 500;

    public string Id { get; init; } = UniqueId.New();

    public required int FromTenantId { get; init; }

    public required string FromItemId { get; init; }

    public required int ToTenantId { get; init; }

    /// <summary>The copy; null until it is accepted.</summary>
    public string? ToItemId { get; set; }

    /// <summary>The copy's version that was made from the original last; a later one was edited by the department.</summary>
    public string? CopiedVersionId { get; set; }

    public required string ContentType { get; init; }

    public required string Title { get; set; }

    public required int ProposedById { get; init; }

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
