using OrchardSite.Data;

namespace OrchardSite.Deployment.Fleet;

public enum FleetKind
{
    /// <summary>Each site is asked what the recipe would change on it.</summary>
    Plan,

    Run,

    /// <summary>Each site is asked where it differs from what the recipe says of it, other than in content.</summary>
    Compare,
}

public enum FleetRunState
{
    Running,
    Done,
    Stopped,
}

/// <summary>One recipe on many sites, planned, run or compared; kept as the history of such runs.</summary>
[GlobalEntity("A run goes over many sites.")]
public sealed class FleetRun
{
    public int Id { get; private set; }

    /// <summary>Name of the recipe; empty: for each site the one it was set up with.</summary>
    public required string Recipe { get; init; }

    public required FleetKind Kind { get; init; }

    public FleetRunState State { get; set; }

    public required string StartedBy { get; init; }

    /// <summary>The language of who started it, in which failures are told.</summary>
    public required string Culture { get; init; }

    public required DateTime StartedUtc { get; init; }

    public DateTime? EndedUtc { get; set; }

    /// <summary>The node that works at it, see <see cref="KeepFleetRuns"/>.</summary>
    public string? Node { get; set; }

    /// <summary>Until then no other node takes it over.</summary>
    public DateTime? LeaseUntilUtc { get; set; }

    /// <summary>For the audit log.</summary>
    public string Title => string.Join(", ", new[] { Recipe, Kind == FleetKind.Run ? "" : Kind.ToString() }.Where(part => part.Length > 0));
}

public enum FleetSiteState
{
    Waiting,
    Changed,
    Unchanged,
    Failed,
}

/// <summary>What a run has come to on one site; what it changed there is committed together with this.</summary>
[GlobalEntity("A run goes over many sites.")]
public sealed class FleetSite
{
    public required int RunId { get; init; }

    public required int TenantId { get; init; }

    public FleetSiteState State { get; set; }

    public int Created { get; set; }

    public int Updated { get; set; }

    public int Removed { get; set; }

    /// <summary>The place in the recipe where it failed, as far as there is one: file, step, JSON path.</summary>
    public string? Place { get; set; }

    /// <summary>Why it failed, in the language of who started the run.</summary>
    public string? Reason { get; set; }

    public DateTime? EndedUtc { get; set; }

    /// <summary>Kept apart, as <see cref="FleetDetail"/>.</summary>
    public IReadOnlyList<SiteDifference> Differences { get; init; } = [];

    public int Changes => Created + Updated + Removed;
}

/// <summary>What a plan would change on one site, or where a comparison has found it to differ: JSON of a list of <see cref="SiteDifference"/>.</summary>
[GlobalEntity("A run goes over many sites.")]
public sealed class FleetDetail
{
    public required int RunId { get; init; }

    public required int TenantId { get; init; }

    public required string Json { get; init; }
}
