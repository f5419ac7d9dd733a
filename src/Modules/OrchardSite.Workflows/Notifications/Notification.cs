using OrchardSite.Data;

namespace OrchardSite.Workflows.Notifications;

/// <summary>Why a person is told of something.</summary>
public enum NotificationKind
{
    /// <summary>It waits for them now.</summary>
    Waits,

    /// <summary>Something was done with what they wrote.</summary>
    Moved,
    Assigned,
    Comment,
    Mention,
    DueSoon,
    Late,
    ToBeReadAgain,

    /// <summary>A unit proposes something to the department's site.</summary>
    Proposed,

    /// <summary>A unit has approved what the department approves too.</summary>
    AwaitsCoApproval,

    /// <summary>Something was done with a directive that the site has sent or got.</summary>
    Directive,
}

/// <summary>What a person is told once, in the dashboard and by mail.</summary>
[GlobalEntity("A person sees what concerns them on all their sites.")]
public sealed class Notification
{
    public string Id { get; init; } = UniqueId.New();

    public required int AccountId { get; init; }

    /// <summary>The site on which it is looked at.</summary>
    public required int TenantId { get; init; }

    /// <summary>Id of the entry of a record that it tells of.</summary>
    public required string EntryId { get; init; }

    /// <summary>What it is about: an item, of a proposal the unit's, or the delivery of a directive.</summary>
    public required string ItemId { get; init; }

    public required NotificationKind Kind { get; init; }

    /// <summary>Title of the item.</summary>
    public required string Title { get; init; }

    /// <summary>Who did it.</summary>
    public required string Person { get; init; }

    /// <summary>Name of what was done, where that is one of several things.</summary>
    public string? Transition { get; init; }

    /// <summary>The comment or the reason.</summary>
    public string? Text { get; init; }

    /// <summary>When that happened which it tells of.</summary>
    public required DateTime CreatedUtc { get; init; }

    public DateTime? ReadUtc { get; set; }

    /// <summary>Where it is looked at, inside the site and without a slash at the start.</summary>
    public required string Page { get; init; }

    /// <summary>When it was sent, or it was clear that it is not; null: it is still to be sent.</summary>
    public DateTime? MailedUtc { get; set; }

    /// <summary>Since when a node has been sending it.</summary>
    public DateTime? SendingUtc { get; set; }
}

public enum MailChoice
{
    /// <summary>A letter for each, at once.</summary>
    Immediate,

    /// <summary>One letter in the morning, with what has not been read by then.</summary>
    Digest,
    None,
}

/// <summary>How a person wants to be told by mail.</summary>
[GlobalEntity("A person chooses it once for all their sites.")]
public sealed class NotificationChoice
{
    public required int AccountId { get; init; }

    public MailChoice Mail { get; set; }

    /// <summary>The day of the last digest, in the time zone of the installation.</summary>
    public DateOnly? DigestedOn { get; set; }
}
