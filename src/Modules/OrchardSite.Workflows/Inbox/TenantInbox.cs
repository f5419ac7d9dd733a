using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Content.Operations;
using OrchardSite.Data;
using OrchardSite.Workflows.Definition;
using OrchardSite.Workflows.Delegation;
using OrchardSite.Workflows.Moves;
using OrchardSite.Workflows.Proposals;

namespace OrchardSite.Workflows.Inbox;

/// <summary>What waits for a person on the current site. Scoped.</summary>
public sealed class TenantInbox(SiteDbContext db, CurrentWorkflow current, Waiting waiting, ContentRights rights, Absences absences, TimeProvider time)
{
    /// <summary>More than a person works off in a day; those that are late or urgent come first.</summary>
    public const int MostRead = 200;

    public async Task<IReadOnlyList<WaitingItem>> FindAsync(Actor actor, CancellationToken cancellationToken)
    {
        var absent = await absences.RepresentedByAsync(actor, cancellationToken);
        var types = current.Workflow.ContentTypes.Where(type => actor.MayBegin(type) || absent.Any(person => person.MayBegin(type))).ToArray();
        if (types.Length == 0 || actor.AccountId is not { } me)
        {
            return [];
        }

        var states = current.Workflow.States.Where(state => state.WaitsFor.Count > 0).Select(state => state.Name).ToArray();
        var now = time.GetUtcNow().UtcDateTime;
        var represented = absent.Select(person => person.AccountId!.Value).ToArray();
        // What the department has to approve first waits there.
        var waitsElsewhere = db.Set<Proposal>().Where(asked => asked.FromTenantId == db.TenantId && asked.Kind == ProposalKind.CoApproval && asked.State == ProposalState.Waiting).Select(asked => asked.FromItemId);
        var mine = db.Set<EditorialItem>().AsNoTracking()
            .Where(row => types.Contains(row.ContentType) && (row.AssigneeId == null || row.AssigneeId == me || represented.Contains(row.AssigneeId.Value)))
            .Where(row => db.Set<ContentItem>().Any(item => item.Id == row.ItemId && item.DeletedUtc == null));
        // One question for each reason, since each has an index of its own.
        var found = new Dictionary<string, EditorialItem>(StringComparer.Ordinal);
        foreach (var some in new[]
        {
            mine.Where(row => states.Contains(row.State) && !waitsElsewhere.Contains(row.ItemId)),
            mine.Where(row => row.Publication == Publication.Forced),
            mine.Where(row => row.ReviewByUtc <= now),
        })
        {
            foreach (var row in await some.OrderByDescending(row => row.IsUrgent).ThenBy(row => row.DueUtc ?? row.SinceUtc).ThenBy(row => row.ItemId).Take(MostRead).ToListAsync(cancellationToken))
            {
                found[row.ItemId] = row;
            }
        }

        var rows = found.Values.OrderByDescending(row => row.IsUrgent).ThenBy(row => row.DueUtc ?? row.SinceUtc).ThenBy(row => row.ItemId, StringComparer.Ordinal).Take(MostRead).ToArray();
        var ids = rows.Select(row => row.ItemId).ToArray();
        var items = await db.Set<ContentItem>().AsNoTracking().Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, cancellationToken);
        var written = (await db.Set<ContentVersion>().Where(version => ids.Contains(version.ItemId) && version.AuthorId == me).Select(version => new { version.ItemId, version.Number }).ToListAsync(cancellationToken))
            .ToLookup(version => version.ItemId, version => version.Number);

        var waits = new List<WaitingItem>();
        foreach (var row in rows)
        {
            var item = items[row.ItemId];
            var numbers = written[row.ItemId].Where(number => number > row.ReviewedNumber).ToArray();
            var hands = new Hands(numbers.Length > 0, numbers.Any(number => number <= row.PublishedNumber) || row.PublisherId == me);
            var isToBeReadAgain = row.ReviewByUtc <= now && await rights.MayEditOthersAsync(actor, item, cancellationToken);
            var possible = await waiting.ForAsync(item, row, actor, hands, cancellationToken);
            if (isToBeReadAgain || possible is not null)
            {
                waits.Add(new WaitingItem(item, row, current.Workflow.FindState(row.State)!, possible ?? []) { IsToBeReadAgain = isToBeReadAgain });
            }
        }

        return waits;
    }
}

/// <param name="Possible">What the person can do with it.</param>
public sealed record WaitingItem(ContentItem Item, EditorialItem Row, WorkflowState State, IReadOnlyList<WorkflowTransition> Possible)
{
    /// <summary>True for what readers see though no second person has reviewed it.</summary>
    public bool IsFlagged => Row.Publication == Publication.Forced;

    /// <summary>True for what somebody has to read again, because the day has come that was set for that.</summary>
    public bool IsToBeReadAgain { get; init; }

    /// <summary>What those do for whom it waits; anything else is done on its own page.</summary>
    public IEnumerable<WorkflowTransition> Usual => Possible.Where(transition => transition.Effect == WorkflowEffect.Review || transition.By.Any(State.WaitsFor.Contains));
}
