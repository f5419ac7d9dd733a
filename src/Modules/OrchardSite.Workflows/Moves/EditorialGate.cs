using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Content.Operations;
using OrchardSite.Data;
using OrchardSite.Workflows.Definition;
using OrchardSite.Workflows.Proposals;
using OrchardSite.Workflows.Schedules;
using OrchardSite.Workflows.Threads;

namespace OrchardSite.Workflows.Moves;

/// <summary>Holds every path that writes content to the table of transitions: also the list, the API, recipes and jobs.</summary>
internal sealed class EditorialGate(SiteDbContext db, CurrentWorkflow current, ItemStates states, MoveCheck check, MovesUnderWay underWay, PlannedMoves plans, EditorialLog log, OriginalChanges originals, TimeProvider time, IStringLocalizer localizer) : IContentGate
{
    // What was chosen for operations that did not come from MoveContent.
    private readonly Dictionary<string, MoveUnderWay> _chosen = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<Refusal>> CheckAsync(IReadOnlyList<ContentWrite> writes, Actor actor, CancellationToken cancellationToken)
    {
        var followed = Followed(writes);
        var rows = await states.OfManyAsync(followed.Where(write => write.Existing is not null).Select(write => write.Draft.ContentItemId), cancellationToken);
        var refusals = new List<Refusal>();
        foreach (var write in followed.Where(write => !IsOperator(actor) && !IsMoving(write.Draft.ContentItemId)))
        {
            var row = await RowAsync(rows, write, cancellationToken);
            if (!write.Publish)
            {
                if (current.Workflow.On(WorkflowEvent.Save, row.State) is null)
                {
                    refusals.Add(write.Refuse(RefusalKind.Conflict, localizer["“{0}” is in the state “{1}” and cannot be edited there.", write.Draft.DisplayText, StateOf(row)], ""));
                }
            }
            else if (write.Existing is not { } item || write.NewVersionNumber is not null)
            {
                refusals.Add(write.Refuse(RefusalKind.Forbidden, localizer["“{0}” must be brought in as a draft: somebody else approves it before readers see it.", write.Draft.DisplayText], ""));
            }
            else
            {
                refusals.AddRange(await ChooseAsync(WorkflowEffect.Publish, item, row, actor, new MoveRequest(item.Id, write.VersionId, "") { ChangeNote = write.ChangeNote }, cancellationToken));
            }
        }

        return refusals;
    }

    public async Task WrittenAsync(IReadOnlyList<ContentWrite> writes, Actor actor, CancellationToken cancellationToken)
    {
        var followed = Followed(writes);
        var rows = await states.OfManyAsync(followed.Where(write => write.Existing is not null).Select(write => write.Draft.ContentItemId), cancellationToken);
        var fresh = new List<EditorialItem>();
        foreach (var write in followed)
        {
            var id = write.Draft.ContentItemId;
            var row = await RowAsync(rows, write, cancellationToken);
            if (write.Existing is null)
            {
                fresh.Add(row);
            }

            var move = underWay.Find(id) ?? (_chosen.Remove(id, out var chosen) ? chosen : null);
            var transition = move?.Transition ?? Happened(write, row);
            var entry = await states.MoveAsync(row, transition, write.VersionId, await NumberAsync(write, cancellationToken), actor, move?.Request, cancellationToken);
            if (write.Publish)
            {
                await ExpireAsync(row, write.Draft.ExpiresUtc, cancellationToken);
            }

            // That somebody began or went on writing is told by the versions.
            if (write.Existing is not null && (transition.On is null || entry.FromState != entry.ToState))
            {
                log.Add(entry, isNews: transition.On != WorkflowEvent.Import);
            }
        }

        await db.InsertAsync(fresh, cancellationToken);
        await originals.PublishedAsync(followed.Where(write => write is { Publish: true, Existing: not null }).Select(write => write.Draft.ContentItemId), cancellationToken);
    }

    public async Task<IReadOnlyList<Refusal>> CheckWithdrawalAsync(ContentItem item, ContentWithdrawal withdrawal, Actor actor, CancellationToken cancellationToken)
    {
        if (IsMoving(item.Id) || IsOperator(actor) || !states.Follows(item.ContentType))
        {
            return [];
        }

        var row = await states.OfAsync(item, cancellationToken);
        return await ChooseAsync(WorkflowEffect.Unpublish, item, row, actor, new MoveRequest(item.Id, item.LatestVersionId, "") { Reason = withdrawal.Reason }, cancellationToken);
    }

