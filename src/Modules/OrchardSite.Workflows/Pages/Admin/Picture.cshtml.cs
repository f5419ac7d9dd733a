using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using OrchardSite.Admin;
using OrchardSite.Content.Operations;
using OrchardSite.Workflows.Definition;
using OrchardSite.Workflows.Export;
using OrchardSite.Workflows.Picture;

namespace OrchardSite.Workflows.Pages.Admin;

/// <summary>The definition as a diagram, with how many of the site's items are in each state.</summary>
public sealed class PictureModel(CurrentWorkflow current, StateCounts counts, OrchardWorkflow export) : AdminPage
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public EditorialWorkflow Workflow => current.Workflow;

    public WorkflowPicture Picture { get; private set; } = null!;

    protected override Permission Needed => ContentPermissions.ListContent;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Picture = WorkflowPicture.Draw(Workflow, await counts.ReadAsync(cancellationToken));

    /// <summary>The workflow as a recipe that Orchard Core runs.</summary>
    public async Task<IActionResult> OnGetExportAsync(CancellationToken cancellationToken)
    {
        var (recipe, _) = await export.MakeAsync(cancellationToken);
        return File(Encoding.UTF8.GetBytes(recipe.ToJsonString(Indented)), "application/json", "editorial-workflow.recipe.json");
    }

    public string NamesOf(IEnumerable<string> states) =>
        string.Join(", ", states.Select(name => Workflow.FindState(name)?.DisplayName.ToString() ?? name));

    public string RolesOf(WorkflowTransition transition) =>
        string.Join(", ", transition.By.Select(name => Workflow.Roles.First(role => role.Name == name).DisplayName));
}
