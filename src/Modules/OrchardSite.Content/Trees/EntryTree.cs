using System.Text.Json.Nodes;
using OrchardSite.Content.Definitions;

namespace OrchardSite.Content.Trees;

/// <summary>The tree inside an item, as the list of its entries from top to bottom and back.</summary>
internal static class EntryTree
{
    public static List<TreeEntry> Read(TreeKind kind, JsonObject content, ContentDefinitions definitions)
    {
        var entries = new List<TreeEntry>();
        Add(ListOf(content, kind.Top), 0);
        return entries;

        void Add(JsonArray? list, int level)
        {
            foreach (var json in (list ?? []).OfType<JsonObject>())
            {
                var own = json.DeepClone().AsObject();
                ListOf(own, kind.Below)?.Parent!.AsObject().Remove(kind.Below.Split('.')[^1]);
                entries.Add(new TreeEntry(definitions.Find(json.Text("ContentType") ?? ""), own, level));
                Add(ListOf(json, kind.Below), level + 1);
            }
        }
    }

    /// <summary>Puts the entries into the item in place of those that it has.</summary>
    /// <returns>The JSON path of each entry inside the item.</returns>
    public static IReadOnlyList<string> Write(TreeKind kind, JsonObject content, IEnumerable<TreeEntry> entries)
    {
        ListOf(content, kind.Top)?.Clear();
        var paths = new List<string>();
        var above = new List<(JsonObject Json, string Path)>();
        foreach (var entry in entries)
        {
            above.RemoveRange(entry.Level, above.Count - entry.Level);
            var (parent, place, list) = above.Count == 0 ? (content, "", kind.Top) : (above[^1].Json, above[^1].Path + ".", kind.Below);
            var siblings = NewListOf(parent, list);
            var json = entry.Json.DeepClone().AsObject();
            above.Add((json, $"{place}{list}[{siblings.Count}]"));
            paths.Add(above[^1].Path);
            siblings.Add(json);
        }

        return paths;
    }

    private static JsonArray? ListOf(JsonObject json, string path) => path.Split('.').Aggregate((JsonNode?)json, (node, member) => (node as JsonObject)?[member]) as JsonArray;

    private static JsonArray NewListOf(JsonObject json, string path)
    {
        var members = path.Split('.');
        foreach (var member in members[..^1])
        {
            json = json[member] as JsonObject ?? (JsonObject)(json[member] = new JsonObject());
        }

        return json[members[^1]] as JsonArray ?? (JsonArray)(json[members[^1]] = new JsonArray());
    }
}
