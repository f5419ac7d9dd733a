using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using OrchardSite.Content.Definitions;
using OrchardSite.Data;

namespace OrchardSite.Content.TypeEditing;

/// <summary>Definitions on their way to be saved, in the form of Orchard Core's ContentDefinition step.</summary>
public sealed class DefinitionDraft(JsonObject json)
{
    public const string Types = "ContentTypes";
    public const string Parts = "ContentParts";
    public const string TypeParts = "ContentTypePartDefinitionRecords";
    public const string PartFields = "ContentPartFieldDefinitionRecords";

    public JsonObject Json { get; } = json;

    public JsonObject? Type(string name) => Find(Json, Types, name);

    public JsonObject? Part(string name) => Find(Json, Parts, name);

    public JsonObject? TypePart(string type, string name) => Find(Type(type), TypeParts, name);

    public JsonObject? Field(string part, string name) => Find(Part(part), PartFields, name);

    /// <summary>Lays a definition over what is there, as a recipe does; members that are null go.</summary>
    public void Merge(string list, JsonObject definition)
    {
        MergeDefinitions.Into(Json, new JsonObject { [list] = new JsonArray(definition) });
        Prune(Find(Json, list, definition.Text("Name")!)!);
    }

    /// <summary>Everything that belongs to a type, hashed: it differs when somebody has changed the type.</summary>
    public string StampOf(string type)
    {
        var json = Type(type);
        var parts = NamesOf(json, TypeParts, "PartName").Select(Part);
        var text = string.Join('\n', parts.Prepend(json).Select(part => part?.ToJsonString(CompactJson.Options)));
        return HashOf(text);
    }

    public string Hash() => HashOf(Json.ToJsonString(CompactJson.Options));

    public static JsonObject? Find(JsonObject? owner, string list, string name) =>
        (owner?[list] as JsonArray ?? []).OfType<JsonObject>().FirstOrDefault(item => item.Text("Name") == name);

    public static IEnumerable<string> NamesOf(JsonObject? owner, string list, string member = "Name") =>
        (owner?[list] as JsonArray ?? []).OfType<JsonObject>().Select(item => item.Text(member) ?? "");

    public static void Remove(JsonObject owner, string list, string name) => (owner[list] as JsonArray)?.Remove(Find(owner, list, name));

    /// <summary>Exchanges an entry of a list with its neighbour and numbers all of them by their places.</summary>
    /// <param name="settings">Name of the settings that have the position, such as <c>ContentPartFieldSettings</c>.</param>
    /// <returns>False where there is no neighbour.</returns>
    public static bool Move(JsonObject owner, string list, string name, bool up, string settings)
    {
        if (owner[list] is not JsonArray items || Find(owner, list, name) is not { } item || items.IndexOf(item) + (up ? -1 : 1) is var place && (place < 0 || place >= items.Count))
        {
            return false;
        }

        items.Remove(item);
        items.Insert(place, item);
        for (var position = 0; position < items.Count; position++)
        {
            SettingsOf(items[position]!.AsObject(), settings)["Position"] = position.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return true;
    }

    /// <summary>The settings of that name, made where there are none.</summary>
    public static JsonObject SettingsOf(JsonObject definition, string name)
    {
        if (definition["Settings"] is not JsonObject all)
        {
            definition["Settings"] = all = [];
        }

        if (all[name] is not JsonObject settings)
        {
            all[name] = settings = [];
        }

        return settings;
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];

    private static void Prune(JsonNode node)
    {
        if (node is JsonObject json)
        {
            foreach (var name in json.Where(member => member.Value is null).Select(member => member.Key).ToArray())
            {
                json.Remove(name);
            }
        }

        foreach (var inner in node is JsonObject members ? members.Select(member => member.Value) : node as JsonArray ?? Enumerable.Empty<JsonNode?>())
        {
            if (inner is JsonObject or JsonArray)
            {
                Prune(inner);
            }
        }
    }
}
