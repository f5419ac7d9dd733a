using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace OrchardSite.Content.Definitions;

/// <summary>What an item of the type is made of, in Orchard Core's words.</summary>
public sealed class ContentType
{
    /// <summary>The member of a type's settings that keeps the parts which were removed.</summary>
    internal const string Former = "OrchardSiteFormerParts";

    private readonly FrozenDictionary<string, TypePart> _parts;

    private ContentType(string name, JsonObject json, IReadOnlyList<TypePart> parts, IReadOnlyList<TypePart> formerParts)
    {
        Name = name;
        Parts = parts;
        FormerParts = formerParts;
        _parts = parts.ToFrozenDictionary(part => part.Name, StringComparer.Ordinal);
        DisplayName = json.Text("DisplayName") ?? name;
        var settings = json["Settings"]?["ContentTypeSettings"] as JsonObject;
        Stereotype = settings.Text("Stereotype") ?? "";
        Description = settings.Text("Description") ?? "";
        IsCreatable = settings.Flag("Creatable");
        IsListable = settings.Flag("Listable");
        IsDraftable = settings.Flag("Draftable");
        IsVersionable = settings.Flag("Versionable");
        IsSecurable = settings.Flag("Securable");
        IsOnSiteMapPage = (json["Settings"]?["OrchardSiteTypeSettings"] as JsonObject).Flag("OnSiteMapPage");
        Title = TitleSettings.Read(FindPart("TitlePart"));
        RoutePattern = (FindPart("AutoroutePart")?.Settings?["AutoroutePartSettings"] as JsonObject).Text("Pattern");
        HasAlias = FindPart("AliasPart") is not null;
        SummaryFields = parts.SelectMany(part => part.Fields.Where(field => field.IsInSummary).Select(field => (part.Name, field.Name))).ToArray();
        // What readers never saw they do not see either because the field is gone.
        PrivateFields = parts.Concat(formerParts).SelectMany(part => part.Fields.Concat(part.FormerFields).Where(field => field.IsPrivate).Select(field => (part.Name, field.Name))).ToArray();
        TaxonomyFields = parts.SelectMany(part => part.Fields.Where(field => field.Type == "TaxonomyField").Select(field => (part.Name, field.Name))).ToArray();
    }

    public string Name { get; }

    public string DisplayName { get; }

    public IReadOnlyList<TypePart> Parts { get; }

    /// <summary>Parts that it no longer has. Items may still hold them; they come back with the part.</summary>
    public IReadOnlyList<TypePart> FormerParts { get; }

    /// <summary>Such as Widget, MenuItem or CustomSettings; empty for ordinary content.</summary>
    public string Stereotype { get; }

    /// <summary>For those who edit its items; empty where nothing is said.</summary>
    public string Description { get; }

    public bool IsCreatable { get; }

    public bool IsListable { get; }

    public bool IsDraftable { get; }

    public bool IsVersionable { get; }

    public bool IsSecurable { get; }

    public bool IsOnSiteMapPage { get; }

    public bool IsWidget => Stereotype == "Widget";

    public bool IsCustomSettings => Stereotype == "CustomSettings";

    public TitleSettings? Title { get; }

    /// <summary>Liquid that makes the address of an item; null when items have none.</summary>
    public string? RoutePattern { get; }

    public bool HasAlias { get; }

    /// <summary>True when its items build pages of others: menus, taxonomies, widgets.</summary>
    public bool ShapesWholeSite => IsWidget || FindPart("TaxonomyPart") is not null || FindPart("MenuPart") is not null;

    /// <summary>Part and field names of what lists show.</summary>
    public IReadOnlyList<(string Part, string Field)> SummaryFields { get; }

    /// <summary>Part and field names of what readers never see.</summary>
    public IReadOnlyList<(string Part, string Field)> PrivateFields { get; }

    public IReadOnlyList<(string Part, string Field)> TaxonomyFields { get; }

    /// <summary>Ids of the taxonomies that its fields choose from.</summary>
    public IEnumerable<string> Taxonomies => Parts.SelectMany(part => part.Fields)
        .Where(candidate => candidate.Type == "TaxonomyField").Select(taxonomy => taxonomy.Settings.Text("TaxonomyContentItemId")).OfType<string>();

    /// <summary>True when a bag or a picker of it names the type.</summary>
    internal bool Takes(string contentType) =>
        Parts.Any(part => IsIn((part.Settings?["BagPartSettings"] as JsonObject)?["ContainedContentTypes"], contentType) || part.Fields.Any(field => IsIn(field.Settings?["DisplayedContentTypes"], contentType)));

    public TypePart? FindPart(string name) => _parts.GetValueOrDefault(name);

    internal static ContentType Read(JsonObject json, IReadOnlyDictionary<string, PartDefinition> definitions)
    {
        var parts = (json["ContentTypePartDefinitionRecords"]?.AsArray() ?? [])
            .Select(part => TypePart.Read(part!.AsObject(), definitions))
            .ToArray();
        var former = (json["Settings"]?[Former] as JsonArray ?? []).OfType<JsonObject>()
            .Where(part => part.Text("PartName") is not null && parts.All(present => present.Name != part.Text("Name")))
            .Select(part => TypePart.Read(part, definitions))
            .ToArray();
        return new ContentType(json.Text("Name")!, json, parts, former);
    }

    private static bool IsIn(JsonNode? list, string name) => list is JsonArray names && names.Any(item => item?.ToString() == name);
}

/// <summary>How titles of a type are checked.</summary>
public sealed record TitleSettings(int MinLength, int MaxLength)
{
    internal static TitleSettings? Read(TypePart? part)
    {
        var settings = part?.Settings?["OrchardSiteTitleSettings"] as JsonObject;
        return part is null ? null : new TitleSettings((int)(settings.Number("MinLength") ?? 1), (int)(settings.Number("MaxLength") ?? 255));
    }
}
