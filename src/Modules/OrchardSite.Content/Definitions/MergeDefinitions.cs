using System.Text.Json.Nodes;

namespace OrchardSite.Content.Definitions;

/// <summary>Lays definitions of a recipe over those a tenant has, as Orchard Core does: what the recipe does not name stays.</summary>
internal static class MergeDefinitions
{
    private static readonly (string List, string Key)[] Lists =
    [
        ("ContentTypes", "Name"), ("ContentParts", "Name"),
        ("ContentTypePartDefinitionRecords", "Name"), ("ContentPartFieldDefinitionRecords", "Name"),
    ];

    public static void Into(JsonObject target, JsonObject source)
    {
        foreach (var (name, value) in source)
        {
            switch (value, target[name])
            {
                case (JsonArray items, var existing) when Lists.FirstOrDefault(list => list.List == name) is { Key: { } key }:
                    var list = existing as JsonArray ?? [];
                    MergeList(list, items, key);
                    target[name] = list.Parent is null ? list : target[name];
                    break;
                case (JsonObject inner, JsonObject existing):
                    Into(existing, inner);
                    break;
                default:
                    target[name] = value?.DeepClone();
                    break;
            }
        }
    }

    private static void MergeList(JsonArray target, JsonArray source, string key)
    {
        foreach (var item in source.OfType<JsonObject>())
        {
            var existing = target.OfType<JsonObject>().FirstOrDefault(other => other.Text(key) == item.Text(key));
            if (existing is null)
            {
                target.Add(item.DeepClone());
            }
            else
            {
                Into(existing, item);
            }
        }
    }
}
