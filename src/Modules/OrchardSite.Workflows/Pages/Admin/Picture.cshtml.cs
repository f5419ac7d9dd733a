using OrchardSite.Admin;
using OrchardSite.Content.Operations;
using OrchardSite.Workflows.Definition;
using OrchardSite.Workflows.Picture;

namespace OrchardSite.Workflows.Pages.Admin;

/// <summary>The definition as a diagram, with how many of the site's items are in each state.</summary>
public sealed class PictureModel(CurrentWorkflow current, StateCounts counts) : AdminPage
{
    public EditorialWorkflow Workflow => current.Workflow;

    public WorkflowPicture Picture { get; private set; } = null!;

    protected override Permission Needed => ContentPermissions.ListContent;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Picture = WorkflowPicture.Draw(Workflow, await counts.ReadAsync(cancellationToken));

    public string NamesOf(IEnumerable<string> states) =>
        string.Join(", ", states.Select(name => Workflow.FindState(name)?.DisplayName.ToString() ?? name));

    public string RolesOf(WorkflowTransition transition) =>
        string.Join(", ", transition.By.Select(name => Workflow.Roles.First(role => role.Name == name).DisplayName));
}
