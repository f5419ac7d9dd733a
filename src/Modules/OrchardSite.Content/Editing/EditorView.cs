using OrchardSite.Content.Comparing;
using OrchardSite.Content.Operations;

namespace OrchardSite.Content.Editing;

/// <summary>The form of an item with what goes along with it.</summary>
/// <param name="BaseVersionId">The version that the typing began from; null for a new item.</param>
/// <param name="NextVersionId">The id that saving gives to the new version: sending the form twice saves once.</param>
public sealed record EditorView(ItemForm Form, string ItemId, string? BaseVersionId, string NextVersionId, string LockKey, IReadOnlyList<ContentMove> Moves, bool MaySeeHtml)
{
    /// <summary>Who edits the item at the moment instead; null when this page has it.</summary>
    public string? HeldBy { get; init; }

    /// <summary>Where the item is on its way to readers.</summary>
    public IReadOnlyList<ContentMark> Marks { get; init; } = [];

    /// <summary>Address of the page that tells its way; null where there is none.</summary>
    public string? WayPage { get; init; }

    /// <summary>The item's state so far; null for a new one.</summary>
    public ContentItem? Item { get; init; }

    /// <summary>What the person typed before and did not save; null when there is nothing.</summary>
    public DateTime? AutosavedUtc { get; init; }

    /// <summary>True where a module has something to say while it is typed.</summary>
    public bool HasAdvice { get; init; }

    /// <summary>How what was typed differs from what somebody else has saved meanwhile; null where nobody has.</summary>
    public IReadOnlyList<FieldDifference>? Conflict { get; init; }
}
