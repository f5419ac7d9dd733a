using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.TypeEditing;

namespace OrchardSite.Content.Pages.Admin.Types;

/// <summary>How a type has one of its parts.</summary>
public sealed class PartModel(ChangeDefinitions changes, IStringLocalizer localizer) : TypePage(changes)
{
    [BindProperty(SupportsGet = true)]
    public string TypeName { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string PartName { get; set; } = "";

    public TypePart Part { get; private set; } = null!;

    public PartSettings Settings { get; private set; } = new();

    public string Address => Url.Content($"~/Admin/ContentTypes/{TypeName}/Parts/{PartName}");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        Settings = PartSettings.Of(Part);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        var form = Request.Form;
        Settings = new PartSettings
        {
            DisplayName = form["DisplayName"].ToString(),
            Description = form["Description"].ToString(),
            MinLength = form["MinLength"].ToString().Trim(),
            MaxLength = form["MaxLength"].ToString().Trim(),
            Pattern = form["Pattern"].ToString(),
            AllowCustomPath = form["AllowCustomPath"].Contains("true"),
            ContainedTypes = [.. form["ContainedTypes"].OfType<string>()],
        };
        if (await SaveAsync(new SaveContentPart(TypeName, PartName, Settings), cancellationToken) is { } refused)
        {
            return refused;
        }

        Notice = localizer["The part is saved."];
        return LocalRedirect(Url.Content($"~/Admin/ContentTypes/Edit/{TypeName}"));
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(TypeName, cancellationToken) || Type.FindPart(PartName) is not { } part)
        {
            return false;
        }

        Part = part;
        return true;
    }
}
