using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Fields;

namespace OrchardSite.Content.Definitions;

/// <summary>Finds what is wrong with definitions before they are saved.</summary>
internal sealed partial class DefinitionCheck(IStringLocalizer localizer)
{
    /// <returns>Node and reason of each fault.</returns>
    public IEnumerable<(JsonNode Node, string Reason)> Check(JsonObject step, ContentDefinitionNames known)
    {
        foreach (var part in Objects(step, "ContentParts"))
        {
            foreach (var fault in CheckName(part, "Name").Concat(Objects(part, "ContentPartFieldDefinitionRecords").SelectMany(CheckField)))
            {
                yield return fault;
            }
        }

        foreach (var type in Objects(step, "ContentTypes"))
        {
            foreach (var fault in CheckName(type, "Name"))
            {
                yield return fault;
            }

            foreach (var part in Objects(type, "ContentTypePartDefinitionRecords"))
            {
                var name = part.Text("PartName");
                if (name is null || !known.IsPart(name))
                {
                    yield return (part, localizer["There is no part named {0}.", name ?? ""]);
                }
            }
        }
    }

    private IEnumerable<(JsonNode, string)> CheckField(JsonObject field)
    {
        foreach (var fault in CheckName(field, "Name"))
        {
            yield return fault;
        }

        if (field.Text("FieldName") is not { } kind || FieldType.Find(kind) is null)
        {
            yield return (field, localizer["There is no kind of field named {0}.", field.Text("FieldName") ?? ""]);
        }

        if ((field["Settings"] as JsonObject)?["OrchardSiteFieldSettings"] is JsonObject own && own.Text("Pattern") is { } pattern && !IsPattern(pattern))
        {
            yield return (own["Pattern"]!, localizer["{0} is not a regular expression.", pattern]);
        }
    }

    private IEnumerable<(JsonNode, string)> CheckName(JsonObject json, string member)
    {
        if (json.Text(member) is not { } name || !NamePattern().IsMatch(name))
        {
            yield return (json, localizer["A name is made of letters, digits and underscores and begins with a letter."]);
        }
    }

    private static bool IsPattern(string pattern)
    {
        try
        {
            _ = new Regex(pattern);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonObject json, string name) => (json[name] as JsonArray ?? []).OfType<JsonObject>();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{0,63}$")]
    private static partial Regex NamePattern();
}

/// <summary>The parts that a type may be made of: the engine's own and those that the tenant or the recipe defines.</summary>
internal sealed class ContentDefinitionNames(params JsonObject[] definitions)
{
    private static readonly HashSet<string> BuiltIn = new(StringComparer.Ordinal)
    {
        "TitlePart", "AutoroutePart", "AliasPart", "HtmlBodyPart", "BagPart", "FlowPart", "TaxonomyPart", "TermPart",
        "MenuPart", "MenuItemsListPart", "LinkMenuItemPart", "ContentMenuItemPart", "LayerMetadata", "CommonPart",
    };

    private readonly HashSet<string> _defined = definitions
        .SelectMany(json => (json["ContentParts"] as JsonArray ?? []).OfType<JsonObject>().Concat((json["ContentTypes"] as JsonArray ?? []).OfType<JsonObject>()))
        .Select(json => json.Text("Name") ?? "")
        .ToHashSet(StringComparer.Ordinal);

    // A type may always have a part of its own name, even one without fields.
    public bool IsPart(string name) => BuiltIn.Contains(name) || _defined.Contains(name);
}
