using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Data;
using OrchardSite.Workflows.Moves;
using OrchardSite.Workflows.Proposals;

namespace OrchardSite.Workflows.Notifications;

/// <summary>Tells everybody whom one entry of a thread, or one proposal, concerns, in one transaction with the position in the change feed. Scoped.</summary>
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

        if (await db.Set<Proposal>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == change.ItemId && row.ToTenantId == db.TenantId, cancellationToken) is { } proposal)
        {
            await TellDepartmentAsync(proposal, cancellationToken);
        }
        else
        {
            await TellAsync(change.ItemId!, cancellationToken);
        }

        await work.CommitAsync(cancellationToken);
        return true;
    }

    private async Task TellDepartmentAsync(Proposal proposal, CancellationToken cancellationToken)
    {
        // What was called off or answered before anybody heard of it is no news.
        if (proposal.State != ProposalState.Waiting)
        {
            return;
        }

        foreach (var account in await recipients.OfAsync(proposal, cancellationToken))
        {
            Add(new Notification
            {
                AccountId = account,
                TenantId = db.TenantId,
                EntryId = proposal.Id,
                ItemId = proposal.FromItemId,
                Kind = proposal.Kind == ProposalKind.TakeOver ? NotificationKind.Proposed : NotificationKind.AwaitsCoApproval,
                Title = proposal.Title,
                Person = proposal.ProposedBy,
                Text = proposal.Note,
                CreatedUtc = proposal.ProposedUtc,
            });
        }
    }

    private async Task TellAsync(string entryId, CancellationToken cancellationToken)
    {
        // What was thrown away since concerns nobody any more.
        if (await db.Set<EditorialEntry>().AsNoTracking().FirstOrDefaultAsync(entry => entry.Id == entryId, cancellationToken) is { } entry
            && await db.Set<ContentItem>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == entry.ItemId && row.DeletedUtc == null, cancellationToken) is { } item)
        {
            var row = await states.ReadAsync(item, cancellationToken);
            foreach (var (account, kind) in await recipients.OfAsync(entry, item, row, cancellationToken))
            {
                Add(new Notification
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
            }
        }
    }

    private void Add(Notification notification)
    {
        db.Add(notification);
        db.Changes.Add(new Change { TenantId = db.TenantId, Kind = ChangeKind.PersonNotified, ItemId = $"{notification.AccountId}", Tags = "", OccurredUtc = time.GetUtcNow().UtcDateTime });
    }
}
