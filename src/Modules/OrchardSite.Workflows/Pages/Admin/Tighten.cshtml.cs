using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Content.Definitions;
using OrchardSite.Workflows.Definition;

namespace OrchardSite.Workflows.Pages.Admin;

/// <summary>Where the site makes the workflow of all sites stricter for itself.</summary>
public sealed class TightenModel(WorkflowFile file, SaveTightening save, DefinitionStore definitions, IStringLocalizer localizer) : AdminPage
{
    private const string DuePrefix = "due-";

    /// <summary>That of all sites.</summary>
    public EditorialWorkflow Workflow => file.Workflow;

    /// <summary>What is saved, or what was typed and refused.</summary>
    public Tightening Tightening { get; private set; } = Tightening.None;

    public int? Revision { get; private set; }

    public IReadOnlyList<ContentType> Types { get; private set; } = [];

    protected override Permission Needed => WorkflowPermissions.ManageWorkflow;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        (Tightening, Revision) = await save.ReadAsync(cancellationToken);
        await ReadTypesAsync();
    }

    /// <param name="types">Content types that go the way of the workflow too.</param>
    /// <param name="closed">Transitions that are not made.</param>
    /// <param name="reasons">Transitions that need a reason.</param>
    /// <param name="without">Roles that may not make a transition here, as <c>TRANSITION|ROLE</c>.</param>
    public async Task<IActionResult> OnPostAsync(int? revision, string[] types, string[] closed, string[] reasons, string[] without, CancellationToken cancellationToken)
    {
        var refusals = new List<Refusal>();
        Tightening = new Tightening { ContentTypes = types, Closed = closed, ReasonRequired = reasons, Roles = RolesLeft(without), DueHours = Hours(refusals) };
        Revision = revision;
        await ReadTypesAsync();
        if (refusals.Count > 0)
        {
            return Refused(refusals);
        }

        var saved = await save.RunAsync(Tightening, revision, Actor, cancellationToken);
        if (!saved.Succeeded)
        {
            return Refused(saved.Refusals);
        }

        Notice = localizer["Saved."];
        return LocalRedirect(Url.Content("~/Admin/EditorialWorkflow/Settings"));
    }

    public bool IsWithout(WorkflowTransition transition, string role) => Tightening.Roles.TryGetValue(transition.Name, out var roles) && !roles.Contains(role);

    public string RoleName(string name) => Workflow.Roles.First(role => role.Name == name).DisplayName.ToString();

    private Dictionary<string, IReadOnlyList<string>> RolesLeft(string[] without)
    {
        var left = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var group in without.Select(pair => pair.Split('|', 2)).Where(pair => pair.Length == 2).GroupBy(pair => pair[0], pair => pair[1]))
        {
            left[group.Key] = [.. (Workflow.Find(group.Key)?.By ?? []).Except(group)];
        }

        return left;
    }

    private Dictionary<string, int> Hours(List<Refusal> refusals)
    {
        var hours = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, value) in Request.Form.Where(field => field.Key.StartsWith(DuePrefix, StringComparison.Ordinal) && field.Value.ToString().Trim().Length > 0))
        {
            if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var typed))
            {
                hours[name[DuePrefix.Length..]] = typed;
            }
            else
            {
                refusals.Add(new Refusal(RefusalKind.Invalid, localizer["Hours are a whole number."], name));
            }
        }

        return hours;
    }

    private async Task ReadTypesAsync() =>
        Types = [.. (await definitions.GetAsync()).Types.Where(type => type is { IsCreatable: true, ShapesWholeSite: false } && !Workflow.ContentTypes.Contains(type.Name)).OrderBy(type => type.DisplayName, StringComparer.CurrentCulture)];
}
