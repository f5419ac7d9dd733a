using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;

namespace OrchardSite.Content.TypeEditing;

/// <summary>Changes what a type is called and what may be done with its items.</summary>
public sealed record SaveContentType(string TypeName, TypeSettings Settings) : DefinitionEdit(TypeName)
{
    private const int LongestDescription = 1000;

    public override string Operation => nameof(SaveContentType);

    public override IEnumerable<Refusal> Apply(DefinitionDraft draft, IStringLocalizer localizer)
    {
        var refusals = TechnicalNames.CheckDisplayName(Settings.DisplayName, localizer).ToList();
        if (Settings.Description.Length > LongestDescription)
        {
            refusals.Add(Invalid("Description", localizer["A description has {0} characters at most.", LongestDescription]));
        }

        if (refusals.Count == 0)
        {
            draft.Merge(DefinitionDraft.Types, new JsonObject
            {
                ["Name"] = TypeName,
                ["DisplayName"] = TechnicalNames.Clean(Settings.DisplayName),
                ["Settings"] = new JsonObject
                {
                    ["ContentTypeSettings"] = new JsonObject
                    {
                        ["Creatable"] = Settings.Creatable, ["Listable"] = Settings.Listable, ["Draftable"] = Settings.Draftable,
                        ["Versionable"] = Settings.Versionable, ["Securable"] = Settings.Securable,
                        ["Description"] = TechnicalNames.Clean(Settings.Description) is { Length: > 0 } text ? text : null,
                    },
                },
            });
        }

        return refusals;
    }
}

/// <summary>Orchard Core's settings of a type.</summary>
public sealed record TypeSettings
{
    public string DisplayName { get; init; } = "";

    public string Description { get; init; } = "";

    public bool Creatable { get; init; }

    public bool Listable { get; init; }

    public bool Draftable { get; init; }

    public bool Versionable { get; init; }

    public bool Securable { get; init; }

    public static TypeSettings Of(ContentType type) => new()
    {
        DisplayName = type.DisplayName,
        Description = type.Description,
        Creatable = type.IsCreatable,
        Listable = type.IsListable,
        Draftable = type.IsDraftable,
        Versionable = type.IsVersionable,
        Securable = type.IsSecurable,
    };
}
