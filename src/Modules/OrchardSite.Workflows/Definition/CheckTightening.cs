using Microsoft.Extensions.Localization;

namespace OrchardSite.Workflows.Definition;

/// <summary>Says where a tightening is none, or leaves no way.</summary>
public sealed class CheckTightening(WorkflowFile file, WorkflowCheck check, IStringLocalizer localizer)
{
    /// <param name="types">Names of the site's content types; null: whatever it names is taken for one.</param>
    public IReadOnlyList<WorkflowFault> Find(Tightening tightening, IReadOnlySet<string>? types)
    {
        var workflow = file.Workflow;
        var faults = new List<WorkflowFault>();
        foreach (var type in tightening.ContentTypes.Where(type => types?.Contains(type) == false))
        {
            faults.Add(new WorkflowFault(nameof(tightening.ContentTypes), localizer["There is no content type {0}.", type]));
        }

        foreach (var (place, name) in tightening.Closed.Select(name => (nameof(tightening.Closed), name))
            .Concat(tightening.ReasonRequired.Select(name => (nameof(tightening.ReasonRequired), name)))
            .Concat(tightening.Roles.Keys.Select(name => (nameof(tightening.Roles), name))))
        {
            if (workflow.Find(name) is not { On: null })
            {
                faults.Add(new WorkflowFault(place, localizer["There is no transition {0} that people make.", name]));
            }
        }

        foreach (var (name, roles) in tightening.Roles)
        {
            foreach (var role in roles.Where(role => workflow.Find(name)?.By.Contains(role) == false))
            {
                faults.Add(new WorkflowFault($"{nameof(tightening.Roles)}.{name}", localizer["{0} may not do this on any site: a site can only make the workflow stricter.", role]));
            }
        }

        foreach (var (name, hours) in tightening.DueHours)
        {
            if (workflow.FindState(name) is not { WaitsFor.Count: > 0 } state)
            {
                faults.Add(new WorkflowFault($"{nameof(tightening.DueHours)}.{name}", localizer["Nothing waits for anybody in the state {0}.", name]));
            }
            else if (hours < 1 || hours > (state.DueHours ?? int.MaxValue))
            {
                faults.Add(new WorkflowFault($"{nameof(tightening.DueHours)}.{name}", localizer["Give 1 to {0} hours: a site can only make the workflow stricter.", state.DueHours ?? int.MaxValue]));
            }
        }

        return faults.Count > 0 ? faults : check.Find(tightening.Apply(workflow));
    }
}
