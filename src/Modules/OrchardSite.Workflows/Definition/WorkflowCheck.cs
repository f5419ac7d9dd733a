using Microsoft.Extensions.Localization;
using OrchardSite.Users.Roles;

namespace OrchardSite.Workflows.Definition;

/// <summary>Says what is wrong with a definition, with the place of each fault.</summary>
public sealed class WorkflowCheck(PermissionCatalog permissions, IStringLocalizer localizer)
{
    public IReadOnlyList<WorkflowFault> Find(EditorialWorkflow workflow)
    {
        var faults = new List<WorkflowFault>();
        Names(faults, workflow);
        for (var index = 0; index < workflow.Roles.Count; index++)
        {
            if (workflow.Roles[index].Permission is { } permission && !permissions.IsKnown(permission))
            {
                Add(faults, $"Roles[{index}].Permission", localizer["No module knows the permission {0}.", permission]);
            }
        }

        for (var index = 0; index < workflow.States.Count; index++)
        {
            Roles(faults, workflow, workflow.States[index].WaitsFor, $"States[{index}].WaitsFor");
        }

        for (var index = 0; index < workflow.Transitions.Count; index++)
        {
            Transition(faults, workflow, workflow.Transitions[index], $"Transitions[{index}]");
        }

        // What follows looks along the transitions, so their ends must be there.
        if (faults.Count == 0)
        {
            Ways(faults, workflow);
        }

        return faults;
    }

    private void Names(List<WorkflowFault> faults, EditorialWorkflow workflow)
    {
        Distinct(faults, nameof(workflow.ContentTypes), workflow.ContentTypes);
        Distinct(faults, nameof(workflow.Roles), workflow.Roles.Select(role => role.Name));
        Distinct(faults, nameof(workflow.States), workflow.States.Select(state => state.Name));
        Distinct(faults, nameof(workflow.Transitions), workflow.Transitions.Select(transition => transition.Name));
        if (workflow.States.Count(state => state.IsInitial) != 1)
        {
            Add(faults, nameof(workflow.States), localizer["Exactly one state is the initial one."]);
        }
    }

    private void Distinct(List<WorkflowFault> faults, string list, IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, name) in names.Index())
        {
            if (name.Length is 0 or > EditorialItem.LongestName)
            {
                Add(faults, $"{list}[{index}]", localizer["A name has 1 to {0} characters.", EditorialItem.LongestName]);
            }
            else if (!seen.Add(name))
            {
                Add(faults, $"{list}[{index}]", localizer["There are two with the name {0}.", name]);
            }
        }
    }

    private void Transition(List<WorkflowFault> faults, EditorialWorkflow workflow, WorkflowTransition transition, string place)
    {
        Roles(faults, workflow, transition.By, place + ".By");
        States(faults, workflow, transition.From.Where(state => state != WorkflowTransition.AnyState), place + ".From");
        States(faults, workflow, transition is { To: WorkflowTransition.AnyState, On: not null } ? [] : [transition.To], place + ".To");
        States(faults, workflow, transition.Skips, place + ".Skips");
        if (transition.From.Count == 0)
        {
            Add(faults, place + ".From", localizer["It begins nowhere."]);
        }

        if (transition.On is null && transition.By.Count == 0)
        {
            Add(faults, place + ".By", localizer["Nobody may make it."]);
        }

        if (transition is { Effect: WorkflowEffect.Publish, IsForced: true, Reason: not WorkflowReason.Required })
        {
            Add(faults, place + ".Reason", localizer["To publish without a second person needs a reason."]);
        }

        if (transition.IsForced && (transition.Effect != WorkflowEffect.Publish || transition.FourEyes))
        {
            Add(faults, place + ".IsForced", localizer["Only what publishes without a second person is forced."]);
        }

        if (transition is { Effect: WorkflowEffect.Review, FourEyes: false })
        {
            Add(faults, place + ".FourEyes", localizer["A review is made by a second person."]);
        }

        var isOfPublic = transition.Effect is WorkflowEffect.Publish or WorkflowEffect.Review;
        if (transition.On is null && workflow.FindState(transition.To) is { } to && to.IsPublic != isOfPublic)
        {
            Add(faults, place + ".To", to.IsPublic ? localizer["It leads to what readers see, but publishes nothing."] : localizer["It publishes, but leads to what readers do not see."]);
        }
    }

    private void Roles(List<WorkflowFault> faults, EditorialWorkflow workflow, IReadOnlyList<string> names, string place)
    {
        foreach (var (index, name) in names.Index().Where(pair => workflow.Roles.All(role => role.Name != pair.Item)))
        {
            Add(faults, $"{place}[{index}]", localizer["There is no role {0} in the workflow.", name]);
        }
    }

    private void States(List<WorkflowFault> faults, EditorialWorkflow workflow, IEnumerable<string> names, string place)
    {
        foreach (var name in names.Where(name => workflow.FindState(name) is null))
        {
            Add(faults, place, localizer["There is no state {0} in the workflow.", name]);
        }
    }

    private void Ways(List<WorkflowFault> faults, EditorialWorkflow workflow)
    {
        var reached = Reach(workflow, [workflow.Initial.Name, .. workflow.Transitions.Where(transition => transition.On == WorkflowEvent.Import).Select(transition => transition.To)]);
        foreach (var (index, state) in workflow.States.Index())
        {
            if (!reached.Contains(state.Name))
            {
                faults.Add(new WorkflowFault($"States[{index}]", localizer["No way leads to the state {0}.", state.Name]) { Unreachable = state.Name });
            }
            else if (!Steps(workflow, state.Name).Any(next => next != state.Name))
            {
                Add(faults, $"States[{index}]", localizer["No way leads out of the state {0}.", state.Name]);
            }
        }

        foreach (var (index, transition) in workflow.Transitions.Index().Where(pair => pair.Item.Effect == WorkflowEffect.Schedule && workflow.On(WorkflowEvent.Due, pair.Item.To) is not { Effect: WorkflowEffect.Publish }))
        {
            Add(faults, $"Transitions[{index}].To", localizer["Nothing publishes it there when its time has come: {0}.", transition.Name]);
        }

        if (!workflow.States.Any(state => state.IsPublic && reached.Contains(state.Name)))
        {
            Add(faults, nameof(workflow.States), localizer["No way leads to readers."]);
        }

        foreach (var happened in new[] { WorkflowEvent.Save, WorkflowEvent.Import }.Where(happened => workflow.On(happened, workflow.Initial.Name) is null))
        {
            Add(faults, nameof(workflow.Transitions), localizer["The event {0} has no transition from the initial state.", happened]);
        }
    }

    private static HashSet<string> Reach(EditorialWorkflow workflow, IEnumerable<string> starts)
    {
        var reached = new HashSet<string>(starts, StringComparer.Ordinal);
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var state))
        {
            foreach (var next in Steps(workflow, state).Where(reached.Add))
            {
                open.Enqueue(next);
            }
        }

        return reached;
    }

    // What an import does is no way of the workflow: it brings in what was decided elsewhere.
    private static IEnumerable<string> Steps(EditorialWorkflow workflow, string state) =>
        workflow.Transitions.Where(transition => transition.On != WorkflowEvent.Import && transition.LeadsFrom(state)).Select(transition => transition.LeadsTo(state));

    private static void Add(List<WorkflowFault> faults, string place, string message) => faults.Add(new WorkflowFault(place, message));
}
