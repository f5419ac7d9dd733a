using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OrchardSite.Media;

/// <summary>Finds the files that JSON in Orchard Core's forms refers to: the paths of media fields, and addresses in HTML.</summary>
public static partial class MediaReferences
{
    public static IReadOnlySet<string> In(JsonNode json)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        Collect(json, isPath: false, paths);
        return paths;
    }

    private static void Collect(JsonNode? node, bool isPath, HashSet<string> paths)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    Collect(value, name == "Paths" && value is JsonArray, paths);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Collect(item, isPath, paths);
                }

                break;
            case JsonValue value when value.TryGetValue<string>(out var text):
                CollectText(text, isPath, paths);
                break;
        }
    }

    private static void CollectText(string text, bool isPath, HashSet<string> paths)
    {
        if (isPath)
        {
            Add(text, paths);
            return;
        }

        if (!text.Contains(MediaAddress.PathStart, StringComparison.Ordinal))
        {
            return;
        }

        foreach (var match in AddressPattern().EnumerateMatches(text))
        {
            Add(Uri.UnescapeDataString(WebUtility.HtmlDecode(text.Substring(match.Index, match.Length))), paths);
        }
    }

    private static void Add(string path, HashSet<string> paths)
    {
        if (path.Length is > 0 and <= MediaPath.Longest && MediaPath.TryRead(path, out var read, out _))
        {
            paths.Add(read);
        }
    }

    [GeneratedRegex("""(?<=/media/)[^"'?#<>\\]+""")]
    private static partial Regex AddressPattern();
}
