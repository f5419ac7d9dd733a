using System.Globalization;

namespace OrchardSite.Workflows.Definition;

/// <summary>The one workflow of all tenants, as <c>recipes/editorial-workflow.json</c> says it.</summary>
public sealed record EditorialWorkflow
{
    /// <summary>Names of the content types whose items go this way.</summary>
    public required IReadOnlyList<string> ContentTypes { get; init; }

    public required IReadOnlyList<WorkflowRole> Roles { get; init; }

    public required IReadOnlyList<WorkflowState> States { get; init; }

    /// <summary>The one table of what changes a state. Of several that fit, the first is taken.</summary>
    public required IReadOnlyList<WorkflowTransition> Transitions { get; init; }

    public WorkflowState Initial => States.First(state => state.IsInitial);

    public WorkflowState? FindState(string name) => States.FirstOrDefault(state => state.Name == name);

    public WorkflowTransition? Find(string name) => Transitions.FirstOrDefault(transition => transition.Name == name);

    /// <summary>What a person can choose to do from a state, in the order of the table.</summary>
    public IEnumerable<WorkflowTransition> From(string state) => Transitions.Where(transition => transition.On is null && transition.LeadsFrom(state));

    /// <summary>True for a state in which what was approved is until it is published.</summary>
    public bool AwaitsPublication(string state) => From(state).Any(transition => transition is { Effect: WorkflowEffect.Publish, FourEyes: false, IsForced: false });

    /// <summary>What an event does in a state; null when the event may not happen there.</summary>
    public WorkflowTransition? On(WorkflowEvent happened, string state) => Transitions.FirstOrDefault(transition => transition.On == happened && transition.LeadsFrom(state));
}

/// <summary>A text in the languages of the dashboard.</summary>
public sealed record WorkflowText(string Vi, string En)
{
    public override string ToString() => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? En : Vi;
}

/// <summary>A part that people play; who plays it follows from what their roles on a site allow.</summary>
/// <param name="Right">What they may do with the item.</param>
/// <param name="Permission">One they need besides; null: none.</param>
public sealed record WorkflowRole(string Name, WorkflowText DisplayName, WorkflowRight Right, string? Permission = null);

public enum WorkflowRight
{
    /// <summary>May edit the item: their own, or that of others.</summary>
    Write,

    /// <summary>May edit what others have written.</summary>
    Edit,

    /// <summary>May put the item before readers.</summary>
    Publish,
}

public sealed record WorkflowState
{
    public required string Name { get; init; }

    public required WorkflowText DisplayName { get; init; }

    /// <summary>True for the state of what is written for the first time.</summary>
    public bool IsInitial { get; init; }

    /// <summary>True where the newest version is the one that readers see.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Names of the roles that have to do something with what is in this state.</summary>
    public IReadOnlyList<string> WaitsFor { get; init; } = [];

    /// <summary>After so many hours it is late; null: never.</summary>
    public int? DueHours { get; init; }
}

/// <summary>What moves an item without somebody choosing to.</summary>
public enum WorkflowEvent
{
    /// <summary>A new version is saved.</summary>
    Save,

    /// <summary>A recipe or a command of the installation publishes it.</summary>
    Import,

    /// <summary>The time has come for which it was scheduled.</summary>
    Due,

    /// <summary>The time has come from which readers no longer see it.</summary>
    Expiry,
}

public enum WorkflowEffect
{
    None,
    Publish,
    Unpublish,

    /// <summary>Publishes it at a time that the person gives.</summary>
    Schedule,

    /// <summary>Takes the flag from what was published without a second person.</summary>
    Review,
}

public enum WorkflowCondition
{
    /// <summary>Readers see a version of the item.</summary>
    IsPublished,

    /// <summary>The item has been published before.</summary>
    WasPublished,

    /// <summary>The published version is flagged: no second person has reviewed it.</summary>
    IsFlagged,
}

public enum WorkflowReason
{
    None,
    Optional,
    Required,
}

public sealed record WorkflowTransition
{
    public const string AnyState = "*";

    public required string Name { get; init; }

    public required WorkflowText DisplayName { get; init; }

    /// <summary>Names of states, or <see cref="AnyState"/>.</summary>
    public required IReadOnlyList<string> From { get; init; }

    /// <summary>Name of a state, or <see cref="AnyState"/> where it stays in its own.</summary>
    public required string To { get; init; }

    /// <summary>Null for what people choose to do.</summary>
    public WorkflowEvent? On { get; init; }

    /// <summary>Names of the roles that may make it.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    public IReadOnlyList<WorkflowCondition> If { get; init; } = [];

    /// <summary>True when nobody may make it who has had a hand in the version: it is the second pair of eyes.</summary>
    public bool FourEyes { get; init; }

    /// <summary>True when the version must have all that readers need.</summary>
    public bool Complete { get; init; }

    /// <summary>True for small corrections, which need no note.</summary>
    public bool IsMinor { get; init; }

    /// <summary>True when it publishes without a second person; the version is flagged until one has reviewed it.</summary>
    public bool IsForced { get; init; }

    public WorkflowEffect Effect { get; init; }

    public WorkflowReason Reason { get; init; }

    /// <summary>The reasons to choose from; none: any words.</summary>
    public IReadOnlyList<WorkflowChoice> Reasons { get; init; } = [];

    /// <summary>Names of states on the usual way that it leaves out.</summary>
    public IReadOnlyList<string> Skips { get; init; } = [];

    public bool LeadsFrom(string state) => From.Contains(state) || From.Contains(AnyState);

    /// <summary>Name of the state that it leads to from another.</summary>
    public string LeadsTo(string state) => To == AnyState ? state : To;
}

public sealed record WorkflowChoice(string Name, WorkflowText DisplayName);
