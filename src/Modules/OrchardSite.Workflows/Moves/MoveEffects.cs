using OrchardSite.Content;
using OrchardSite.Content.Operations;
using OrchardSite.Workflows.Definition;
using OrchardSite.Workflows.Threads;

namespace OrchardSite.Workflows.Moves;

/// <summary>Does what a transition that may be made brings about. Scoped; inside a unit of work.</summary>
public sealed class MoveEffects(EditorialLog log, PublishContent publish, UnpublishContent unpublish, ContentChanges changes, ItemStates states, MovesUnderWay underWay, ContentPermits permits)
{
    /// <returns>Reasons to refuse; none when it is done.</returns>
    public async Task<IReadOnlyList<Refusal>> RunAsync(
        WorkflowTransition transition, ContentItem item, EditorialItem row, Actor actor, MoveRequest request, CancellationToken cancellationToken)
    {
        var versionId = item.LatestVersionId;
        if (transition.Effect is WorkflowEffect.Publish or WorkflowEffect.Unpublish)
        {
            using var permit = permits.Give(item.Id);
            using var moving = underWay.Begin(item.Id, new MoveUnderWay(transition, request));
            var note = request.ChangeNote ?? row.ChangeNote;
            var done = transition.Effect == WorkflowEffect.Publish
                ? await publish.RunAsync(item.Id, versionId, actor, note, LineOf(transition, row, request, note), cancellationToken)
                : await unpublish.RunAsync(item.Id, versionId, actor, request.Reason ?? request.Choice, request.Notice, cancellationToken);
            return done.Refusals;
        }

        var entry = await states.MoveAsync(row, transition, versionId, 0, actor, request, cancellationToken);
        log.Add(entry);
        changes.HiddenChanged(item, actor, nameof(MoveContent), $"{transition.Name}: {entry.FromState} → {entry.ToState}");
        return [];
    }

    // A small correction leaves what readers were told as it is.
    private static UpdateLine LineOf(WorkflowTransition transition, EditorialItem row, MoveRequest request, string? note) =>
        request.TellsReaders || row.TellsReaders ? new UpdateLine(note) : transition.IsMinor ? UpdateLine.AsBefore : UpdateLine.None;
}

/// <param name="Request">Null where another operation asked for it.</param>
public sealed record MoveUnderWay(WorkflowTransition Transition, MoveRequest? Request);

/// <summary>The transitions that this scope is making; who may make them has been checked.</summary>
public sealed class MovesUnderWay
{
    private readonly Dictionary<string, MoveUnderWay> _moves = new(StringComparer.Ordinal);

    public MoveUnderWay? Find(string itemId) => _moves.GetValueOrDefault(itemId);

    public IDisposable Begin(string itemId, MoveUnderWay move)
    {
        _moves.Add(itemId, move);
        return new End(_moves, itemId);
    }

    private sealed class End(Dictionary<string, MoveUnderWay> moves, string itemId) : IDisposable
    {
        public void Dispose() => moves.Remove(itemId);
    }
}
