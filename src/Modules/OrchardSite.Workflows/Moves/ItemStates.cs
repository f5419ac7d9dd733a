using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Data;
using OrchardSite.Workflows.Definition;
using OrchardSite.Workflows.Proposals;
using OrchardSite.Workflows.Schedules;

namespace OrchardSite.Workflows.Moves;

/// <summary>Knows the state of each item and is the only one to change it, along the transitions. Scoped; inside a unit of work.</summary>
public sealed class ItemStates(SiteDbContext db, CurrentWorkflow current, PlannedMoves plans, CoApprovals coApprovals, TimeProvider time)
{
    private const int Batch = 500;

    private EditorialWorkflow Workflow => current.Workflow;

    public bool Follows(string contentType) => Workflow.ContentTypes.Contains(contentType);

    /// <summary>The state of an item, tracked.</summary>
    public async Task<EditorialItem> OfAsync(ContentItem item, CancellationToken cancellationToken)
    {
        if (await db.Set<EditorialItem>().FindAsync([db.TenantId, item.Id], cancellationToken) is { } known)
        {
            return known;
        }

        var row = await FirstAsync(item, cancellationToken);
        db.Add(row);
        return row;
    }

    /// <summary>The state of an item for looking at it.</summary>
    public async Task<EditorialItem> ReadAsync(ContentItem item, CancellationToken cancellationToken) =>
        await db.Set<EditorialItem>().AsNoTracking().FirstOrDefaultAsync(row => row.ItemId == item.Id, cancellationToken) ?? await FirstAsync(item, cancellationToken);

    /// <summary>The states of many items, tracked; those of items that the workflow has not met yet are left out.</summary>
    public async Task<Dictionary<string, EditorialItem>> OfManyAsync(IEnumerable<string> itemIds, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, EditorialItem>(StringComparer.Ordinal);
        foreach (var chunk in itemIds.Chunk(Batch))
        {
            foreach (var row in await db.Set<EditorialItem>().Where(row => chunk.Contains(row.ItemId)).ToListAsync(cancellationToken))
            {
                rows[row.ItemId] = row;
            }
        }

        return rows;
    }

    /// <summary>What the state of an item is before anything has been done with it in the workflow.</summary>
    public EditorialItem New(string itemId, string contentType) =>
        new() { ItemId = itemId, ContentType = contentType, State = Workflow.Initial.Name, SinceUtc = time.GetUtcNow().UtcDateTime };

    /// <summary>Moves an item along a transition.</summary>
    /// <returns>What its thread tells of it; not yet added to that.</returns>
    /// <param name="versionId">The newest version.</param>
    /// <param name="number">Its number; only needed where it is published.</param>
    public async Task<EditorialEntry> MoveAsync(EditorialItem row, WorkflowTransition transition, string versionId, int number, Actor actor, MoveRequest? request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var from = row.State;
        var to = Workflow.FindState(transition.LeadsTo(from))!;
        var note = request?.ChangeNote ?? row.ChangeNote;
        if (transition.On is null || from != to.Name)
        {
            (row.State, row.SinceUtc) = (to.Name, now);
            await SetDueAsync(row, to.DueHours is { } hours ? now.AddHours(hours) : null, cancellationToken);
            (row.AssigneeId, row.Assignee) = (null, null);
            (row.SenderId, row.Sender) = (actor.AccountId, actor.Name);
        }

        // A plan is for a state: whatever leads out of it, also its own fulfilment, ends the plan.
        var planned = transition.Effect == WorkflowEffect.Schedule ? request!.AtUtc : from == row.State ? row.PlannedUtc : null;
        if (planned != row.PlannedUtc)
        {
            row.PlannedUtc = planned;
            await plans.SetAsync(row.ItemId, PlannedKind.Publish, planned, cancellationToken);
        }

        row.ChangeNote = transition.Effect == WorkflowEffect.Publish ? null : note;
        row.TellsReaders = transition.Effect == WorkflowEffect.Schedule && request!.TellsReaders;
        if (transition.FourEyes)
        {
            (row.ApprovedVersionId, row.ApproverId, row.Approver) = (versionId, actor.AccountId, actor.Name);
        }

        switch (transition.Effect)
        {
            case WorkflowEffect.Publish:
                Published(row, transition.IsForced ? Publication.Forced : transition.IsMinor ? Publication.Minor : Publication.Approved, number, actor);
                break;
            case WorkflowEffect.Review:
                (row.Publication, row.ReviewedNumber) = (Publication.Reviewed, row.PublishedNumber);
                break;
            case WorkflowEffect.Unpublish:
                row.Publication = Publication.None;
                if (row.ReviewByUtc is not null)
                {
                    row.ReviewByUtc = null;
                    await plans.SetAsync(row.ItemId, PlannedKind.ReadAgain, null, cancellationToken);
                }

                break;
        }

        if (transition.On == WorkflowEvent.Import)
        {
            Published(row, Publication.Imported, number, actor);
        }

        row.Revision++;
        // Most of what happens is saving and importing, which lead neither into nor out of waiting for the department.
        if (Workflow.AwaitsPublication(from) || Workflow.AwaitsPublication(row.State))
        {
            await coApprovals.FollowAsync(row, versionId, actor, cancellationToken);
        }

        return new EditorialEntry
        {
            Kind = EntryKind.Moved,
            ItemId = row.ItemId,
            VersionId = versionId,
            AtUtc = now,
            PersonId = actor.AccountId,
            Person = actor.Name,
            OnBehalfOf = request?.OnBehalfOf,
            Transition = transition.Name,
            FromState = from,
            ToState = row.State,
            Choice = request?.Choice,
            Text = request?.Reason,
            ChangeNote = transition.Effect == WorkflowEffect.Publish ? note : request?.ChangeNote,
        };
    }

    private async Task SetDueAsync(EditorialItem row, DateTime? dueUtc, CancellationToken cancellationToken)
    {
        if (row.DueUtc != dueUtc)
        {
            row.DueUtc = dueUtc;
            await plans.SetAsync(row.ItemId, PlannedKind.RemindSoon, dueUtc - RunPlannedMove.SoonBefore, cancellationToken);
            await plans.SetAsync(row.ItemId, PlannedKind.RemindLate, dueUtc, cancellationToken);
        }
    }

    private static void Published(EditorialItem row, Publication publication, int number, Actor actor)
    {
        (row.Publication, row.PublisherId, row.PublishedNumber) = (publication, actor.AccountId, number);
        row.ReviewedNumber = publication == Publication.Forced ? row.ReviewedNumber : number;
        row.IsUrgent = false;
    }

    // An item that was there before the workflow followed its type.
    private async Task<EditorialItem> FirstAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var row = New(item.Id, item.ContentType);
        row.SinceUtc = item.EditedUtc;
        if (item.PublishedVersionId is { } published)
        {
            row.PublishedNumber = await db.Set<ContentVersion>().Where(version => version.Id == published).Select(version => version.Number).FirstAsync(cancellationToken);
            (row.ReviewedNumber, row.Publication) = (row.PublishedNumber, Publication.Imported);
            row.State = published == item.LatestVersionId ? Workflow.On(WorkflowEvent.Import, row.State)!.To : row.State;
        }

        return row;
    }
}
