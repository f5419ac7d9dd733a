using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.TypeEditing;

namespace OrchardSite.Content.Pages.Admin.Types;

/// <summary>Says what goes with a type, a part or a field before it is removed.</summary>
public sealed class RemoveModel(ChangeDefinitions changes, IStringLocalizer localizer) : TypePage(changes)
{
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    /// <summary>Name of the part, of a field that of the part's definition; null: the type itself.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Part { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Field { get; set; }

    /// <summary>What people call what goes.</summary>
    public string Subject { get; private set; } = "";

    public DefinitionEdit Edit => (Part, Field) switch
    {
        (null, _) => new RemoveContentType(Name),
        (_, null) => new RemoveContentPart(Name, Part),
        _ => new RemoveContentField(Name, Part, Field),
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        var planned = await Changes.PlanAsync(Edit, Stamp, Actor, cancellationToken);
        if (!planned.Succeeded)
        {
            return Refused(planned.Refusals);
        }

        Plan = planned.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        if (await SaveAsync(Edit, cancellationToken) is { } refused)
        {
            return refused;
        }

        Notice = localizer["“{0}” is removed.", Subject];
        return LocalRedirect(Url.Content(Part is null ? "~/Admin/ContentTypes/List" : $"~/Admin/ContentTypes/Edit/{Name}"));
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(Name, cancellationToken))
        {
            return false;
        }

        var subject = (Part, Field) switch
        {
            (null, _) => Type.DisplayName,
            (_, null) => Type.FindPart(Part)?.DisplayName,
            _ => Type.Parts.FirstOrDefault(part => part.PartName == Part)?.FindField(Field)?.DisplayName,
        };
        Subject = subject ?? "";
        return subject is not null;
    }
}
