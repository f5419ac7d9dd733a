using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Data;
using OrchardSite.Workflows.Moves;
using OrchardSite.Workflows.Proposals;

namespace OrchardSite.Workflows.Notifications;

/// <summary>Tells of what is done with content on its way to readers, and of what units put before the department.</summary>
internal sealed class EditorialNotifications(SiteDbContext db, ItemStates states, Recipients recipients) : INotificationSource
{
    public ChangeKind Kind => ChangeKind.EditorialNews;

    public async Task<IReadOnlyList<Notification>> OfAsync(Change change, CancellationToken cancellationToken) =>
        await db.Set<Proposal>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == change.ItemId && row.ToTenantId == db.TenantId, cancellationToken) is { } proposal
            ? await OfProposalAsync(proposal, cancellationToken)
            : await OfEntryAsync(change.ItemId!, cancellationToken);

    private async Task<IReadOnlyList<Notification>> OfProposalAsync(Proposal proposal, CancellationToken cancellationToken)
    {
        // What was called off or answered before anybody heard of it is no news.
        if (proposal.State != ProposalState.Waiting)
        {
            return [];
        }

        return
        [
            .. (await recipients.OfAsync(proposal, cancellationToken)).Select(account => new Notification
            {
                AccountId = account,
                TenantId = db.TenantId,
                EntryId = proposal.Id,
                ItemId = proposal.FromItemId,
                Kind = proposal.Kind == ProposalKind.TakeOver ? NotificationKind.Proposed : NotificationKind.AwaitsCoApproval,
                Page = "Admin/Proposals",
                Title = proposal.Title,
                Person = proposal.ProposedBy,
                Text = proposal.Note,
                CreatedUtc = proposal.ProposedUtc,
            }),
        ];
    }

    private async Task<IReadOnlyList<Notification>> OfEntryAsync(string entryId, CancellationToken cancellationToken)
    {
        // What was thrown away since concerns nobody any more.
        if (await db.Set<EditorialEntry>().AsNoTracking().FirstOrDefaultAsync(entry => entry.Id == entryId, cancellationToken) is not { } entry
            || await db.Set<ContentItem>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == entry.ItemId && row.DeletedUtc == null, cancellationToken) is not { } item)
        {
            return [];
        }

        var row = await states.ReadAsync(item, cancellationToken);
        return
        [
            .. (await recipients.OfAsync(entry, item, row, cancellationToken)).Select(told => new Notification
            {
                AccountId = told.Key,
                TenantId = db.TenantId,
                EntryId = entry.Id,
                ItemId = item.Id,
                Kind = told.Value,
                Page = $"Admin/Contents/ContentItems/{item.Id}/Workflow",
                Title = item.LatestText,
                Person = entry.Person,
                Transition = entry.Transition,
                Text = entry.Text,
                CreatedUtc = entry.AtUtc,
            }),
        ];
    }
}
