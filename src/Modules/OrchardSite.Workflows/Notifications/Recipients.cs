using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Content.Operations;
using OrchardSite.Data;
using OrchardSite.Users.Roles;
using OrchardSite.Workflows.Definition;
using OrchardSite.Workflows.Inbox;
using OrchardSite.Workflows.Moves;
using OrchardSite.Workflows.Proposals;

namespace OrchardSite.Workflows.Notifications;

/// <summary>Says whom an entry of a thread concerns, and why; nobody is told of what they did themselves. Scoped.</summary>
public sealed class Recipients(SiteDbContext db, CurrentWorkflow current, Waiting waiting, ContentRights rights, TenantMembers members, CoApprovals coApprovals)
{
    /// <summary>Accounts of the department's people who may answer what a unit puts before them.</summary>
    public async Task<IReadOnlyList<int>> OfAsync(Proposal proposal, CancellationToken cancellationToken) =>
        [.. (await members.AllAsync(cancellationToken)).Where(member => member.AccountId != proposal.ProposedById && AnswerProposal.MayAnswer(proposal, member)).Select(member => member.AccountId!.Value)];

    public async Task<IReadOnlyDictionary<int, NotificationKind>> OfAsync(EditorialEntry entry, ContentItem item, EditorialItem row, CancellationToken cancellationToken)
    {
        var told = new Dictionary<int, NotificationKind>();
        var all = await members.AllAsync(cancellationToken);
        // Of two reasons the first is told.
        switch (entry.Kind)
        {
            case EntryKind.Comment:
                Tell(NotificationKind.Mention, entry.MentionedIds);
                Tell(NotificationKind.Comment, Concerned());
                break;
            case EntryKind.Assigned when entry.AssigneeId is { } assignee:
                Tell(NotificationKind.Assigned, [assignee]);
                break;
            case EntryKind.DueSoon:
                Tell(NotificationKind.DueSoon, await WaitedForAsync());
                break;
            case EntryKind.Late:
                Tell(NotificationKind.Late, await WaitedForAsync());
                break;
            case EntryKind.ToBeReadAgain:
                Tell(NotificationKind.ToBeReadAgain, await EditorsAsync());
                break;
            case EntryKind.Moved:
                // A later transition may have led on from there already.
                if (entry.ToState == row.State && !await coApprovals.IsWaitingAsync(item.Id, cancellationToken) && current.Workflow.FindState(row.State) is { } state && (state.WaitsFor.Count > 0 || row.Publication == Publication.Forced))
                {
                    Tell(NotificationKind.Waits, await WaitedForAsync());
                }

                Tell(NotificationKind.Moved, Concerned());
                break;
        }

        return told;

        void Tell(NotificationKind kind, IEnumerable<int> accounts)
        {
            foreach (var account in accounts.Where(account => account != entry.PersonId && all.Any(member => member.AccountId == account)))
            {
                told.TryAdd(account, kind);
            }
        }

        IEnumerable<int> Concerned() => new[] { item.OwnerId, row.AssigneeId }.OfType<int>();

        async Task<IReadOnlyList<int>> WaitedForAsync()
        {
            var authors = await db.Set<ContentVersion>().Where(version => version.ItemId == item.Id && version.Number > row.ReviewedNumber && version.AuthorId != null)
                .Select(version => new { version.AuthorId, version.Number }).ToListAsync(cancellationToken);
            var found = new List<int>();
            foreach (var member in all)
            {
                var hands = new Hands(
                    authors.Any(author => author.AuthorId == member.AccountId),
                    row.PublisherId == member.AccountId || authors.Any(author => author.AuthorId == member.AccountId && author.Number <= row.PublishedNumber));
                if (await waiting.ForAsync(item, row, member, hands, cancellationToken) is not null)
                {
                    found.Add(member.AccountId!.Value);
                }
            }

            return found;
        }

        async Task<IReadOnlyList<int>> EditorsAsync()
        {
            var found = new List<int>();
            foreach (var member in all)
            {
                if (await rights.MayEditOthersAsync(member, item, cancellationToken))
                {
                    found.Add(member.AccountId!.Value);
                }
            }

            return found;
        }
    }
}
