using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Data;
using OrchardSite.Workflows.Moves;

namespace OrchardSite.Workflows.Notifications;

/// <summary>Tells everybody whom one entry of a thread concerns, in one transaction with the position in the change feed. Scoped.</summary>
public sealed class NotifyAbout(SiteDbContext db, ItemStates states, Recipients recipients, TimeProvider time)
{
    /// <param name="change">One of the kind <see cref="ChangeKind.EditorialNews"/>, of the current site.</param>
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

        // What was thrown away since concerns nobody any more.
        if (await db.Set<EditorialEntry>().AsNoTracking().FirstOrDefaultAsync(entry => entry.Id == change.ItemId, cancellationToken) is { } entry
            && await db.Set<ContentItem>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == entry.ItemId && row.DeletedUtc == null, cancellationToken) is { } item)
        {
            var now = time.GetUtcNow().UtcDateTime;
            var row = await states.ReadAsync(item, cancellationToken);
            foreach (var (account, kind) in await recipients.OfAsync(entry, item, row, cancellationToken))
            {
                db.Add(new Notification
                {
                    AccountId = account,
                    TenantId = db.TenantId,
                    EntryId = entry.Id,
                    ItemId = item.Id,
                    Kind = kind,
                    Title = item.LatestText,
                    Person = entry.Person,
                    Transition = entry.Transition,
                    Text = entry.Text,
                    CreatedUtc = entry.AtUtc,
                });
                db.Changes.Add(new Change { TenantId = db.TenantId, Kind = ChangeKind.PersonNotified, ItemId = $"{account}", Tags = "", OccurredUtc = now });
            }
        }

        await work.CommitAsync(cancellationToken);
        return true;
    }
}
