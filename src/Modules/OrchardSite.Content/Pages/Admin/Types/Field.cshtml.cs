using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.TypeEditing;
using OrchardSite.Data;

namespace OrchardSite.Content.Pages.Admin.Types;

/// <summary>What a field is called, how it is edited and what it takes.</summary>
public sealed class FieldModel(ChangeDefinitions changes, SiteDbContext db, IStringLocalizer localizer) : TypePage(changes)
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["DisplayName"] = "Display name", ["Hint"] = "Hint", ["Editor"] = "How it is typed", ["Required"] = "Required", ["RequiredToPublish"] = "Required to publish",
        ["Multiple"] = "Several may be chosen", ["MaxLength"] = "Greatest length", ["Pattern"] = "Regular expression", ["Minimum"] = "Minimum", ["Maximum"] = "Maximum",
        ["DefaultValue"] = "What it holds in a new item", ["Options"] = "Choices", ["Label"] = "Text beside the box", ["Taxonomy"] = "Taxonomy",
        ["Unique"] = "One term only", ["Types"] = "Types that are offered", ["Extensions"] = "Kinds of files",
    };

    [BindProperty(SupportsGet = true)]
    public string TypeName { get; set; } = "";

    /// <summary>Name of the part's definition.</summary>
    [BindProperty(SupportsGet = true)]
    public string Part { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string FieldName { get; set; } = "";

    public PartField Field { get; private set; } = null!;

    public FieldSettings Settings { get; private set; } = new();

    /// <summary>Taxonomies by their ids.</summary>
    public IReadOnlyDictionary<string, string> Taxonomies { get; private set; } = new Dictionary<string, string>();

    /// <summary>How what was typed differs from what somebody else has saved meanwhile.</summary>
    public IReadOnlyList<(string Name, string Typed, string Saved)> Conflict { get; private set; } = [];

    /// <summary>Other types that have the part, so that the change holds for them too.</summary>
    public IEnumerable<string> SharedWith => All.Types.Where(type => type.Name != TypeName && type.Parts.Any(part => part.PartName == Part)).Select(type => type.DisplayName);

    public string Address => Url.Content($"~/Admin/ContentTypes/{TypeName}/{Part}/Fields/{FieldName}");

    /// <summary>The name of a setting, in English.</summary>
    public static string NameOf(string setting) => Names.GetValueOrDefault(setting, setting);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        Settings = FieldSettings.Of(Field);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        Settings = FieldSettings.Read(Request.Form);
        if (await SaveAsync(new SaveContentField(TypeName, Part, FieldName, Settings), cancellationToken) is { } refused)
        {
            Conflict = IsStale ? [.. Settings.Differences(FieldSettings.Of(Field))] : [];
            return refused;
        }

        Notice = localizer["The field “{0}” is saved.", Settings.DisplayName];
        return LocalRedirect(Url.Content($"~/Admin/ContentTypes/Edit/{TypeName}"));
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(TypeName, cancellationToken) || Type.Parts.FirstOrDefault(part => part.PartName == Part)?.FindField(FieldName) is not { } field)
        {
            return false;
        }

        Field = field;
        var types = All.Types.Where(type => type.FindPart("TaxonomyPart") is not null).Select(type => type.Name).ToArray();
        Taxonomies = field.Type != "TaxonomyField" ? Taxonomies : await db.Set<ContentItem>().AsNoTracking().Where(row => types.Contains(row.ContentType) && row.DeletedUtc == null)
            .OrderBy(row => row.LatestKey).ToDictionaryAsync(row => row.Id, row => row.LatestText, cancellationToken);
        return true;
    }
}
