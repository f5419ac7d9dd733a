using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Layers;
using OrchardSite.Data;
using OrchardSite.Users.Roles;

namespace OrchardSite.Content.Pages.Admin;

/// <summary>A layer: what it is for, and the rule that says on which pages its widgets are shown, put together from conditions.</summary>
public sealed class LayerModel(SiteLayers layers, SaveLayer save, RemoveLayer remove, DefinitionStore definitions, SiteDbContext db, IStringLocalizer localizer) : AdminPage
{
    private const string Adding = "add:";
    private const string Removing = "remove:";

    /// <summary>Empty for a new layer.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    [BindProperty]
    public bool IsNew { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    /// <summary>Of the layers that the person saw.</summary>
    [BindProperty]
    public int? Revision { get; set; }

    public RuleNode Rule { get; private set; } = new();

    public string Sentence => RuleWords.Sentence(localizer, Rule);

    /// <summary>What was saved meanwhile, in words; null where nothing was.</summary>
    public string? SavedMeanwhile { get; private set; }

    public IReadOnlyList<(string Name, string Text)> ContentTypes { get; private set; } = [];

    public IReadOnlyList<string> RoleNames { get; private set; } = [];

    protected override Permission Needed => LayerPermissions.ManageLayers;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var known = await layers.ReadAsync(cancellationToken);
        Revision = known.Revision;
        IsNew = string.IsNullOrEmpty(Name);
        if (!IsNew)
        {
            if (known.Find(Name!) is not { } layer)
            {
                return NotFound();
            }

            Description = layer.Description;
            Rule = RuleNode.Read(layer.Rule);
        }

        return await ShowAsync(cancellationToken);
    }

    /// <param name="action"><c>save</c>, or <c>add:</c> and <c>remove:</c> with the place of a condition.</param>
    public async Task<IActionResult> OnPostAsync(string? action, CancellationToken cancellationToken)
    {
        Rule = RuleNode.Read(Request.Form);
        if (action?.StartsWith(Adding, StringComparison.Ordinal) == true && Rule.Find(action[Adding.Length..]) is { IsGroup: true } group)
        {
            group.Children.Add(RuleNode.New(Request.Form["new:" + action[Adding.Length..]].ToString()));
            return await ShowAsync(cancellationToken);
        }

        if (action?.StartsWith(Removing, StringComparison.Ordinal) == true)
        {
            Rule.Remove(action[Removing.Length..]);
            return await ShowAsync(cancellationToken);
        }

        var name = Name?.Trim() ?? "";
        return await EndAsync(
            await save.RunAsync(new LayerEdit(name, Description?.Trim() ?? "", Rule), IsNew, Revision, Actor, cancellationToken),
            localizer["The layer “{0}” is saved.", name],
            cancellationToken);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        if ((await layers.ReadAsync(cancellationToken)).Find(Name ?? "") is { } layer)
        {
            Description = layer.Description;
            Rule = RuleNode.Read(layer.Rule);
        }

        return await EndAsync(await remove.RunAsync(Name ?? "", Revision, Actor, cancellationToken), localizer["The layer “{0}” is removed.", Name ?? ""], cancellationToken);
    }

    private async Task<IActionResult> EndAsync(OperationResult<string> result, string notice, CancellationToken cancellationToken)
    {
        if (result.Succeeded)
        {
            Notice = notice;
            return LocalRedirect(Url.Content("~/Admin/Layers") + "#layers");
        }

        var known = await layers.ReadAsync(cancellationToken);
        if (result.Refusals[0] is { Kind: RefusalKind.Conflict, Field: null } && known.Revision != Revision)
        {
            SavedMeanwhile = known.Find(Name?.Trim() ?? "") is { } saved ? RuleWords.Sentence(localizer, RuleNode.Read(saved.Rule)) : localizer["The layer is not there any more."];
            Revision = known.Revision;
        }

        await ShowAsync(cancellationToken);
        return Refused(result.Refusals);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        // The inputs show the rule as it is now, not as it was sent.
        ModelState.Clear();
        ContentTypes = [.. (await definitions.GetAsync()).Types.Where(type => type.Stereotype.Length == 0).OrderBy(type => type.DisplayName, StringComparer.Ordinal).Select(type => (type.Name, type.DisplayName))];
        RoleNames = await db.Set<Role>().AsNoTracking().OrderBy(role => role.Name).Select(role => role.Name).ToListAsync(cancellationToken);
        return Page();
    }
}