    public async Task WithdrawnAsync(ContentItem item, ContentWithdrawal withdrawal, Actor actor, CancellationToken cancellationToken)
    {
        if (!states.Follows(item.ContentType))
        {
            return;
        }

        var row = await states.OfAsync(item, cancellationToken);
        var move = underWay.Find(item.Id) ?? (_chosen.Remove(item.Id, out var chosen) ? chosen : null);
        // What runs the installation takes down whatever it must, by the same transition.
        var transition = move?.Transition ?? current.Workflow.Transitions.First(candidate => candidate.Effect == WorkflowEffect.Unpublish);
        log.Add(await states.MoveAsync(row, transition, item.LatestVersionId, 0, actor, move?.Request, cancellationToken));
        await ExpireAsync(row, null, cancellationToken);
        await originals.WithdrawnAsync(item.Id, cancellationToken);
    }

    // A recipe may bring a new draft in whatever the state is.
    private WorkflowTransition Happened(ContentWrite write, EditorialItem row)
    {
        var happened = write.Publish ? WorkflowEvent.Import : WorkflowEvent.Save;
        return current.Workflow.On(happened, row.State) ?? current.Workflow.On(happened, current.Workflow.Initial.Name)!;
    }

    // A minor or a forced publication is chosen by name alone: nothing is called so because it would fit.
    private async Task<IReadOnlyList<Refusal>> ChooseAsync(
        WorkflowEffect effect, ContentItem item, EditorialItem row, Actor actor, MoveRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<Refusal>? first = null;
        foreach (var candidate in current.Workflow.From(row.State).Where(candidate => candidate.Effect == effect && candidate is { IsMinor: false, IsForced: false }))
        {
            var refusals = await check.RunAsync(candidate, item, row, actor, request, cancellationToken);
            if (refusals.Count == 0)
            {
                _chosen[item.Id] = new MoveUnderWay(candidate, request);
                return [];
            }

            first ??= refusals;
        }

        if (effect == WorkflowEffect.Unpublish && first is [{ Kind: RefusalKind.Invalid }, ..])
        {
            return [new Refusal(RefusalKind.Invalid, localizer["“{0}” is published. To take it down, open its workflow and give the reason.", item.LatestText])];
        }

        return first ?? [new Refusal(RefusalKind.Conflict, effect == WorkflowEffect.Publish
            ? localizer["“{0}” is in the state “{1}”: somebody else must approve it before it is published.", item.LatestText, StateOf(row)]
            : localizer["“{0}” is in the state “{1}” and cannot be taken down there.", item.LatestText, StateOf(row)])];
    }

    private async Task<EditorialItem> RowAsync(Dictionary<string, EditorialItem> rows, ContentWrite write, CancellationToken cancellationToken)
    {
        var id = write.Draft.ContentItemId;
        if (!rows.TryGetValue(id, out var row))
        {
            rows[id] = row = write.Existing is { } item ? await states.OfAsync(item, cancellationToken) : states.New(id, write.Draft.Type.Name);
        }

        return row;
    }

    private async Task ExpireAsync(EditorialItem row, DateTime? expiresUtc, CancellationToken cancellationToken)
    {
        // Most items never expire, and a recipe brings thousands in.
        if (row.ExpiresUtc != expiresUtc)
        {
            row.ExpiresUtc = expiresUtc;
            // What a recipe brings in that has expired long ago, readers never see.
            await plans.SetAsync(row.ItemId, PlannedKind.Expire, expiresUtc > time.GetUtcNow().UtcDateTime ? expiresUtc : null, cancellationToken);
        }
    }

    private async Task<int> NumberAsync(ContentWrite write, CancellationToken cancellationToken) => write switch
    {
        { Publish: false } => 0,
        { NewVersionNumber: { } number } => number,
        _ => await db.Set<ContentVersion>().Where(version => version.Id == write.VersionId).Select(version => version.Number).FirstAsync(cancellationToken),
    };

    private ContentWrite[] Followed(IEnumerable<ContentWrite> writes) => [.. writes.Where(write => states.Follows(write.Draft.Type.Name))];

    private bool IsMoving(string itemId) => underWay.Find(itemId) is not null;

    private string StateOf(EditorialItem row) => current.Workflow.FindState(row.State)!.DisplayName.ToString();

    // Recipes and commands run for who has the machine itself; no person of the dashboard is that.
    private static bool IsOperator(Actor actor) => actor is { IsHost: true, AccountId: null };
}
