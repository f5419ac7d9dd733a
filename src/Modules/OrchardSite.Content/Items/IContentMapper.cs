using OrchardSite.Data;

namespace OrchardSite.Content;

/// <summary>
/// Keeps a module's own table of published items, written in the transaction that publishes them. Scoped. The table
/// must be rebuildable from the items alone.
/// </summary>
public interface IContentMapper
{
    string ContentType { get; }

    /// <summary>Asked before they are published: what keeps the items from standing beside those that are public already.</summary>
    Task<IReadOnlyList<ContentConflict>> FindConflictsAsync(SiteDbContext db, IReadOnlyList<ContentDraft> drafts, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ContentConflict>>([]);

    /// <summary>The items became public, or their public version was replaced. Rows of the same ids may exist or not.</summary>
    /// <param name="areNew">True when none of the items has been published before: their rows can be inserted in one go.</param>
    Task PublishedAsync(SiteDbContext db, IReadOnlyList<ContentDraft> drafts, bool areNew, CancellationToken cancellationToken);

    /// <summary>The item is no longer public.</summary>
    Task WithdrawnAsync(SiteDbContext db, string contentItemId, CancellationToken cancellationToken);
}

/// <param name="Message">A sentence for a person, in the language of the current culture.</param>
/// <param name="Field">JSON path inside the item.</param>
public sealed record ContentConflict(ContentDraft Draft, string Message, string Field);
