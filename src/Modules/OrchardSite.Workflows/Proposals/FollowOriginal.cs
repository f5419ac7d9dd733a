using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Content.Operations;
using OrchardSite.Data;
using OrchardSite.Workflows.Definition;
using OrchardSite.Workflows.Moves;
using OrchardSite.Workflows.Threads;

namespace OrchardSite.Workflows.Proposals;

/// <summary>Does on one side what has happened on the other. Scoped: works for the unit's site, or for that of the copy.</summary>
public sealed class FollowOriginal(
    SiteDbContext db, Originals originals, SaveContent save, CurrentWorkflow current, ItemStates states, MoveEffects effects, EditorialLog log, TimeProvider time, IStringLocalizer localizer)
{
    /// <summary>Tells the unit, in the thread of its own item, what the department has answered.</summary>
    public async Task TellUnitAsync(string proposalId, CancellationToken cancellationToken)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        if (await db.Set<Proposal>().FirstOrDefaultAsync(row => row.Id == proposalId && !row.IsUnitTold, cancellationToken) is not { } proposal)
        {
            return;
        }

        proposal.IsUnitTold = true;
        proposal.Revision++;
        var item = await FindAsync(proposal.FromItemId, cancellationToken);
        if (item is not null && proposal.Kind == ProposalKind.CoApproval)
        {
            await TellOfCoApprovalAsync(item, proposal, cancellationToken);
        }
        else if (item is not null)
        {
            var text = proposal.State == ProposalState.Accepted
                ? localizer["The department has taken it over for its site."].Value
                : localizer["The department has returned it: {0}", proposal.Answer ?? ""].Value;
            Say(item, proposal.AnsweredBy ?? "", text, proposal.ProposedById);
        }

        await work.CommitAsync(cancellationToken);
    }

    /// <summary>Brings a correction or a withdrawal of the original to the copy.</summary>
    public async Task BringAsync(string proposalId, CancellationToken cancellationToken)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        if (await db.Set<Proposal>().FirstOrDefaultAsync(row => row.Id == proposalId && row.News != OriginalNews.None, cancellationToken) is not { } proposal)
        {
            return;
        }

        proposal.News = OriginalNews.None;
        proposal.Revision++;
        if (proposal.ToItemId is { } copyId && await FindAsync(copyId, cancellationToken) is { } copy)
        {
            var original = await originals.ReadAsync(proposal, cancellationToken);
            if (original is null)
            {
                await WithdrawAsync(copy, proposal, cancellationToken);
            }
            else
            {
                await CorrectAsync(copy, original, proposal, cancellationToken);
            }
        }

        await work.CommitAsync(cancellationToken);
    }

    // What the department returns goes back to who wrote it, as if the unit's own approver had returned it.
    private async Task TellOfCoApprovalAsync(ContentItem item, Proposal proposal, CancellationToken cancellationToken)
    {
        if (proposal.State == ProposalState.Accepted)
        {
            Say(item, proposal.AnsweredBy!, localizer["The department has approved it too: it can be published."], proposal.ProposedById);
            return;
        }

        var row = await states.OfAsync(item, cancellationToken);
        var reason = localizer["The department has returned it: {0}", proposal.Answer ?? ""].Value;
        var back = item.LatestVersionId == proposal.FromVersionId
            ? current.Workflow.From(row.State).FirstOrDefault(transition => transition is { Effect: WorkflowEffect.None, Reason: WorkflowReason.Required })
            : null;
        if (back is null)
        {
            Say(item, proposal.AnsweredBy!, reason, proposal.ProposedById);
        }
        else
        {
            await effects.RunAsync(back, item, row, Actor.Host(proposal.AnsweredBy!), new MoveRequest(item.Id, item.LatestVersionId, back.Name) { Reason = reason }, cancellationToken);
        }
    }

    private async Task CorrectAsync(ContentItem copy, Original original, Proposal proposal, CancellationToken cancellationToken)
    {
        var row = await states.OfAsync(copy, cancellationToken);
        row.IsUrgent = true;
        row.Revision++;
        var actor = Actor.Host(original.Site);
        var category = await db.Set<LatestTerm>().Where(term => term.ItemId == copy.Id).Select(term => term.TermId).FirstOrDefaultAsync(cancellationToken);
        // What the department has edited itself is not written over: its editors look at both.
        if (copy.LatestVersionId != proposal.CopiedVersionId || category is null)
        {
            Say(copy, original.Site, localizer["The original was corrected by the unit. This site has edited its copy, so take the correction over by hand."], copy.OwnerId);
            return;
        }

        var content = await originals.TakeOverAsync(original, category, copy.Id, actor, cancellationToken);
        var saved = await save.RunAsync(new ContentEdit(content, copy.LatestVersionId, localizer["Corrected by {0}", original.Site]), actor, cancellationToken);
        if (!saved.Succeeded)
        {
            Say(copy, original.Site, localizer["The original was corrected by the unit, but the correction could not be taken over: {0}", saved.Refusals[0].Message], copy.OwnerId);
            return;
        }

        proposal.CopiedVersionId = saved.Value.VersionId;
        proposal.Title = original.Item.DisplayText;
        if (current.Workflow.From(row.State).FirstOrDefault(IsSending) is { } sending)
        {
            await effects.RunAsync(sending, copy, row, actor, new MoveRequest(copy.Id, copy.LatestVersionId, sending.Name) { ChangeNote = localizer["Corrected by {0}", original.Site] }, cancellationToken);
            row.IsUrgent = true;
        }
    }

    private async Task WithdrawAsync(ContentItem copy, Proposal proposal, CancellationToken cancellationToken)
    {
        var row = await states.OfAsync(copy, cancellationToken);
        var reason = localizer["The unit has taken down the original."].Value;
        if (copy.PublishedVersionId is not null && current.Workflow.From(row.State).FirstOrDefault(transition => transition.Effect == WorkflowEffect.Unpublish) is { } withdraw)
        {
            // The last of the reasons is the widest.
            var request = new MoveRequest(copy.Id, copy.LatestVersionId, withdraw.Name) { Reason = reason, Choice = withdraw.Reasons.LastOrDefault()?.Name, Notice = localizer["The unit that wrote this article has taken it down."] };
            if (await effects.RunAsync(withdraw, copy, row, Actor.Host(proposal.ProposedBy), request, cancellationToken) is { Count: 0 })
            {
                return;
            }
        }

        row.IsUrgent = true;
        row.Revision++;
        Say(copy, proposal.ProposedBy, reason, copy.OwnerId);
    }

    // By which what is saved waits for somebody.
    private bool IsSending(WorkflowTransition transition) =>
        transition is { Effect: WorkflowEffect.None, FourEyes: false, Reason: not WorkflowReason.Required } && current.Workflow.FindState(transition.To) is { WaitsFor.Count: > 0 };

    private Task<ContentItem?> FindAsync(string itemId, CancellationToken cancellationToken) =>
        db.Set<ContentItem>().FirstOrDefaultAsync(row => row.Id == itemId && row.DeletedUtc == null, cancellationToken);

    private void Say(ContentItem item, string person, string text, int? mentioned) => log.Add(new EditorialEntry
    {
        Kind = EntryKind.Comment,
        ItemId = item.Id,
        VersionId = item.LatestVersionId,
        AtUtc = time.GetUtcNow().UtcDateTime,
        Person = person,
        Text = text,
        MentionedIds = mentioned is { } account ? [account] : [],
    });
}
