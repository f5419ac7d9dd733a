using OrchardSite.Content;
using OrchardSite.Workflows.Definition;
using OrchardSite.Workflows.Moves;

namespace OrchardSite.Workflows.Inbox;

/// <summary>Says for whom an item waits.</summary>
public sealed class Waiting(CurrentWorkflow current, Standings standings, MoveCheck check)
{
    /// <returns>What the person can do with it; null when it does not wait for them.</returns>
    public async Task<IReadOnlyList<WorkflowTransition>?> ForAsync(ContentItem item, EditorialItem row, Actor actor, Hands hands, CancellationToken cancellationToken)
    {
        var acting = await standings.OfAsync(item, row, actor, hands, cancellationToken);
        if (row.AssigneeId is { } assignee && assignee != actor.AccountId && acting.All(standing => standing.OnBehalfOf?.AccountId != assignee))
        {
            return null;
        }

        var roles = acting.SelectMany(standing => standing.Roles).ToHashSet(StringComparer.Ordinal);
        var possible = check.Possible(item, row, acting);
        return WaitsFor(row, item, roles, possible, hands, actor) ? possible : null;
    }

    // What its writer has to mend waits for them alone, also where others could; a flagged one waits for its review wherever it is.
    private bool WaitsFor(EditorialItem row, ContentItem item, IReadOnlySet<string> roles, IReadOnlyList<WorkflowTransition> possible, Hands hands, Actor actor)
    {
        if (possible.Any(transition => transition.Effect == WorkflowEffect.Review) || (row.AssigneeId == actor.AccountId && possible.Count > 0))
        {
            return true;
        }

        return current.Workflow.FindState(row.State)!.WaitsFor.Any(name =>
            roles.Contains(name)
            && (current.Workflow.Roles.First(role => role.Name == name).Right == WorkflowRight.Write
                ? item.OwnerId == actor.AccountId || hands.InNewest
                : possible.Any(transition => transition.By.Contains(name) && (transition.FourEyes || transition.Effect != WorkflowEffect.None))));
    }
}
