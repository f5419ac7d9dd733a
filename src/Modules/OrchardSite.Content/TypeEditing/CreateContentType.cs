using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;

namespace OrchardSite.Content.TypeEditing;

/// <summary>Adds a content type whose items may be written, listed and published.</summary>
/// <param name="Stereotype">Orchard Core's, such as Widget or CustomSettings; empty for ordinary content.</param>
/// <param name="Parts">Names of the engine's parts that it begins with.</param>
public sealed record CreateContentType(string TypeName, string DisplayName, string Stereotype, IReadOnlyList<string> Parts) : DefinitionEdit(TypeName)
{
    /// <summary>Orchard Core's address of an item: its title.</summary>
    public const string AddressPattern = "{{ ContentItem | display_text | slugify }}";

    /// <summary>Stereotypes that may be chosen; the others belong to the engine.</summary>
    public static IReadOnlyList<string> Stereotypes { get; } = ["", "CustomSettings"];

    public override string Operation => nameof(CreateContentType);

    public override IEnumerable<Refusal> Apply(DefinitionDraft draft, IStringLocalizer localizer)
    {
        var taken = DefinitionDraft.NamesOf(draft.Json, DefinitionDraft.Types).Concat(DefinitionDraft.NamesOf(draft.Json, DefinitionDraft.Parts));
        Refusal[] refusals = [.. TechnicalNames.Check(TypeName, taken, localizer), .. TechnicalNames.CheckDisplayName(DisplayName, localizer)];
        if (!Stereotypes.Contains(Stereotype))
        {
            refusals = [.. refusals, Invalid("Stereotype", localizer["There is no stereotype {0}.", Stereotype])];
        }

        if (refusals.Length > 0)
        {
            return refusals;
        }

        var isContent = Stereotype.Length == 0;
        draft.Merge(DefinitionDraft.Types, new JsonObject
        {
            ["Name"] = TypeName,
            ["DisplayName"] = TechnicalNames.Clean(DisplayName),
            ["Settings"] = new JsonObject
            {
                ["ContentTypeSettings"] = new JsonObject
                {
                    ["Creatable"] = isContent, ["Listable"] = isContent, ["Draftable"] = isContent, ["Versionable"] = isContent, ["Securable"] = isContent,
                    ["Stereotype"] = isContent ? null : Stereotype,
                },
            },
            [DefinitionDraft.TypeParts] = new JsonArray([.. Parts.Append(TypeName).Select((part, position) => PartOf(part, position))]),
        });
        draft.Merge(DefinitionDraft.Parts, new JsonObject
        {
            ["Name"] = TypeName,
            ["Settings"] = new JsonObject { ["ContentPartSettings"] = new JsonObject { ["Attachable"] = false } },
            [DefinitionDraft.PartFields] = new JsonArray(),
        });
        return [];
    }

    internal static JsonObject PartOf(string part, int position, string? name = null)
    {
        var settings = new JsonObject { ["ContentTypePartSettings"] = new JsonObject { ["Position"] = position.ToString(System.Globalization.CultureInfo.InvariantCulture) } };
        switch (part)
        {
            case "TitlePart":
                settings["TitlePartSettings"] = new JsonObject { ["Options"] = 3 };
                break;
            case "AutoroutePart":
                settings["AutoroutePartSettings"] = new JsonObject { ["Pattern"] = AddressPattern, ["AllowCustomPath"] = true, ["AllowUpdatePath"] = true };
                break;
            case "AliasPart":
                settings["AliasPartSettings"] = new JsonObject { ["Pattern"] = AddressPattern };
                break;
            case "HtmlBodyPart":
                settings["HtmlBodyPartSettings"] = new JsonObject { ["SanitizeHtml"] = true };
                settings["ContentTypePartSettings"]!["Editor"] = "Wysiwyg";
                break;
        }

        return new JsonObject { ["PartName"] = part, ["Name"] = name ?? part, ["Settings"] = settings };
    }
}
