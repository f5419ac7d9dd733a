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

        if (before is null or JsonObject && after is null or JsonObject && (before ?? after) is not null)
        {
            var (was, now) = (before as JsonObject ?? [], after as JsonObject ?? []);
            foreach (var name in was.Select(member => member.Key).Union(now.Select(member => member.Key)))
            {
                Collect(path.Length == 0 ? name : $"{path}.{name}", was[name], now[name], lines);
            }
        }
        else
        {
            lines.Add(Secrets.Any(word => path.Contains(word, StringComparison.OrdinalIgnoreCase)) ? path : $"{path}: {Text(before)} → {Text(after)}");
        }
    }

    private static string Text(JsonNode? value)
    {
        var text = value?.ToJsonString(CompactJson.Options) ?? "–";
        return text.Length > LongestValue ? text[..LongestValue] + "…" : text;
    }
}
