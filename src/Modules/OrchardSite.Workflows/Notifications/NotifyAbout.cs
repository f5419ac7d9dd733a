using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Workflows.Notifications;

/// <summary>Tells everybody whom one change concerns, in one transaction with the position in the change feed. Scoped.</summary>
public sealed class NotifyAbout(SiteDbContext db, IEnumerable<INotificationSource> sources, TimeProvider time)
{
    /// <param name="change">One of the current site.</param>
    /// <param name="position">How far the feed has been followed before.</param>
    /// <returns>False when another node has done it.</returns>
    public async Task<bool> RunAsync(Change change, long position, CancellationToken cancellationToken)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        var moved = await db.Set<FeedPosition>().Where(row => row.Name == KeepNotifications.Name && row.Sequence == position)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Sequence, change.Sequence), cancellationToken);
        if (moved == 0)
        {
            return false;
        }

        var now = time.GetUtcNow().UtcDateTime;
        foreach (var source in sources.Where(source => source.Kind == change.Kind))
        {
            foreach (var notification in await source.OfAsync(change, cancellationToken))
            {
                db.Add(notification);
                db.Changes.Add(new Change { TenantId = db.TenantId, Kind = ChangeKind.PersonNotified, ItemId = $"{notification.AccountId}", Tags = "", OccurredUtc = now });
            }
        }

        await work.CommitAsync(cancellationToken);
        return true;
    }
}
