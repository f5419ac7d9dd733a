using Microsoft.AspNetCore.Mvc;
using OrchardSite.Admin;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Operations;
using OrchardSite.Content.TypeEditing;

namespace OrchardSite.Content.Pages.Admin.Types;

/// <summary>A page that changes a content type. What a change means for items is shown before it is made.</summary>
public abstract class TypePage(ChangeDefinitions changes) : AdminPage
{
    /// <summary>Of the type as the person saw it.</summary>
    [BindProperty]
    public string? Stamp { get; set; }

    /// <summary>Of the plan that the person has seen; null before.</summary>
    [BindProperty]
    public string? PlanKey { get; set; }

    /// <summary>The name that confirms a loss.</summary>
    [BindProperty]
    public string? Typed { get; set; }

    public ContentType Type { get; private set; } = null!;

    public ContentDefinitions All { get; private set; } = null!;

    public DefinitionDraft Definitions { get; private set; } = null!;

    /// <summary>What the change would mean, for the person to confirm; null where there is nothing to.</summary>
    public DefinitionPlan? Plan { get; protected set; }

    /// <summary>True when somebody else has changed the type since the person opened it.</summary>
    public bool IsStale { get; private set; }

    protected override Permission Needed => ContentPermissions.EditContentTypes;

    protected ChangeDefinitions Changes => changes;

    public IEnumerable<string> ErrorsOf(string field) => Refusals.Where(refusal => refusal.Field == field).Select(refusal => refusal.Message);

    /// <returns>False when the site has no such type.</returns>
    protected async Task<bool> LoadAsync(string name, CancellationToken cancellationToken)
    {
        Definitions = await changes.CurrentAsync(cancellationToken);
        All = new ContentDefinitions(Definitions.Json);
        if (All.Find(name) is not { } type)
        {
            return false;
        }

        Type = type;
        Stamp ??= Definitions.StampOf(name);
        return true;
    }

    /// <returns>Null when it is saved; otherwise the page with what keeps it from being saved.</returns>
    protected async Task<IActionResult?> SaveAsync(DefinitionEdit edit, CancellationToken cancellationToken)
    {
        var stamp = Type is null ? null : Stamp ?? "";
        if (PlanKey is null)
        {
            var planned = await changes.PlanAsync(edit, stamp, Actor, cancellationToken);
            if (planned.Succeeded && planned.Value.Effects.Count > 0)
            {
                Plan = planned.Value;
                return Page();
            }
        }

        var saved = await changes.RunAsync(edit, stamp, new DefinitionConsent(PlanKey, Typed), Actor, cancellationToken);
        if (saved.Succeeded)
        {
            return null;
        }

        IsStale = Type is not null && Definitions.StampOf(edit.TypeName) != Stamp;
        if (IsStale)
        {
            // Who saves once more has seen what was saved meanwhile.
            (Stamp, PlanKey) = (Definitions.StampOf(edit.TypeName), null);
        }
        else if (PlanKey is not null && await changes.PlanAsync(edit, stamp, Actor, cancellationToken) is { Succeeded: true } again)
        {
            Plan = again.Value.Effects.Count > 0 ? again.Value : null;
        }

        return Refused(saved.Refusals);
    }
}
