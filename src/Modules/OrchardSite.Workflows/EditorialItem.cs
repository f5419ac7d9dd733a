using OrchardSite.Data;

namespace OrchardSite.Workflows;

/// <summary>How the version that readers see came to them.</summary>
public enum Publication
{
    /// <summary>Readers see none, or it was published before the workflow followed the item.</summary>
    None,

    /// <summary>Somebody who had no hand in it has approved it.</summary>
    Approved,

    /// <summary>The same, as a minor correction that left out stages.</summary>
    Minor,

    /// <summary>Without a second person: flagged until one has reviewed it.</summary>
    Forced,

    /// <summary>Without a second person at first; one has reviewed it since.</summary>
    Reviewed,

    /// <summary>A recipe or a command of the installation brought it in.</summary>
    Imported,
}

/// <summary>Where an item is on its way to readers. One row per item; <see cref="ItemStates"/> alone changes the state.</summary>
public sealed class EditorialItem : ITenantOwned
{
    /// <summary>Of states, transitions and the like.</summary>
    public const int LongestName = 64;

    public int TenantId { get; set; }

    public required string ItemId { get; init; }

    public required string ContentType { get; init; }

    /// <summary>Name of the state of the newest version.</summary>
    public string State { get; internal set; } = "";

    public DateTime SinceUtc { get; internal set; }

    /// <summary>When it is late; null where nobody has to do anything.</summary>
    public DateTime? DueUtc { get; internal set; }

    public bool IsUrgent { get; set; }

    /// <summary>When it is to be published; null where nobody has scheduled that.</summary>
    public DateTime? PlannedUtc { get; internal set; }

    /// <summary>From when on readers no longer see what is published; null: never.</summary>
    public DateTime? ExpiresUtc { get; internal set; }

    /// <summary>By when somebody has to read again whether what is published still holds; null: never.</summary>
    public DateTime? ReviewByUtc { get; set; }

    /// <summary>Who has it to do; null: whoever may.</summary>
    public int? AssigneeId { get; set; }

    public string? Assignee { get; set; }

    /// <summary>Who sent it to whom it waits for; null where no person did.</summary>
    public int? SenderId { get; internal set; }

    public string? Sender { get; internal set; }

    /// <summary>The note on the change that came with it; readers' pages do not show it.</summary>
    public string? ChangeNote { get; internal set; }

    /// <summary>True when readers are to see that note, too, once what was scheduled is published.</summary>
    public bool TellsReaders { get; internal set; }

    public string? ApprovedVersionId { get; internal set; }

    public int? ApproverId { get; internal set; }

    public string? Approver { get; internal set; }

    /// <summary>Number of the version that was published last; 0: none ever.</summary>
    public int PublishedNumber { get; internal set; }

    /// <summary>Number of the last version that a second person has seen; whoever wrote a later one has had a hand in the newest.</summary>
    public int ReviewedNumber { get; internal set; }

    public Publication Publication { get; internal set; }

    /// <summary>Who published it; null where no person did.</summary>
    public int? PublisherId { get; internal set; }

    public int Revision { get; set; }
}

/// <summary>What an entry of a thread tells of.</summary>
public enum EntryKind
{
    /// <summary>A transition was made.</summary>
    Moved,
    Comment,
    Assigned,

    /// <summary>The deadline is near.</summary>
    DueSoon,

    /// <summary>The deadline has passed.</summary>
    Late,

    /// <summary>The day has come on which it is to be read again.</summary>
    ToBeReadAgain,
}

/// <summary>One thing that was done with an item or said about it. The thread stays with the item.</summary>
public sealed class EditorialEntry : ITenantOwned
{
    public const int LongestText = 2000;

    public int TenantId { get; set; }

    public string Id { get; init; } = UniqueId.New();

    public required string ItemId { get; init; }

    public required EntryKind Kind { get; init; }

    /// <summary>The version it is about.</summary>
    public required string VersionId { get; init; }

    public required DateTime AtUtc { get; init; }

    public int? PersonId { get; init; }

    public required string Person { get; init; }

    /// <summary>Name of the colleague in whose place the person did it; null: for themselves.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>Name of the transition; null for anything else.</summary>
    public string? Transition { get; init; }

    public string? FromState { get; init; }

    public string? ToState { get; init; }

    /// <summary>Name of the reason that was chosen.</summary>
    public string? Choice { get; init; }

    /// <summary>Accounts of those whom the comment names.</summary>
    public List<int> MentionedIds { get; init; } = [];

    public int? AssigneeId { get; init; }

    /// <summary>Name of who got it to do; empty: it was given back to whoever may.</summary>
    public string? Assignee { get; init; }

    /// <summary>The comment or the reason.</summary>
    public string? Text { get; init; }

    /// <summary>What has changed since the version that readers saw before.</summary>
    public string? ChangeNote { get; init; }
}
