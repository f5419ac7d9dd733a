using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Content.Comparing;
using OrchardSite.Content.Editing;
using OrchardSite.Content.Operations;
using OrchardSite.Content.Settings;

namespace OrchardSite.Content.Pages.Admin;

/// <summary>Custom settings of the site, in a form of their type's fields.</summary>
public sealed class CustomSettingsModel(SaveCustomSettings settings, ContentEditor editor, ContentComparison comparison, IStringLocalizer localizer) : AdminPage
{
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    /// <summary>Of what the person saw; null where nothing was saved yet.</summary>
    [BindProperty]
    public int? Revision { get; set; }

    public ItemForm Form { get; private set; } = null!;

    /// <summary>How what was typed differs from what somebody else has saved meanwhile; null where nobody has.</summary>
    public IReadOnlyList<FieldDifference>? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await settings.FindAsync(Name, cancellationToken) is not { } known)
        {
            return NotFound();
        }

        if (!SaveCustomSettings.MayManage(Actor, Name))
        {
            return Forbidden(ContentPermissions.ManageCustomSettings.Description);
        }

        Revision = known.Revision;
        Form = await FormAsync(known, known.Item, [], cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await settings.FindAsync(Name, cancellationToken) is not { } known)
        {
            return NotFound();
        }

        if (!SaveCustomSettings.MayManage(Actor, Name))
        {
            return Forbidden(ContentPermissions.ManageCustomSettings.Description);
        }

        var typed = known.Item.DeepClone().AsObject();
        ItemFormReader.Read(Request.Form, known.Type, await editor.ContainedAsync(known.Type), typed, Site.TimeZone);
        var saved = await settings.RunAsync(Name, typed, Revision, Actor, cancellationToken);
        if (saved.Succeeded)
        {
            Notice = localizer["“{0}” is saved.", known.Type.DisplayName];
            return LocalRedirect(Url.Content($"~/Admin/Settings/{Name}"));
        }

        Form = await FormAsync(known, typed, saved.Refusals, cancellationToken);
        if (saved.Refusals.Any(refusal => refusal is { Kind: RefusalKind.Conflict, Field: null }))
        {
            // Who saves once more has seen what was saved meanwhile.
            ModelState.Clear();
            Revision = known.Revision;
            Conflict = comparison.Compare(await FormAsync(known, known.Item, [], cancellationToken), Form);
        }

        return Refused(saved.Refusals);
    }

    private Task<ItemForm> FormAsync(CustomSettings known, JsonObject item, IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken) =>
        editor.FormAsync(known.Type, item, Site.TimeZone, refusals, cancellationToken);
}
