using System.Text.Json.Nodes;

namespace OrchardSite.Data;

/// <summary>Says in a line or a few what was changed.</summary>
public static class AuditText
{
    private const int MostNamed = 20;
    private const int LongestValue = 200;

    private static readonly string[] Secrets = ["password", "secret", "token", "key"];

    /// <summary>Names that came with a plus, those that went with a minus.</summary>
    public static string Difference(IEnumerable<string> before, IEnumerable<string> after) =>
        string.Join(", ", after.Except(before).Order(StringComparer.Ordinal).Select(name => "+" + name).Concat(before.Except(after).Order(StringComparer.Ordinal).Select(name => "-" + name)));

    /// <summary>A line for each member that changed; of what may be a secret only that it did.</summary>
    public static string Difference(JsonNode? before, JsonNode? after)
    {
        var lines = new List<string>();
        Collect("", before, after, lines);
        return string.Join('\n', lines.Count > MostNamed ? lines.Take(MostNamed).Append("…") : lines);
    }

    private static void Collect(string path, JsonNode? before, JsonNode? after, List<string> lines)
    {
        if (JsonNode.DeepEquals(before, after))
        {
            return;
        }

        if (before is null or JsonObject && after is null or JsonObject)
        {
            var (was, now) = (before as JsonObject ?? [], after as JsonObject ?? []);
            foreach (var name in was.Select(member => member.Key).Union(now.Select(member => member.Key)))
            {
                Collect(path.Length == 0 ? name : $"{path}.{name}", was[name], now[name], lines);
            }
        }
        else if ((before ?? after) is JsonArray && Named(before) is { } had && Named(after) is { } has)
        {
            var changed = has.Keys.Where(name => had.TryGetValue(name, out var former) && !JsonNode.DeepEquals(former, has[name])).Order(StringComparer.Ordinal).Select(name => "~" + name);
            lines.Add($"{path}: {string.Join(", ", changed.Prepend(Difference(had.Keys, has.Keys)).Where(names => names.Length > 0))}".TrimEnd(':', ' '));
        }
        else
        {
            lines.Add(Secrets.Any(word => path.Contains(word, StringComparison.OrdinalIgnoreCase)) ? path : $"{path}: {Text(before)} → {Text(after)}");
        }
    }

    // What has names is told by them: types, layers and the like are long.
    private static Dictionary<string, JsonNode>? Named(JsonNode? list)
    {
        var named = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        return list is null || list is JsonArray items && items.All(item => item is JsonObject known && known["Name"] is JsonValue name && name.TryGetValue<string>(out var text) && named.TryAdd(text, known)) ? named : null;
    }

    private static string Text(JsonNode? value)
    {
        var text = value is JsonValue single && single.TryGetValue<string>(out var words) ? $"“{words}”" : value?.ToJsonString(CompactJson.Options) ?? "–";
        return text.Length > LongestValue ? text[..LongestValue] + "…" : text;
    }
}
