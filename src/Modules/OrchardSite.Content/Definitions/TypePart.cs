using System.Text.Json.Nodes;

namespace OrchardSite.Content.Definitions;

/// <summary>A part as a type has it: <c>PartName</c> is what it is, <c>Name</c> where it stands in an item's JSON.</summary>
public sealed record TypePart(string PartName, string Name, JsonObject? Settings, IReadOnlyList<PartField> Fields)
{
    /// <summary>Fields that it no longer has. Items may still hold their values, which come back with the field.</summary>
    public IReadOnlyList<PartField> FormerFields { get; init; } = [];

    /// <summary>What people call it.</summary>
    public string DisplayName => (Settings?["ContentTypePartSettings"] as JsonObject).Text("DisplayName") ?? Name;

    public PartField? FindField(string name) => Fields.FirstOrDefault(field => field.Name == name);

    internal static TypePart Read(JsonObject json, IReadOnlyDictionary<string, PartDefinition> definitions)
    {
        var partName = json.Text("PartName")!;
        return new TypePart(
            partName,
            json.Text("Name") ?? partName,
            json["Settings"] as JsonObject,
            definitions.TryGetValue(partName, out var definition) ? definition.Fields : [])
        {
            FormerFields = definition?.FormerFields ?? [],
        };
    }
}

/// <summary>A part that a tenant defines: a name and fields.</summary>
public sealed record PartDefinition(string Name, IReadOnlyList<PartField> Fields, IReadOnlyList<PartField> FormerFields)
{
    /// <summary>The member of a part's settings that keeps the definitions of fields which were removed.</summary>
    internal const string Former = "OrchardSiteFormerFields";

    internal static PartDefinition Read(JsonObject json)
    {
        var fields = (json["ContentPartFieldDefinitionRecords"]?.AsArray() ?? []).Select(field => new PartField(field!.AsObject())).ToArray();
        var former = (json["Settings"]?[Former] as JsonArray ?? []).OfType<JsonObject>()
            .Where(field => field.Text("FieldName") is not null && fields.All(present => present.Name != field.Text("Name")))
            .Select(field => new PartField(field)).ToArray();
        return new PartDefinition(json.Text("Name")!, fields, former);
    }
}
