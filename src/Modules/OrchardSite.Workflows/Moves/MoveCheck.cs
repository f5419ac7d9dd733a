using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Content.Operations;
using OrchardSite.Workflows.Definition;
using OrchardSite.Workflows.Proposals;

namespace OrchardSite.Workflows.Moves;

/// <summary>Says who may make a transition, and what keeps it from being made now. Scoped.</summary>
public sealed class MoveCheck(CurrentWorkflow current, Standings standings, PublicationCheck publication, CoApprovals coApprovals, TimeProvider time, IStringLocalizer localizer)
{
    private static readonly TimeSpan FurthestPlan = TimeSpan.FromDays(366);

    /// <summary>What a person can do with an item now, in the order of the table; what they still have to say is not asked yet.</summary>
    public async Task<IReadOnlyList<WorkflowTransition>> PossibleAsync(ContentItem item, EditorialItem row, Actor actor, CancellationToken cancellationToken) =>
        Possible(item, row, await standings.OfAsync(item, row, actor, cancellationToken));

    /// <param name="acting">As whom the person may act.</param>
    public IReadOnlyList<WorkflowTransition> Possible(ContentItem item, EditorialItem row, IReadOnlyList<Standing> acting) =>
        [.. current.Workflow.From(row.State).Where(transition => acting.Any(standing => standing.May(transition)) && Unmet(transition, item, row) is null)];

    /// <summary>In whose place a person makes a transition; null: as themselves.</summary>
    public async Task<Actor?> OnBehalfOfAsync(WorkflowTransition transition, ContentItem item, EditorialItem row, Actor actor, CancellationToken cancellationToken) =>
        (await standings.OfAsync(item, row, actor, cancellationToken)).FirstOrDefault(standing => standing.May(transition))?.OnBehalfOf;

    /// <returns>Why the transition cannot be made; none when it can.</returns>
    public async Task<IReadOnlyList<Refusal>> RunAsync(
        WorkflowTransition transition, ContentItem item, EditorialItem row, Actor actor, MoveRequest request, CancellationToken cancellationToken)
    {
        var acting = await standings.OfAsync(item, row, actor, cancellationToken);
        if (!acting.Any(standing => standing.Plays(transition)))
        {
            return [new Refusal(RefusalKind.Forbidden, localizer["You may not do this with “{0}”: {1}.", item.LatestText, transition.DisplayName])];
        }

        if (!transition.LeadsFrom(row.State))
        {
            return [new Refusal(RefusalKind.Conflict, localizer["“{0}” is in the state “{1}”, from which this is not possible: {2}.", item.LatestText, current.Workflow.FindState(row.State)!.DisplayName, transition.DisplayName])];
        }

        if (Unmet(transition, item, row) is { } unmet)
        {
            return [new Refusal(RefusalKind.Conflict, unmet)];
        }

        if (!acting.Any(standing => standing.May(transition)))
        {
            return [new Refusal(RefusalKind.Forbidden, localizer["You had a hand in “{0}” yourself: somebody else must look at it.", item.LatestText])];
        }

        if (transition is { Effect: WorkflowEffect.Publish or WorkflowEffect.Schedule, FourEyes: false, IsForced: false } && !FourEyes.IsApproved(row, item.LatestVersionId))
        {
            return [new Refusal(RefusalKind.Conflict, localizer["Nobody else has approved this version of “{0}” yet.", item.LatestText])];
        }

        if (transition is { Effect: WorkflowEffect.Publish or WorkflowEffect.Schedule, IsForced: false } && await coApprovals.RefusalAsync(item, cancellationToken) is { } unasked)
        {
            return [unasked];
        }

        if (Words(transition, row, request) is { Count: > 0 } words)
        {
            return words;
        }

        return transition.Complete && await publication.RunAsync(item, item.LatestVersionId, cancellationToken) is { Succeeded: false } incomplete ? incomplete.Refusals : [];
    }

    private string? Unmet(WorkflowTransition transition, ContentItem item, EditorialItem row)
    {
        foreach (var condition in transition.If)
        {
            switch (condition)
            {
                case WorkflowCondition.IsPublished when item.PublishedVersionId is null:
                    return localizer["“{0}” is not published.", item.LatestText];
                case WorkflowCondition.WasPublished when row.PublishedNumber == 0:
                    return localizer["“{0}” has never been published.", item.LatestText];
                case WorkflowCondition.IsFlagged when row.Publication != Publication.Forced:
                    return localizer["“{0}” needs no review: a second person has seen what readers see.", item.LatestText];
            }
        }

        return null;
    }

    private List<Refusal> Words(WorkflowTransition transition, EditorialItem row, MoveRequest request)
    {
        var refusals = new List<Refusal>();
        if (transition.Reasons.Count > 0 && transition.Reasons.All(choice => choice.Name != request.Choice))
        {
            refusals.Add(new Refusal(RefusalKind.Invalid, localizer["Choose one of the reasons."], nameof(MoveRequest.Choice)));
        }
        else if (transition is { Reason: WorkflowReason.Required, Reasons.Count: 0 } && string.IsNullOrWhiteSpace(request.Reason))
        {
            refusals.Add(new Refusal(RefusalKind.Invalid, localizer["Give the reason; colleagues read it in the history."], nameof(MoveRequest.Reason)));
        }

        foreach (var (text, field) in new[] { (request.Reason, nameof(MoveRequest.Reason)), (request.ChangeNote, nameof(MoveRequest.ChangeNote)), (request.Notice, nameof(MoveRequest.Notice)) })
        {
            if (text?.Length > MoveContent.LongestText)
            {
                refusals.Add(new Refusal(RefusalKind.Invalid, localizer["There may be {0} characters at most.", MoveContent.LongestText], field));
            }
        }

        if (transition.Effect == WorkflowEffect.Schedule && !(request.AtUtc > time.GetUtcNow().UtcDateTime && request.AtUtc < time.GetUtcNow().UtcDateTime.Add(FurthestPlan)))
        {
            refusals.Add(new Refusal(RefusalKind.Invalid, localizer["Give a time to come, within a year."], nameof(MoveRequest.AtUtc)));
        }

        if (transition is { Effect: WorkflowEffect.Publish or WorkflowEffect.Schedule, IsMinor: false } && row.PublishedNumber > 0 && string.IsNullOrWhiteSpace(request.ChangeNote ?? row.ChangeNote))
        {
            refusals.Add(new Refusal(RefusalKind.Invalid, localizer["Say what has changed since the version that readers saw."], nameof(MoveRequest.ChangeNote)));
        }
        else if (request.TellsReaders && string.IsNullOrWhiteSpace(request.ChangeNote ?? row.ChangeNote))
        {
            refusals.Add(new Refusal(RefusalKind.Invalid, localizer["Say what readers are to be told of the change."], nameof(MoveRequest.ChangeNote)));
        }

        return refusals;
    }
}
