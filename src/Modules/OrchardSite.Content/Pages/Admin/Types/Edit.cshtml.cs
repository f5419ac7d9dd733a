using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.TypeEditing;

namespace OrchardSite.Content.Pages.Admin.Types;

/// <summary>A content type: its settings, its parts and their fields.</summary>
public sealed class EditModel(ChangeDefinitions changes, ModuleTypes modules, IStringLocalizer localizer) : TypePage(changes)
{
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    public TypeSettings Settings { get; private set; } = new();

    /// <summary>What the form of a new field has.</summary>
    public (string Name, string DisplayName, string Kind) NewField { get; private set; } = ("", "", "TextField");

    /// <summary>What the form of a new part has.</summary>
    public (string Part, string Bag) NewPart { get; private set; } = ("", "");

    public string Address => Url.Content($"~/Admin/ContentTypes/Edit/{Name}");

    public IEnumerable<string> AddableParts => AddContentPart.Addable(Definitions, Name);

    /// <summary>True for a part or field that a module works with.</summary>
    public bool IsNeeded(string path) => modules.Needs(Name, path);

    public bool IsOwned => modules.IsOwned(Name);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(Name, cancellationToken))
        {
            return NotFound();
        }

        Settings = TypeSettings.Of(Type);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(TypeSettings settings, CancellationToken cancellationToken) =>
        ChangeAsync(
            () =>
            {
                Settings = settings with { DisplayName = settings.DisplayName ?? "", Description = settings.Description ?? "" };
                return new SaveContentType(Name, Settings);
            },
            localizer["The content type is saved."],
            cancellationToken);

    public Task<IActionResult> OnPostAddFieldAsync(string? fieldName, string? fieldDisplayName, string? kind, CancellationToken cancellationToken) =>
        ChangeAsync(
            () =>
            {
                NewField = ((fieldName ?? "").Trim(), fieldDisplayName ?? "", kind ?? "");
                return new AddContentField(Name, NewField.Name, NewField.DisplayName, NewField.Kind);
            },
            localizer["The field “{0}” is added. Now say what it takes.", (fieldDisplayName ?? "").Trim()],
            cancellationToken,
            $"~/Admin/ContentTypes/{Name}/{Name}/Fields/{(fieldName ?? "").Trim()}");

    public Task<IActionResult> OnPostMoveFieldAsync(string? part, string? field, bool up, CancellationToken cancellationToken) =>
        ChangeAsync(() => new MoveContentField(Name, part ?? "", field ?? "", up), localizer["The order is saved."], cancellationToken);

    public Task<IActionResult> OnPostAddPartAsync(string? partName, string? bagName, CancellationToken cancellationToken) =>
        ChangeAsync(
            () =>
            {
                NewPart = (partName ?? "", (bagName ?? "").Trim());
                return new AddContentPart(Name, NewPart.Part, NewPart.Bag);
            },
            localizer["The part is added."],
            cancellationToken);

    public Task<IActionResult> OnPostMovePartAsync(string? part, bool up, CancellationToken cancellationToken) =>
        ChangeAsync(() => new MoveContentPart(Name, part ?? "", up), localizer["The order is saved."], cancellationToken);

    private async Task<IActionResult> ChangeAsync(Func<DefinitionEdit> edit, string done, CancellationToken cancellationToken, string? next = null)
    {
        if (!await LoadAsync(Name, cancellationToken))
        {
            return NotFound();
        }

        Settings = TypeSettings.Of(Type);
        if (await SaveAsync(edit(), cancellationToken) is { } refused)
        {
            return refused;
        }

        Notice = done;
        return LocalRedirect(next is null ? Address : Url.Content(next));
    }
}
