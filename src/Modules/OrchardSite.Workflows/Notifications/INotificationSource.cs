using OrchardSite.Data;

namespace OrchardSite.Workflows.Notifications;

/// <summary>
/// Says whom a change of the feed concerns. Scoped: asked once for each change, in the scope of the change's tenant and in the
/// transaction that moves on in the feed, so that nobody is told twice or not at all.
/// </summary>
public interface INotificationSource
{
    /// <summary>The kind of changes that it knows.</summary>
    ChangeKind Kind { get; }

    /// <returns>At most one for each account; none where the change concerns nobody any more.</returns>
    Task<IReadOnlyList<Notification>> OfAsync(Change change, CancellationToken cancellationToken);
}

/// <summary>Words what people are told. Singleton.</summary>
public interface INotificationText
{
    /// <returns>A sentence in the language of the current culture; null where it is of another module.</returns>
    string? SentenceOf(Notification notification);
}

/// <summary>A kind of changes of which people are told.</summary>
public sealed record NotifiedChange(ChangeKind Kind);
