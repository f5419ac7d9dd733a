using System.Text.Json.Nodes;

namespace OrchardSite.Content.Definitions;

/// <summary>A part as a type has it: <c>PartName</c> is what it is, <c>Name</c> where it stands in an item's JSON.</summary>
public sealed record TypePart(string PartName, string Name, JsonObject? Settings, IReadOnlyList<PartField> Fields)
{
    internal static TypePart Read(JsonObject json, IReadOnlyDictionary<string, PartDefinition> definitions)
    {
        var partName = json.Text("PartName")!;
        return new TypePart(
            partName,
            json.Text("Name") ?? partName,
            json["Settings"] as JsonObject,
            definitions.TryGetValue(partName, out var definition) ? definition.Fields : []);
    }
}

/// <summary>A part that a tenant defines: a name and fields.</summary>
public sealed record PartDefinition(string Name, IReadOnlyList<PartField> Fields)
{
    internal static PartDefinition Read(JsonObject json) => new(
        json.Text("Name")!,
        (json["ContentPartFieldDefinitionRecords"]?.AsArray() ?? []).Select(field => new PartField(field!.AsObject())).ToArray());
}
