using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Fields;
using OrchardSite.Theming.Liquid;

namespace OrchardSite.Content.Definitions;

/// <summary>Finds what is wrong with definitions before they are saved.</summary>
internal sealed partial class DefinitionCheck(LiquidEngine liquid, IStringLocalizer localizer)
{
    /// <returns>Node and reason of each fault.</returns>
    public IEnumerable<(JsonNode Node, string Reason)> Check(JsonObject step, ContentDefinitionNames known) =>
        CheckList(step, "ContentParts", CheckPart).Concat(CheckList(step, "ContentTypes", type => CheckType(type, known)));

    private IEnumerable<(JsonNode, string)> CheckPart(JsonObject part) => CheckList(part, "ContentPartFieldDefinitionRecords", CheckField);

    private IEnumerable<(JsonNode, string)> CheckType(JsonObject type, ContentDefinitionNames known) =>
        CheckList(type, "ContentTypePartDefinitionRecords", part => CheckTypePart(part, known));

    private IEnumerable<(JsonNode, string)> CheckTypePart(JsonObject part, ContentDefinitionNames known)
    {
        if (part.Text("PartName") is not { } name || !known.IsPart(name))
        {
            yield return (part, localizer["There is no part named {0}.", part.Text("PartName") ?? ""]);
        }

        var route = (part["Settings"] as JsonObject)?["AutoroutePartSettings"] as JsonObject;
        if (route.Text("Pattern") is { } pattern && liquid.FindError(pattern) is { } error)
        {
            yield return (route!["Pattern"]!, localizer["The pattern of the address is no Liquid: {0}", error]);
        }
    }

    private IEnumerable<(JsonNode, string)> CheckField(JsonObject field)
    {
        if (field.Text("FieldName") is not { } kind || FieldType.Find(kind) is null)
        {
            yield return (field, localizer["There is no kind of field named {0}.", field.Text("FieldName") ?? ""]);
        }

        if ((field["Settings"] as JsonObject)?["OrchardSiteFieldSettings"] is JsonObject own && own.Text("Pattern") is { } pattern && !IsPattern(pattern))
        {
            yield return (own["Pattern"]!, localizer["{0} is not a regular expression.", pattern]);
        }
    }

    // Everything that is defined has a name of its own in its list, and settings that are an object.
    private IEnumerable<(JsonNode, string)> CheckList(JsonObject owner, string list, Func<JsonObject, IEnumerable<(JsonNode, string)>> check)
    {
        if (owner[list] is not { } value)
        {
            yield break;
        }

        if (value is not JsonArray items || items.Any(item => item is not JsonObject))
        {
            yield return (value, localizer["{0} must be a list of objects.", list]);
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items.Select(item => item!.AsObject()))
        {
            foreach (var fault in CheckNamed(item, seen).Concat(check(item)))
            {
                yield return fault;
            }
        }
    }

    private IEnumerable<(JsonNode, string)> CheckNamed(JsonObject json, HashSet<string> seen)
    {
        if (json.Text("Name") is not { } name || !NamePattern().IsMatch(name))
        {
            yield return (json, localizer["A name is made of letters, digits and underscores and begins with a letter."]);
        }
        else if (!seen.Add(name))
        {
            yield return (json, localizer["{0} is defined twice.", name]);
        }

        if (json["Settings"] is { } settings and not JsonObject)
        {
            yield return (settings, localizer["{0} must be an object.", "Settings"]);
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

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_]{0,63}\z")]
    private static partial Regex NamePattern();
}

/// <summary>The parts that a type may be made of: the engine's own and those that the tenant or the recipe defines.</summary>
internal sealed class ContentDefinitionNames(params JsonObject[] definitions)
{
    public static IReadOnlySet<string> BuiltIn { get; } = new HashSet<string>(StringComparer.Ordinal)
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
