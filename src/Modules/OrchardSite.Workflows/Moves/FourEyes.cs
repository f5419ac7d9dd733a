using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Data;
using OrchardSite.Workflows.Definition;

namespace OrchardSite.Workflows.Moves;

/// <summary>
/// Nobody is the second pair of eyes for what they had a hand in: every version since the last that a second person saw counts,
/// because a text that two people have edited is neither's alone. Whatever the definition says, nothing is published without
/// them, unless it is flagged. Scoped.
/// </summary>
public sealed class FourEyes(SiteDbContext db)
{
    /// <summary>True when the person wrote or edited what the newest version adds to what a second person has seen.</summary>
    public Task<bool> HadHandInNewestAsync(EditorialItem row, int accountId, CancellationToken cancellationToken) =>
        db.Set<ContentVersion>().AnyAsync(version => version.ItemId == row.ItemId && version.Number > row.ReviewedNumber && version.AuthorId == accountId, cancellationToken);

    /// <summary>True when the person wrote, edited or published what readers see.</summary>
    public async Task<bool> HadHandInPublishedAsync(EditorialItem row, int accountId, CancellationToken cancellationToken) =>
        row.PublisherId == accountId
        || await db.Set<ContentVersion>().AnyAsync(
            version => version.ItemId == row.ItemId && version.Number > row.ReviewedNumber && version.Number <= row.PublishedNumber && version.AuthorId == accountId,
            cancellationToken);

    /// <summary>True when somebody who had no hand in this version has approved it.</summary>
    public static bool IsApproved(EditorialItem row, string versionId) => row.ApprovedVersionId == versionId && row.ApproverId is not null;
}

/// <summary>What of an item a person had a hand in.</summary>
public readonly record struct Hands(bool InNewest, bool InPublished)
{
    /// <summary>True when it keeps the person from being the second pair of eyes of this transition.</summary>
    public bool In(WorkflowTransition transition) => transition.Effect == WorkflowEffect.Review ? InPublished : InNewest;
}
